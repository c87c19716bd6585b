using OcrService.Api.Authentication.Signing;

namespace OcrService.Api.Tests.Authentication.Signing;

public sealed class CanonicalRequestTests
{
    [Fact]
    public void Vector_1_a_call()
    {
        string canonical = Of(
            ClientRequest.WebImage,
            "content-type;host;user-agent;x-project-id;x-sdk-date",
            "d3fe943080238b6131f1b5b224c8eed8343c18e1cdf3f0c8d3c73dbf9c654b33");

        canonical.ShouldBe(
            """
            POST
            /v2/0123456789abcdef0123456789abcdef/ocr/web-image/

            content-type:application/json;charset=utf-8
            host:ocr.example.com
            user-agent:contract-test/1.0
            x-project-id:0123456789abcdef0123456789abcdef
            x-sdk-date:20260115T083000Z

            content-type;host;user-agent;x-project-id;x-sdk-date
            d3fe943080238b6131f1b5b224c8eed8343c18e1cdf3f0c8d3c73dbf9c654b33
            """);
        ClientRequest.Sha256(canonical).ShouldBe("820988a7f059bf525df2aee110491e1b274446c77b9ad5b152c00c3246b1c9e8");
    }

    [Fact]
    public void Vector_2_a_look_up_with_query()
    {
        string canonical = Of(
            ClientRequest.Projects, "host;user-agent;x-sdk-date", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

        canonical.ShouldBe(
            """
            GET
            /v3/projects/
            name=ap-southeast-1
            host:iam.example.com
            user-agent:contract-test/1.0
            x-sdk-date:20260115T083005Z

            host;user-agent;x-sdk-date
            e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
            """);
        ClientRequest.Sha256(canonical).ShouldBe("d7ecc7425208b7bcf5769d4c9ac0933e260b0ce01a4dc9b7c6f1c10aab4a5ac8");
    }

    [Fact]
    public void Vector_3_temporary_credentials_and_a_port()
    {
        string canonical = Of(
            ClientRequest.ThaiCard,
            "content-type;enterprise-project-id;host;x-project-id;x-sdk-date;x-security-token",
            "ce4a4a9166aa8cb01b903de1920d28222e4a3a000a1068763f2f9753e83fdd58");

        canonical.ShouldContain("\nhost:127.0.0.1:8443\n");
        ClientRequest.Sha256(canonical).ShouldBe("4b65b49d6b26de098cb4cee625b0bd08a05b324caa452ec0c5f010f4e0d21bb6");
    }

    [Fact]
    public void The_method_is_in_upper_case_and_values_are_trimmed_and_joined()
    {
        var request = new ClientRequest("post", "/a", [("X-A", " one "), ("X-B", ""), ("X-A", "two, three")], "");

        CanonicalRequest.Of(request.Seen, ["x-a", "x-b"], "0").ShouldBe("POST\n/a/\n\nx-a:one,two, three\nx-b:\n\nx-a;x-b\n0");
    }

    [Fact]
    public void A_signed_header_that_is_not_there() => CanonicalRequest.Of(ClientRequest.WebImage.Seen, ["x-other"], "0").ShouldBeNull();

    [Theory]
    [InlineData("/a?", "POST\n/a/\n\n\n\n0")]
    [InlineData("/a?b?c=d", "POST\n/a/\nb%3Fc=d\n\n\n0")]
    public void The_first_question_mark_begins_the_query(string target, string canonical) =>
        CanonicalRequest.Of(new ClientRequest("POST", target, [], "").Seen, [], "0").ShouldBe(canonical);

    private static string Of(ClientRequest request, string names, string bodyHash)
    {
        ClientRequest.Sha256(request.Body).ShouldBe(bodyHash);
        return CanonicalRequest.Of(request.Seen, names.Split(';'), bodyHash).ShouldNotBeNull();
    }
}
