using System.Text.Json.Nodes;
using OcrService.Api.Tests.Authentication.Signing;
using OcrService.Api.Tests.Support;

namespace OcrService.Api.Tests.Authentication;

/// <summary>Who is let in, and what the others are told (contract sections 1.2, 4.2 and 6).</summary>
public sealed class CallerGateTests : IDisposable
{
    private const string Bad = "Incorrect IAM authentication information: ";
    private const string BadSignature = Bad + "verify aksk signature fail";

    private static readonly string Body = $$"""{"image":"{{Pictures.PngText()}}"}""";

    private readonly Service _service = Service.OnPort();
    private readonly Service _anonymous = new() { SendsToken = false };

    public void Dispose()
    {
        _service.Dispose();
        _anonymous.Dispose();
    }

    [Theory]
    [InlineData("POST", Service.WebImage)]
    [InlineData("GET", "/v3/projects?name=test-1")]
    [InlineData("GET", $"/v1/{TestAccount.ProjectId}/usage")]
    public async Task Nobody_is_told_that_a_token_is_missing(string method, string path) =>
        (await _anonymous.SendAsync(new HttpMethod(method), path)).ShouldFail(401, "APIG.0301", Bad + "x-auth-token not found");

    [Fact]
    public async Task Who_is_refused_does_not_reach_the_picture()
    {
        (await _anonymous.PostAsync(Service.WebImage, Body)).Status.ShouldBe(401);

        _anonymous.Recognizer.LastImage.ShouldBeNull();
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("CfDJ8Pt6hD6Qu-FJrogr")]
    [InlineData("../../etc")]
    public async Task A_token_of_another_service_cannot_be_decrypted(string token) =>
        (await _service.CallAsync(HttpMethod.Post, Service.WebImage, new JsonObject(), token)).ShouldFail(401, "APIG.0301", Bad + "decrypt token fail");

    [Fact]
    public async Task A_token_for_a_domain_opens_no_project()
    {
        string token = await _service.TokenAsync(
            TestAccount.User, TestAccount.Password, scope: new() { ["domain"] = new JsonObject { ["name"] = TestAccount.Domain } });

        (await _service.CallAsync(HttpMethod.Post, Service.WebImage, new JsonObject(), token))
            .ShouldFail(401, "ModelArts.0212", "Invalid Token header. The Token not contain project item.");
    }

