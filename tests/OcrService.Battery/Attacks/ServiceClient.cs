using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace OcrService.Battery.Attacks;

/// <summary>Where the service is and who attacks it.</summary>
/// <param name="Url">Address without path.</param>
/// <param name="Project">Project of the path.</param>
/// <param name="User">User name.</param>
/// <param name="Password">Password.</param>
/// <param name="Domain">Account name.</param>
internal sealed record ServiceAddress(Uri Url, string Project, string User, string Password, string Domain);

/// <summary>An answer as it came.</summary>
internal sealed record Answer(int Status, string? ContentType, string? RequestId, string Body, TimeSpan Time);

/// <summary>Calls the service with a token.</summary>
internal sealed class ServiceClient : IDisposable
{
    private readonly HttpClient _http;

    private ServiceClient(HttpClient http, string token, Uri url, string project) => (_http, Token, Url, Project) = (http, token, url, project);

    public Uri Url { get; }

    public string Token { get; }

    private string Project { get; }

    /// <summary>Fetches a token.</summary>
    /// <exception cref="HttpRequestException">The service is not there or refuses the user.</exception>
    public static async Task<ServiceClient> ConnectAsync(ServiceAddress address, CancellationToken cancellationToken)
    {
        var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = address.Url, Timeout = TimeSpan.FromMinutes(2) };
        var user = new JsonObject { ["name"] = address.User, ["password"] = address.Password, ["domain"] = new JsonObject { ["name"] = address.Domain } };
        var request = new JsonObject
        {
            ["auth"] = new JsonObject
            {
                ["identity"] = new JsonObject { ["methods"] = new JsonArray("password"), ["password"] = new JsonObject { ["user"] = user } },
                ["scope"] = new JsonObject { ["project"] = new JsonObject { ["id"] = address.Project } },
            },
        };
        using var content = new StringContent(request.ToJsonString(), Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await http.PostAsync(new Uri("/v3/auth/tokens", UriKind.Relative), content, cancellationToken);
        response.EnsureSuccessStatusCode();
        string token = response.Headers.TryGetValues("X-Subject-Token", out IEnumerable<string>? tokens)
            ? tokens.First()
            : throw new HttpRequestException("The service gave no X-Subject-Token.");
        return new ServiceClient(http, token, address.Url, address.Project);
    }

    public string PathOf(string api) => $"/v2/{Uri.EscapeDataString(Project)}/ocr/{api}";

    public string AccountPathOf(string resource) => $"/v1/{Uri.EscapeDataString(Project)}/{resource}";

    /// <summary>A body with a picture.</summary>
    public static byte[] Body(byte[] picture, JsonObject? options = null)
    {
        JsonObject body = options ?? [];
        body["image"] = Convert.ToBase64String(picture);
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    public async Task<Answer> PostAsync(string path, byte[] body, CancellationToken cancellationToken, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Auth-Token", Token);
        change?.Invoke(request);
        long started = Stopwatch.GetTimestamp();
        using HttpResponseMessage response = await _http.SendAsync(request, cancellationToken);
        string text = await response.Content.ReadAsStringAsync(cancellationToken);
        string? id = response.Headers.TryGetValues("X-Request-Id", out IEnumerable<string>? ids) ? ids.First() : null;
        return new Answer((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), id, text, Stopwatch.GetElapsedTime(started));
    }

    public void Dispose() => _http.Dispose();
}
