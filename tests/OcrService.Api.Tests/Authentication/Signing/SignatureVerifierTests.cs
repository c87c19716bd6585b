using System.Text;
using OcrService.Api.Authentication.Signing;

namespace OcrService.Api.Tests.Authentication.Signing;

public sealed class SignatureVerifierTests
{
    private static readonly ClientRequest Request = ClientRequest.WebImage;

    [Fact]
    public void Vectors_of_the_default_algorithm()
    {
        Accepts(ClientRequest.WebImage, "9d7b8d42bbff4b7a7fda3e00ba65fcf60ccf3bc3aba9271c331a42f77b958147");
        Accepts(ClientRequest.Projects, "2734947202e555828675c689d929be87a018f8b055659e3bd653b4ac00aa7f90");
        Accepts(ClientRequest.ThaiCard, "f2951d88241ed422e55a6d126a6e5fe6b18205defbfd551d52350fc9e1579649");

        static void Accepts(ClientRequest request, string signature)
        {
            request.Sign(query: request.Target.Contains('?') ? "name=ap-southeast-1" : "", path: request.Target.Split('?')[0] + "/")
                .ShouldEndWith("Signature=" + signature);
            request.IsAccepted(request.Authorize("SDK-HMAC-SHA256", signature)).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("content-type;host;user-agent;x-project-id;x-sdk-date")] // Python
    [InlineData("host;user-agent;x-project-id;x-sdk-date")]              // Java, .NET
    [InlineData("user-agent;x-project-id;x-sdk-date")]                   // Go
    [InlineData("content-type;host;x-project-id;x-sdk-date")]            // Node
    [InlineData("x-sdk-date")]
    public void Clients_choose_what_they_sign(string names)
    {
        ClientRequest sent = Request.With("sdk_exchange", "unsigned");

        sent.IsAccepted(sent.Sign(names)).ShouldBeTrue();
    }

    [Fact]
    public void Node_signs_a_body_of_its_look_ups()
    {
        ClientRequest sent = ClientRequest.Projects with { Body = "{}" };

        string authorization = sent.Sign(path: "/v3/projects/", query: "name=ap-southeast-1");

        sent.IsAccepted(authorization).ShouldBeTrue();
        (sent with { Body = "" }).IsAccepted(authorization).ShouldBeFalse();
    }

    [Fact]
    public void Python_signs_everything_it_sends()
    {
        ClientRequest sent = Request
            .With("Enterprise-Project-Id", "0")
            .With("X-Auth-Token", "token")
            .With("X-Security-Token", "temporary")
            .With("X-Custom", "a, b");

        string authorization = sent.Sign();

        authorization.ShouldContain(
            "=content-type;enterprise-project-id;host;user-agent;x-auth-token;x-custom;x-project-id;x-sdk-date;x-security-token,");
        sent.IsAccepted(authorization).ShouldBeTrue();
    }

    [Theory]
    [InlineData("/a%20b?x=c%20d", "/a%20b/", "x=c%20d")]
    [InlineData("/a+b?x=c+d", "/a%2Bb/", "x=c%20d")]
    [InlineData("/a%2Fb?x=%2F&y", "/a/b/", "x=%2F&y=")]
    [InlineData("/%e4%b8%ad?z=1&%C3%A9=&a=", "/%E4%B8%AD/", "a=&z=1&%C3%A9=")]
    public void Targets_are_escaped_anew(string target, string path, string query)
    {
        ClientRequest sent = Request with { Target = target };

        sent.IsAccepted(sent.Sign(path: path, query: query)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("?name=ap-southeast-2")]
    [InlineData("?name=ap-southeast-1&name=")]
    [InlineData("?Name=ap-southeast-1")]
    [InlineData("")]
    public void An_altered_query_is_refused(string query)
    {
        string authorization = ClientRequest.Projects.Authorize(
            "SDK-HMAC-SHA256", "2734947202e555828675c689d929be87a018f8b055659e3bd653b4ac00aa7f90");

        (ClientRequest.Projects with { Target = "/v3/projects" + query }).IsAccepted(authorization).ShouldBeFalse();
    }

    [Fact]
    public void Values_outside_ascii_and_repeated_headers()
    {
        ClientRequest sent = Request with { Headers = [.. Request.Headers, ("X-Custom", " \u540d\u524d "), ("X-Custom", "\u00e9")] };

        sent.IsAccepted(sent.Sign()).ShouldBeTrue();
    }

    [Fact]
    public void Every_byte_of_the_body_counts()
    {
        AuthorizationHeader authorization = AuthorizationHeader.Parse(Request.Sign())!;
        byte[] body = Request.Bytes;
        for (int i = 0; i < body.Length; i++)
        {
            body[i] ^= 1;
            IsAccepted().ShouldBeFalse($"byte {i}");
            body[i] ^= 1;
        }

        IsAccepted().ShouldBeTrue();

        bool IsAccepted() => SignatureVerifier.Verify(Request.Seen, body, authorization, ClientRequest.SecretKey, ClientRequest.Now, out _);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(900, true)]
    [InlineData(-900, true)]
    [InlineData(901, false)]
    [InlineData(-901, false)]
    [InlineData(86400, false)]
    public void The_date_may_differ_by_a_quarter_of_an_hour(int seconds, bool fresh)
    {
        DateTimeOffset now = ClientRequest.Now.AddSeconds(seconds).ToOffset(TimeSpan.FromHours(8));
        string authorization = Request.Sign();

        SignatureVerifier.IsFresh(Request.Seen, AuthorizationHeader.Parse(authorization)!, now).ShouldBe(fresh);
        Request.IsAccepted(authorization, now).ShouldBe(fresh);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-01-15T08:30:00Z")]
    [InlineData("20260115T083000")]
    [InlineData("20260115T083000z")]
    [InlineData("20260115 083000Z")]
    [InlineData("20260115T083000Z0")]
    [InlineData("20260115T83000Z")]
    [InlineData("20260115T083060Z")]
    [InlineData("20261315T083000Z")]
    [InlineData("\uff12\uff10260115T083000Z")]
    [InlineData("20260115T083000Z,20260115T083000Z")]
    public void A_date_has_one_form(string date)
    {
        ClientRequest sent = Request.With("X-Sdk-Date", date);
        string authorization = sent.Sign();

        SignatureVerifier.IsFresh(sent.Seen, AuthorizationHeader.Parse(authorization)!, ClientRequest.Now).ShouldBeFalse();
        sent.IsAccepted(authorization).ShouldBeFalse();
    }

    [Fact]
    public void The_date_is_there_and_signed()
    {
        string authorization = Request.Sign("host;user-agent");
        Request.IsAccepted(authorization).ShouldBeFalse();
        SignatureVerifier.IsFresh(Request.Seen, AuthorizationHeader.Parse(authorization)!, ClientRequest.Now).ShouldBeFalse();

        authorization = Request.Sign();
        SignedRequest undated = Request.Without("X-Sdk-Date").Seen;
        SignatureVerifier.IsFresh(undated, AuthorizationHeader.Parse(authorization)!, ClientRequest.Now).ShouldBeFalse();
    }

    [Fact]
    public void A_security_token_must_be_signed()
    {
        string authorization = Request.Sign();

        Request.IsAccepted(authorization).ShouldBeTrue();
        Request.With("X-Security-Token", "slipped in").IsAccepted(authorization).ShouldBeFalse();
    }

    [Theory]
    [InlineData("d3fe943080238b6131f1b5b224c8eed8343c18e1cdf3f0c8d3c73dbf9c654b33", true)]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", false)]
    [InlineData("UNSIGNED-PAYLOAD", false)]
    [InlineData("", false)]
    public void A_stated_hash_of_the_body_must_be_true(string hash, bool accepted)
    {
        ClientRequest sent = Request.With("X-Sdk-Content-Sha256", hash);

        sent.IsAccepted(sent.Sign()).ShouldBe(accepted);
        sent.IsAccepted(sent.Sign("host;x-sdk-date")).ShouldBe(accepted);
    }

    /// <summary>What clients of UNSIGNED-PAYLOAD sign is that text in the body's place; no body has that hash.</summary>
    [Fact]
    public void A_signature_without_the_body_is_refused()
    {
        ClientRequest sent = Request.With("X-Sdk-Content-Sha256", "UNSIGNED-PAYLOAD");
        string canonical = CanonicalRequest.Of(sent.Seen, ["x-sdk-content-sha256", "x-sdk-date"], "UNSIGNED-PAYLOAD")!;
        string text = $"SDK-HMAC-SHA256\n20260115T083000Z\n{ClientRequest.Sha256(canonical)}";
        string signature = Convert.ToHexStringLower(
            HashFunction.Sha256.Hmac(Encoding.UTF8.GetBytes(ClientRequest.SecretKey), Encoding.UTF8.GetBytes(text)));

        string fields = $"Access={ClientRequest.AccessKey}, SignedHeaders=x-sdk-content-sha256;x-sdk-date, Signature={signature}";
        sent.IsAccepted("SDK-HMAC-SHA256 " + fields).ShouldBeFalse();
    }

    [Fact]
    public void The_hash_of_the_other_family_is_a_header_like_any()
    {
        ClientRequest sent = Request.With("X-Sdk-Content-Sm3", "anything");

        sent.IsAccepted(sent.Sign()).ShouldBeTrue();
    }

    [Fact]
    public void Noise_never_throws_and_is_never_accepted()
    {
        var random = new Random(20260115);
        string[] seeds = [.. SignatureAlgorithmTests.Vectors.Cast<object[]>().Select(v => Request.Authorize((string)v[0], (string)v[1]))];
        for (int i = 0; i < 2000; i++)
        {
            string seed = seeds[i % seeds.Length];
            var noise = new StringBuilder(seed);
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                int at = random.Next(noise.Length);
                switch (random.Next(4))
                {
                    case 0: noise[at] = (char)random.Next(0x20, 0x7f); break;
                    case 1: noise[at] = "0123456789abcdef"[random.Next(16)]; break;
                    case 2: noise.Insert(at, (char)random.Next(0x10000)); break;
                    default: noise.Remove(at, Math.Min(random.Next(1, 8), noise.Length - at)); break;
                }
            }

            string header = noise.ToString();
            bool accepted = Request.IsAccepted(header);

            // Blanks are free, and plain HMACs do not sign the access key: it is what the secret key is looked up by.
            bool isSame = header.Replace(" ", "") == seed.Replace(" ", "");
            if (AuthorizationHeader.Parse(header) is { AccessKey: ClientRequest.AccessKey } && !isSame)
                accepted.ShouldBeFalse(header);
        }
    }
}