    [Fact]
    public async Task A_signature_opens_what_a_token_does()
    {
        Answer answer = await _service.SendSignedAsync(SignedCalls.Request("POST", Service.WebImage, Body));

        answer.Status.ShouldBe(200, answer.Body);
        _service.Recognizer.LastImage.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_signed_request_is_served_once()
    {
        ClientRequest request = SignedCalls.Request("POST", Service.WebImage, Body);

        (await _service.SendSignedAsync(request)).Status.ShouldBe(200);
        (await _service.SendSignedAsync(request)).ShouldFail(401, "APIG.0301", BadSignature);
        (await _service.SendSignedAsync(request with { Body = Body + " " })).Status.ShouldBe(200);
    }

    [Fact]
    public async Task What_was_altered_after_signing_is_refused()
    {
        ClientRequest signed = SignedCalls.Request("POST", Service.WebImage, Body);
        string authorization = signed.SignAs(TestAccount.AccessKey, TestAccount.SecretKey);
        ClientRequest[] altered =
        [
            signed with { Body = Body + " " },
            signed with { Target = Service.Passport },
            signed with { Target = Service.WebImage + "?a=b" },
            signed.With("X-Sdk-Date", "20260115T083000Z"),
        ];
        foreach (ClientRequest request in altered)
            (await _service.SendAsync(request, authorization)).ShouldFail(401, "APIG.0301", BadSignature);

        _service.Recognizer.LastImage.ShouldBeNull();
    }

    [Theory]
    [InlineData(-16)]
    [InlineData(16)]
    public async Task A_date_beyond_a_quarter_of_an_hour_is_refused(int minutes)
    {
        ClientRequest request = SignedCalls.Request("POST", Service.WebImage, Body, TimeProvider.System.GetUtcNow().AddMinutes(minutes));

        (await _service.SendSignedAsync(request)).ShouldFail(401, "APIG.0301", BadSignature);
    }

    [Fact]
    public async Task An_unknown_key_is_told_as_such()
    {
        ClientRequest request = SignedCalls.Request("POST", Service.WebImage, Body);

        (await _service.SendAsync(request, request.SignAs("NOSUCHKEY00000000000", TestAccount.SecretKey)))
            .ShouldFail(401, "APIG.0301", Bad + "Get secretKey failed");
    }

    [Fact]
    public async Task Five_wrong_signatures_lock_the_key()
    {
        for (int i = 0; i < 5; i++)
        {
            ClientRequest wrong = SignedCalls.Request("POST", Service.WebImage, Body + new string(' ', i));
            (await _service.SendAsync(wrong, wrong.SignAs(TestAccount.AccessKey, "wrong"))).ShouldFail(401, "APIG.0301", BadSignature);
        }

        (await _service.SendSignedAsync(SignedCalls.Request("POST", Service.WebImage, Body)))
            .ShouldFail(401, "APIG.0301", Bad + "AK access failed to reach the limit,forbidden");
        (await _service.PostAsync(Service.WebImage, Body)).Status.ShouldBe(200, "tokens go on");
    }

    [Fact]
    public async Task A_broken_signature_is_not_rescued_by_a_token()
    {
        ClientRequest request = SignedCalls.Request("POST", Service.WebImage, Body).With("X-Auth-Token", TestAccount.Get().Token);

        (await _service.SendAsync(request, "SDK-HMAC-SHA256 nonsense")).ShouldFail(401, "APIG.0301", BadSignature);
    }

    [Fact]
    public async Task Another_authorization_leaves_the_word_to_the_token()
    {
        ClientRequest request = SignedCalls.Request("POST", Service.WebImage, Body).With("X-Auth-Token", TestAccount.Get().Token);

        (await _service.SendAsync(request, "Basic abc")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Temporary_keys_sign_with_their_token()
    {
        JsonNode credential = (await _service.JsonAsync(
            HttpMethod.Post,
            "/v3.0/OS-CREDENTIAL/securitytokens",
            JsonNode.Parse("""{"auth":{"identity":{"methods":["token"],"token":{"duration_seconds":900}}}}""")))["credential"]!;
        string access = credential["access"]!.GetValue<string>(), secret = credential["secret"]!.GetValue<string>();
        ClientRequest plain = SignedCalls.Request("POST", Service.WebImage, Body);
        ClientRequest request = plain.With("X-Security-Token", credential["securitytoken"]!.GetValue<string>());

        (await _service.SendAsync(request, request.SignAs(access, secret))).Status.ShouldBe(200);
        (await _service.SendAsync(plain, plain.SignAs(access, secret))).ShouldFail(401, "APIG.0301", Bad + "Get secretKey failed");
        (await _service.SendAsync(request, request.Sign(names: "host;x-sdk-date", secretKey: secret).Replace(ClientRequest.AccessKey, access, StringComparison.Ordinal)))
            .ShouldFail(401, "APIG.0301", BadSignature);
    }

    [Fact]
    public async Task No_secret_is_in_the_log()
    {
        string token = await _service.TokenAsync(TestAccount.User, TestAccount.Password);
        await _service.SendSignedAsync(SignedCalls.Request("POST", Service.WebImage, Body));
        ClientRequest wrong = SignedCalls.Request("POST", Service.WebImage, Body + " ");
        await _service.SendAsync(wrong, wrong.SignAs(TestAccount.AccessKey, "wrong-secret-key"));
        string created = (await _service.JsonAsync(HttpMethod.Post, AccountCalls.Path("keys"), new JsonObject()))["secret"]!.GetValue<string>();

        _service.Log.Lines.ShouldNotBeEmpty();
        foreach (string secret in new[] { token, created, TestAccount.Password, TestAccount.SecretKey, "wrong-secret-key" })
            _service.Log.Lines.ShouldNotContain(l => l.Text.Contains(secret, StringComparison.Ordinal));
    }
}
