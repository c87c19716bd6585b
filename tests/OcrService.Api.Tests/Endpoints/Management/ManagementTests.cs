using System.Text.Json.Nodes;
using OcrService.Api.Tests.Authentication.Signing;
using OcrService.Api.Tests.Support;

namespace OcrService.Api.Tests.Endpoints.Management;

/// <summary>Our own API: what it answers and whom.</summary>
public sealed class ManagementTests : IDisposable
{
    private const string DeniedText = "Access denied! You do not have permission.";

    private static readonly string Body = $$"""{"image":"{{Pictures.PngText()}}"}""";

    private readonly Service _service = Service.OnPort();

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData("GET", "me", "read_only")]
    [InlineData("GET", "usage", "read_only")]
    [InlineData("GET", "packages", "read_only")]
    [InlineData("GET", "prices", "read_only")]
    [InlineData("GET", "statements/2026-11", "read_only")]
    [InlineData("GET", "projects", "read_only")]
    [InlineData("GET", "subscriptions", "read_only")]
    [InlineData("GET", "keys", "full_access")]
    [InlineData("POST", "keys", "full_access")]
    [InlineData("GET", "users", "full_access")]
    [InlineData("POST", "projects", "full_access")]
    [InlineData("PUT", "subscriptions/passport", "full_access")]
    [InlineData("POST", "packages", "operator")]
    [InlineData("GET", "domains", "operator")]
    [InlineData("POST", "domains", "operator")]
    [InlineData("GET", "audit", "operator")]
    public async Task Each_path_has_its_least_role(string method, string path, string least)
    {
        string[] roles = ["read_only", "full_access", "operator"];
        foreach (string role in roles)
        {
            string token = await _service.NewUserAsync(role, role);
            Answer answer = await _service.CallAsync(new HttpMethod(method), AccountCalls.Path(path), method == "GET" ? null : new JsonObject(), token);

            if (Array.IndexOf(roles, role) < Array.IndexOf(roles, least))
                answer.ShouldFail(401, "ModelArts.4203", DeniedText);
            else
                answer.Status.ShouldBeOneOf(200, 201, 400);
        }
    }

    [Fact]
    public async Task A_reader_may_look_but_not_call()
    {
        string token = await _service.NewUserAsync("reader", "read_only");

        (await _service.CallAsync(HttpMethod.Post, Service.WebImage, JsonNode.Parse(Body), token)).ShouldFail(401, "ModelArts.4203", DeniedText);
        (await _service.JsonAsync(HttpMethod.Get, AccountCalls.Path("me"), token: token))["role"]!.GetValue<string>().ShouldBe("read_only");
    }

    [Fact]
    public async Task A_key_is_made_used_disabled_rotated_and_removed()
    {
        JsonNode key = await _service.JsonAsync(HttpMethod.Post, AccountCalls.Path("keys"), new JsonObject { ["description"] = "batch" });
        string access = key["access"]!.GetValue<string>(), secret = key["secret"]!.GetValue<string>();
        access.ShouldMatch("^[A-Z0-9]{20}$");
        secret.Length.ShouldBe(40);
        (await CallWithAsync(access, secret)).Status.ShouldBe(200);
        (await _service.CallAsync(HttpMethod.Get, AccountCalls.Path("keys"))).Body.ShouldNotContain(secret);

        await _service.JsonAsync(HttpMethod.Patch, AccountCalls.Path("keys/" + access), new JsonObject { ["enabled"] = false });
        (await CallWithAsync(access, secret)).Status.ShouldBe(401);
        await _service.JsonAsync(HttpMethod.Patch, AccountCalls.Path("keys/" + access), new JsonObject { ["enabled"] = true });
        (await CallWithAsync(access, secret)).Status.ShouldBe(200);

        JsonNode rotated = await _service.JsonAsync(HttpMethod.Post, AccountCalls.Path($"keys/{access}/rotate"));
        (await CallWithAsync(access, secret)).Status.ShouldBe(401);
        (await CallWithAsync(rotated["access"]!.GetValue<string>(), rotated["secret"]!.GetValue<string>())).Status.ShouldBe(200);

        await _service.JsonAsync(HttpMethod.Delete, AccountCalls.Path("keys/" + rotated["access"]!.GetValue<string>()));
        (await CallWithAsync(rotated["access"]!.GetValue<string>(), rotated["secret"]!.GetValue<string>())).Status.ShouldBe(401);
        (await _service.CallAsync(HttpMethod.Delete, AccountCalls.Path("keys/" + access))).ShouldFail(404, "IAM.0404", "The requested resource could not be found.");

        JsonArray entries = (await _service.JsonAsync(HttpMethod.Get, AccountCalls.Path("audit")))["entries"]!.AsArray();
        entries.Select(e => e!["action"]!.GetValue<string>()).Take(5).ShouldBe(["key.delete", "key.rotate", "key.enable", "key.disable", "key.create"]);
        entries[0]!["actor"]!.GetValue<string>().ShouldBe($"{TestAccount.Domain}/{TestAccount.User}");
    }

    [Fact]
    public async Task Nobody_rises_above_himself()
    {
        string full = await _service.NewUserAsync("full", "full_access");
        string operatorId = (await UsersAsync()).Single(u => u["name"]!.GetValue<string>() == TestAccount.User)["id"]!.GetValue<string>();

        var newOperator = new JsonObject { ["name"] = "x", ["password"] = "long enough", ["role"] = "operator" };
        (await _service.CallAsync(HttpMethod.Post, AccountCalls.Path("users"), newOperator, full)).ShouldFail(401, "ModelArts.4203", DeniedText);
        (await _service.CallAsync(HttpMethod.Patch, AccountCalls.Path("users/" + operatorId), new JsonObject { ["password"] = "long enough" }, full))
            .ShouldFail(401, "ModelArts.4203", DeniedText);
        (await _service.CallAsync(HttpMethod.Post, AccountCalls.Path("keys"), new JsonObject { ["user_id"] = operatorId }, full))
            .ShouldFail(401, "ModelArts.4203", DeniedText);
    }

    [Fact]
    public async Task Who_is_kept_to_a_project_stays_in_it()
    {
        string other = (await _service.JsonAsync(HttpMethod.Post, AccountCalls.Path("projects"), new JsonObject { ["name"] = "test-2" }))["id"]!.GetValue<string>();
        string token = await _service.NewUserAsync("kept", "full_access", other);

        (await _service.CallAsync(HttpMethod.Post, $"/v2/{other}/ocr/web-image", JsonNode.Parse(Body), token)).Status.ShouldBe(200);
        (await _service.CallAsync(HttpMethod.Post, Service.WebImage, JsonNode.Parse(Body), token)).ShouldFail(401, "ModelArts.4203", DeniedText);
        (await _service.CallAsync(HttpMethod.Get, AccountCalls.Path("users", other), token: token)).ShouldFail(401, "ModelArts.4203", DeniedText);
        (await _service.JsonAsync(HttpMethod.Get, AccountCalls.Path("projects", other), token: token))["projects"]!.AsArray().Count.ShouldBe(1);
        (await _service.JsonAsync(HttpMethod.Get, "/v3/projects", token: token))["projects"]!.AsArray().ShouldHaveSingleItem()!["id"]!.GetValue<string>().ShouldBe(other);
    }

    [Fact]
    public async Task Another_domain_is_another_world()
    {
        var body = new JsonObject { ["domain"] = "other", ["project"] = "far-1", ["user"] = "owner", ["password"] = "long enough" };
        JsonNode created = await _service.JsonAsync(HttpMethod.Post, AccountCalls.Path("domains"), body);
        string theirs = created["project"]!["id"]!.GetValue<string>();
        string token = await _service.TokenAsync("owner", "long enough", "other", AccountCalls.ProjectScope(theirs));

        (await _service.CallAsync(HttpMethod.Post, $"/v2/{theirs}/ocr/web-image", JsonNode.Parse(Body), token)).Status.ShouldBe(200);
        (await _service.CallAsync(HttpMethod.Post, Service.WebImage, JsonNode.Parse(Body), token)).ShouldFail(401, "ModelArts.4203", DeniedText);
        (await _service.CallAsync(HttpMethod.Get, AccountCalls.Path("usage"), token: token)).ShouldFail(401, "ModelArts.4203", DeniedText);
        (await CallWithAsync(TestAccount.AccessKey, TestAccount.SecretKey, $"/v2/{theirs}/ocr/web-image")).ShouldFail(401, "ModelArts.4203", DeniedText);

        // The operator looks after it, but cannot call on its bill.
        (await _service.JsonAsync(HttpMethod.Get, AccountCalls.Path("usage", theirs)))["points"]!.AsArray().Count.ShouldBeLessThanOrEqualTo(1);
        (await _service.PostAsync($"/v2/{theirs}/ocr/web-image", Body)).ShouldFail(401, "ModelArts.4203", DeniedText);
        (await _service.CallAsync(HttpMethod.Post, AccountCalls.Path("domains"), body.DeepClone())).ShouldFail(409, "IAM.0409", "The name is already used.");
    }

    [Fact]
    public async Task A_new_password_ends_what_the_old_one_opened()
    {
        string token = await _service.NewUserAsync("changer", "full_access");
        string id = (await UsersAsync()).Single(u => u["name"]!.GetValue<string>() == "changer")["id"]!.GetValue<string>();

        await _service.JsonAsync(HttpMethod.Patch, AccountCalls.Path("users/" + id), new JsonObject { ["password"] = "another one" });

        (await _service.CallAsync(HttpMethod.Get, AccountCalls.Path("me"), token: token))
            .ShouldFail(401, "APIG.0301", "Incorrect IAM authentication information: token expires");
        string renewed = await _service.TokenAsync("changer", "another one");
        (await _service.JsonAsync(HttpMethod.Get, AccountCalls.Path("me"), token: renewed))["user"]!["name"]!.GetValue<string>().ShouldBe("changer");
    }

    [Theory]
    [InlineData("POST", "users", """{"name":"","password":"long enough"}""")]
    [InlineData("POST", "users", """{"name":"x","password":"short"}""")]
    [InlineData("POST", "users", """{"name":"x","password":"long enough","role":"king"}""")]
    [InlineData("POST", "users", """{"name":"x","password":"long enough","project_id":"ffffffffffffffffffffffffffffffff"}""")]
    [InlineData("POST", "projects", """{"name":"a b"}""")]
    [InlineData("POST", "packages", """{"api":"no-such","quota":1,"period":"month"}""")]
    [InlineData("POST", "packages", """{"api":"*","quota":0,"period":"month"}""")]
    [InlineData("POST", "packages", """{"api":"*","quota":1,"period":"week"}""")]
    [InlineData("POST", "packages", """{"api":"*","quota":1,"period":"month","price":-1}""")]
    [InlineData("PUT", "subscriptions/passport", "{}")]
    [InlineData("GET", "usage?step=week", null)]
    [InlineData("GET", "usage?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z", null)]
    [InlineData("GET", "usage?from=2000-01-01T00:00:00Z&step=minute", null)]
    [InlineData("GET", "statements/november", null)]
    [InlineData("GET", "statements/2026-11?format=pdf", null)]
    [InlineData("GET", "price-calculation?api=no-such&calls=1", null)]
    [InlineData("GET", "price-calculation?api=passport&calls=-1", null)]
    [InlineData("GET", "audit?count=0", null)]
    public async Task Values_that_cannot_be(string method, string path, string? body) =>
        (await _service.CallAsync(new HttpMethod(method), AccountCalls.Path(path), body is null ? null : JsonNode.Parse(body)))
            .ShouldFail(400, "IAM.0400", "The request body is invalid");

    [Theory]
    [InlineData("usage?from=yesterday")]
    [InlineData("audit?count=many")]
    public async Task Queries_of_another_type(string path) =>
        (await _service.CallAsync(HttpMethod.Get, AccountCalls.Path(path))).ShouldFail(400, "APIG.0201", "API request error.");

    [Fact]
    public async Task Bodies_that_are_no_json() =>
        (await _service.PostAsync(AccountCalls.Path("users"), "{")).ShouldFail(400, "ModelArts.4105", "The JSON format of the input data is incorrect.");

    private async Task<IEnumerable<JsonNode>> UsersAsync() => (await _service.JsonAsync(HttpMethod.Get, AccountCalls.Path("users")))["users"]!.AsArray().Select(u => u!);

    private Task<Answer> CallWithAsync(string access, string secret, string path = Service.WebImage)
    {
        ClientRequest request = SignedCalls.Request("POST", path, $$"""{"image":"{{Pictures.PngText()}}","note":"{{Guid.NewGuid()}}"}""");
        return _service.SendAsync(request, request.SignAs(access, secret));
    }
}
