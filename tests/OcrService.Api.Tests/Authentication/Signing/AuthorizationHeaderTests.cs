using OcrService.Api.Authentication.Signing;

namespace OcrService.Api.Tests.Authentication.Signing;

public sealed class AuthorizationHeaderTests
{
    private const string Good = "SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-sdk-date, Signature=00ff";
    private const string GoodV11 =
        "V11-HMAC-SHA256 Credential=AK/20260115/ap-southeast-1/ocr, SignedHeaders=host;x-sdk-date, Signature=00ff";

    [Theory]
    [InlineData("SDK-HMAC-SHA256")]
    [InlineData("SDK-HMAC-SM3")]
    [InlineData("SDK-ECDSA-P256-SHA256")]
    [InlineData("SDK-SM2-SM3")]
    public void Every_algorithm_with_an_access_key(string name)
    {
        AuthorizationHeader header = AuthorizationHeader.Parse(Good.Replace("SDK-HMAC-SHA256", name)).ShouldNotBeNull();

        header.Algorithm.Name.ShouldBe(name);
        header.AccessKey.ShouldBe("AK");
        header.Scope.ShouldBeNull();
        header.SignedHeaders.ShouldBe(["host", "x-sdk-date"]);
        header.Signature.ToArray().ShouldBe([0x00, 0xff]);
    }

    [Fact]
    public void V11_has_a_credential_with_its_scope()
    {
        AuthorizationHeader header = AuthorizationHeader.Parse(GoodV11).ShouldNotBeNull();

        header.Algorithm.Name.ShouldBe("V11-HMAC-SHA256");
        header.AccessKey.ShouldBe("AK");
        header.Scope.ShouldBe(new CredentialScope("20260115", "ap-southeast-1", "ocr"));
    }

    [Theory]
    [InlineData("SDK-HMAC-SHA256 Access=AK,SignedHeaders=host;x-sdk-date,Signature=00ff")]
    [InlineData("SDK-HMAC-SHA256 Access=AK  ,  SignedHeaders=host;x-sdk-date ,Signature=00ff ")]
    public void Blanks_around_commas_are_free(string header) => AuthorizationHeader.Parse(header).ShouldNotBeNull();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("SDK-HMAC-SHA256")]
    [InlineData("SDK-HMAC-SHA256 ")]
    [InlineData("SDK-HMAC-SHA256 ,,")]
    [InlineData("Bearer abc")]
    [InlineData("sdk-hmac-sha256 Access=AK, SignedHeaders=x-sdk-date, Signature=00")]
    [InlineData("SDK-HMAC-SHA512 Access=AK, SignedHeaders=x-sdk-date, Signature=00")]
    [InlineData("SDK-HMAC-SHA256,Access=AK, SignedHeaders=x-sdk-date, Signature=00")]
    [InlineData("SDK-HMAC-SHA256 Access=AK, SignedHeaders=x-sdk-date")]
    [InlineData("SDK-HMAC-SHA256 Access=AK, SignedHeaders=x-sdk-date, Signature=00, More=1")]
    [InlineData("SDK-HMAC-SHA256 Access=AK, SignedHeaders=x-sdk-date, Signature=00,")]
    [InlineData("SDK-HMAC-SHA256 Access=AK; SignedHeaders=x-sdk-date; Signature=00")]
    [InlineData("SDK-HMAC-SHA256 SignedHeaders=x-sdk-date, Access=AK, Signature=00")]
    [InlineData("SDK-HMAC-SHA256 access=AK, SignedHeaders=x-sdk-date, Signature=00")]
    [InlineData("SDK-HMAC-SHA256 Access =AK, SignedHeaders=x-sdk-date, Signature=00")]
    public void Anything_else_is_refused(string? header) => AuthorizationHeader.Parse(header).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("A K")]
    [InlineData("AK/20260115/ap-southeast-1/ocr")]
    [InlineData("AK\u00e9")]
    [InlineData("AK\t")]
    public void An_access_key_is_one_word(string key) =>
        AuthorizationHeader.Parse(Good.Replace("Access=AK", "Access=" + key)).ShouldBeNull();

    [Theory]
    [InlineData("AK")]
    [InlineData("AK/20260115/ap-southeast-1")]
    [InlineData("AK/20260115/ap-southeast-1/ocr/more")]
    [InlineData("/20260115/ap-southeast-1/ocr")]
    [InlineData("AK//ap-southeast-1/ocr")]
    [InlineData("AK/20260115//ocr")]
    [InlineData("AK/20260115/ap-southeast-1/")]
    public void A_credential_has_four_parts(string credential) =>
        AuthorizationHeader.Parse(GoodV11.Replace("AK/20260115/ap-southeast-1/ocr", credential)).ShouldBeNull();

    [Fact]
    public void Access_and_credential_are_not_exchanged()
    {
        AuthorizationHeader.Parse(Good.Replace("Access=", "Credential=")).ShouldBeNull();
        AuthorizationHeader.Parse(GoodV11.Replace("Credential=", "Access=")).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData(";x-sdk-date")]
    [InlineData("host;")]
    [InlineData("host;;x-sdk-date")]
    [InlineData("Host;x-sdk-date")]
    [InlineData("x-sdk-date;host")]
    [InlineData("host;host;x-sdk-date")]
    [InlineData("host; x-sdk-date")]
    [InlineData("host:a;x-sdk-date")]
    [InlineData("h\u00f6st;x-sdk-date")]
    public void Signed_headers_are_sorted_names_in_lower_case(string names) =>
        AuthorizationHeader.Parse(Good.Replace("host;x-sdk-date", names)).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("000")]
    [InlineData("00FF")]
    [InlineData("0x00")]
    [InlineData("00 ff")]
    public void A_signature_is_hexadecimal_in_lower_case(string signature) =>
        AuthorizationHeader.Parse(Good.Replace("00ff", signature)).ShouldBeNull();

    [Fact]
    public void A_signature_longer_than_any_is_refused()
    {
        AuthorizationHeader.Parse(Good.Replace("00ff", new string('0', 144))).ShouldNotBeNull();
        AuthorizationHeader.Parse(Good.Replace("00ff", new string('0', 146))).ShouldBeNull();
    }

    [Theory]
    [InlineData(Good, true)]
    [InlineData(GoodV11, true)]
    [InlineData("SDK-SM2-SM3 nonsense", true)]
    [InlineData("SDK-HMAC-SM3", true)]
    [InlineData("sdk-hmac-sm3 ", false)]
    [InlineData(" SDK-HMAC-SM3", false)]
    [InlineData("Bearer SDK-HMAC-SM3", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Signed_is_what_begins_with_an_algorithm(string? header, bool expected) =>
        AuthorizationHeader.IsSigned(header).ShouldBe(expected);

    [Fact]
    public void A_hostile_row_is_refused_at_once()
    {
        foreach (char c in ",;/= A\u4e2d")
        {
            AuthorizationHeader.Parse("SDK-HMAC-SHA256 " + new string(c, 1_000_000)).ShouldBeNull();
            AuthorizationHeader.Parse(Good.Replace("host", new string(c, 1_000_000))).ShouldBeNull();
        }
    }
}
