using System.Text;
using System.Text.Json.Nodes;

namespace OcrService.Api.Tests.Support;

/// <summary>Calls of our own API, with the service's token or another.</summary>
internal static class AccountCalls
{
    public static string Path(string rest, string project = TestAccount.ProjectId) => $"/v1/{project}/{rest}";

    public static async Task<Answer> CallAsync(this Service service, HttpMethod method, string path, JsonNode? body = null, string? token = null)
    {
        using HttpClient client = service.CreateClient();
        using var message = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (token is not null)
        {
            client.DefaultRequestHeaders.Remove("X-Auth-Token");
            message.Headers.Add("X-Auth-Token", token);
        }

        // No content type: clients of the cloud are not careful, and ours need not be.
        if (body is not null)
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString()));
        using HttpResponseMessage response = await client.SendAsync(message);
        return await Answer.OfAsync(response);
    }

    /// <summary>The JSON of a call that must succeed.</summary>
    public static async Task<JsonNode> JsonAsync(this Service service, HttpMethod method, string path, JsonNode? body = null, string? token = null)
    {
        Answer answer = await service.CallAsync(method, path, body, token);
        answer.Status.ShouldBeInRange(200, 299, path + answer.Body);
        return JsonNode.Parse(answer.Body)!;
    }

    public static JsonObject TokenRequest(string user, string password, string domain, JsonObject scope) => new()
    {
        ["auth"] = new JsonObject
        {
            ["identity"] = new JsonObject
            {
                ["methods"] = new JsonArray("password"),
                ["password"] = new JsonObject
                {
                    ["user"] = new JsonObject { ["name"] = user, ["password"] = password, ["domain"] = new JsonObject { ["name"] = domain } },
                },
            },
            ["scope"] = scope,
        },
    };

    public static JsonObject ProjectScope(string id = TestAccount.ProjectId) => new() { ["project"] = new JsonObject { ["id"] = id } };

    /// <summary>Signs in.</summary>
    public static async Task<string> TokenAsync(this Service service, string user, string password, string domain = TestAccount.Domain, JsonObject? scope = null)
    {
        using HttpClient client = service.CreateClient();
        using var content = new StringContent(TokenRequest(user, password, domain, scope ?? ProjectScope()).ToJsonString(), Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await client.PostAsync(new Uri("/v3/auth/tokens", UriKind.Relative), content);
        ((int)response.StatusCode).ShouldBe(201, await response.Content.ReadAsStringAsync());
        return response.Headers.GetValues("X-Subject-Token").Single();
    }

    /// <summary>Makes a user of the test's domain and signs him in.</summary>
    public static async Task<string> NewUserAsync(this Service service, string name, string role, string? project = null)
    {
        var body = new JsonObject { ["name"] = name, ["password"] = "password-" + name, ["role"] = role, ["project_id"] = project };
        await service.JsonAsync(HttpMethod.Post, Path("users"), body);
        return await service.TokenAsync(name, "password-" + name, scope: ProjectScope(project ?? TestAccount.ProjectId));
    }
}
