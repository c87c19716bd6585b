using System.Text;
using System.Text.Json.Nodes;
using OcrService.Api.Tests.Authentication.Signing;
using OcrService.Api.Tests.Support;

namespace OcrService.Api.Tests.Endpoints.Iam;

/// <summary>Tokens and look-ups as the SDKs and the documentation of the cloud have them (contract sections 5 and 7).</summary>
public sealed class IamEndpointsTests : IDisposable
{
    private readonly Service _service = Service.OnPort();

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData("""{"project":{"name":"test-1"}}""", true)]
    [InlineData("""{"project":{"id":"0123456789abcdef0123456789abcdef"}}""", true)]
    [InlineData("""{"project":{"name":"test-1"},"domain":{"name":"test-domain"}}""", true)]
    [InlineData("""{"domain":{"name":"test-domain"}}""", false)]
    public async Task A_token_is_issued_for_the_scope(string scope, bool isProject)
    {
        using HttpClient client = _service.CreateClient();
        using var content = new StringContent(
            AccountCalls.TokenRequest(TestAccount.User, TestAccount.Password, TestAccount.Domain, JsonNode.Parse(scope)!.AsObject()).ToJsonString(),
            Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json;charset=utf8");
        using HttpResponseMessage response = await client.PostAsync(new Uri("/v3/auth/tokens?nocatalog=true", UriKind.Relative), content);

        ((int)response.StatusCode).ShouldBe(201);
        response.Headers.GetValues("X-Subject-Token").Single().Length.ShouldBeGreaterThan(100);
        response.Headers.Contains("X-Request-Id").ShouldBeTrue();
        JsonNode token = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["token"]!;
        token["methods"]!.ToJsonString().ShouldBe("""["password"]""");
        token["catalog"]!.ToJsonString().ShouldBe("[]");
        token["user"]!["name"]!.GetValue<string>().ShouldBe(TestAccount.User);
        token["user"]!["domain"]!["name"]!.GetValue<string>().ShouldBe(TestAccount.Domain);
        token["roles"]!.AsArray().Count.ShouldBe(1);
        token["issued_at"]!.GetValue<string>().ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$");
        DateTimeOffset issued = DateTimeOffset.Parse(token["issued_at"]!.GetValue<string>(), null), expires = DateTimeOffset.Parse(token["expires_at"]!.GetValue<string>(), null);
        (expires - issued).ShouldBe(TimeSpan.FromHours(24));
        (token["project"] is not null).ShouldBe(isProject);
        (token["domain"] is not null).ShouldBe(!isProject);
        if (isProject)
            token["project"]!["domain"]!["name"]!.GetValue<string>().ShouldBe(TestAccount.Domain);
    }

    [Theory]
    [InlineData("nobody", TestAccount.Password, TestAccount.Domain)]
    [InlineData(TestAccount.User, "wrong", TestAccount.Domain)]
    [InlineData(TestAccount.User, TestAccount.Password, "nowhere")]
    public async Task A_wrong_name_and_a_wrong_password_are_told_alike(string user, string password, string domain)
    {
        Answer answer = await _service.CallAsync(HttpMethod.Post, "/v3/auth/tokens", AccountCalls.TokenRequest(user, password, domain, AccountCalls.ProjectScope()));

        answer.Status.ShouldBe(401);
        answer.Body.ShouldBe("""{"error":{"code":401,"message":"The username or password is wrong.","title":"Unauthorized"}}""");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"auth":{}}""")]
    [InlineData("""{"auth":{"identity":{"methods":["password","totp"]}}}""")]
    [InlineData("""{"auth":{"identity":{"methods":"password"}}}""")]
    [InlineData("""{"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"a","password":1,"domain":{"name":"b"}}}},"scope":{"project":{"id":"x"}}}}""")]
    [InlineData("""{"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"a","password":"b","domain":{"name":"c"}}}}}}""")]
    [InlineData("""{"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"a","password":"b","domain":{"name":"c"}}}},"scope":{"project":{}}}}""")]
    public async Task A_body_that_is_no_token_request(string body)
    {
        Answer answer = await _service.PostAsync("/v3/auth/tokens", body);

        answer.Status.ShouldBe(400, answer.Body);
        answer.Body.ShouldBe("""{"error":{"code":400,"message":"The request body is invalid","title":"Bad Request"}}""");
    }

    [Fact]
    public async Task A_body_beyond_reason_is_refused()
    {
        using Service onPort = Service.OnPort();

        Answer answer = await onPort.PostAsync("/v3/auth/tokens", "{\"auth\":\"" + new string('a', 100_000) + "\"}");

        answer.Status.ShouldBe(413);
    }

    [Fact]
    public async Task A_foreign_project_is_no_scope()
    {
        Answer answer = await _service.CallAsync(
            HttpMethod.Post,
            "/v3/auth/tokens",
            AccountCalls.TokenRequest(TestAccount.User, TestAccount.Password, TestAccount.Domain, AccountCalls.ProjectScope("ffffffffffffffffffffffffffffffff")));

        answer.Status.ShouldBe(404);
        answer.Body.ShouldBe("""{"error":{"code":404,"message":"The requested resource could not be found.","title":"Not Found"}}""");
    }

    [Fact]
    public async Task A_token_can_be_checked()
    {
        string subject = await _service.TokenAsync(TestAccount.User, TestAccount.Password);
        using HttpClient client = _service.CreateClient();
        client.DefaultRequestHeaders.Add("X-Subject-Token", subject);
        using HttpResponseMessage response = await client.GetAsync(new Uri("/v3/auth/tokens", UriKind.Relative));

        ((int)response.StatusCode).ShouldBe(200);
        response.Headers.GetValues("X-Subject-Token").Single().ShouldBe(subject);
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!["token"]!["user"]!["name"]!.GetValue<string>().ShouldBe(TestAccount.User);

        client.DefaultRequestHeaders.Remove("X-Subject-Token");
        client.DefaultRequestHeaders.Add("X-Subject-Token", "nonsense");
        using HttpResponseMessage unknown = await client.GetAsync(new Uri("/v3/auth/tokens", UriKind.Relative));
        ((int)unknown.StatusCode).ShouldBe(404);
    }

    [Fact]
    public async Task Sdks_find_exactly_one_project_by_its_region()
    {
        // As .NET, Python and Java ask, and as Node does, with a body.
        foreach (string body in new[] { "", "{}" })
        {
            ClientRequest request = SignedCalls.Request("GET", "/v3/projects?name=test-1", body);
            Answer answer = await _service.SendAsync(
                request, request.SignAs(TestAccount.AccessKey, TestAccount.SecretKey, path: "/v3/projects/", query: "name=test-1"));

            answer.Status.ShouldBe(200, answer.Body);
            JsonNode project = JsonNode.Parse(answer.Body)!["projects"]!.AsArray().ShouldHaveSingleItem()!;
            project["id"]!.GetValue<string>().ShouldBe(TestAccount.ProjectId);
            project["name"]!.GetValue<string>().ShouldBe("test-1");
            project["enabled"]!.GetValue<bool>().ShouldBeTrue();
            project["is_domain"]!.GetValue<bool>().ShouldBeFalse();
            project["links"]!.AsObject().Select(l => l.Key).ShouldBe(["self", "next", "previous"]);
        }

        (await _service.JsonAsync(HttpMethod.Get, "/v3/projects?name=elsewhere"))["projects"]!.AsArray().ShouldBeEmpty();
        (await _service.JsonAsync(HttpMethod.Get, "/v3/auth/projects"))["projects"]!.AsArray().Count.ShouldBe(1);
        (await _service.JsonAsync(HttpMethod.Get, "/v3/auth/domains"))["domains"]![0]!["name"]!.GetValue<string>().ShouldBe(TestAccount.Domain);
    }

    [Theory]
    [InlineData(899, 400)]
    [InlineData(900, 201)]
    [InlineData(86400, 201)]
    [InlineData(86401, 400)]
    public async Task Temporary_keys_live_a_quarter_of_an_hour_to_a_day(int seconds, int status)
    {
        JsonNode body = JsonNode.Parse("""{"auth":{"identity":{"methods":["token"],"token":{"duration_seconds":SECONDS}}}}""".Replace("SECONDS", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal))!;

        (await _service.CallAsync(HttpMethod.Post, "/v3.0/OS-CREDENTIAL/securitytokens", body)).Status.ShouldBe(status);
    }
}
