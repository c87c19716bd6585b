using System.Globalization;
using OcrService.Api.Tests.Authentication.Signing;

namespace OcrService.Api.Tests.Support;

/// <summary>Sends requests as an SDK signs them, to a service on a real port: the test server does not keep the target as it was sent.</summary>
internal static class SignedCalls
{
    /// <summary>A request with today's date; the body makes it different from others of the same second.</summary>
    public static ClientRequest Request(string method, string target, string body, DateTimeOffset? date = null) => new(
        method,
        target,
        [
            ("Host", "localhost"),
            ("X-Sdk-Date", (date ?? TimeProvider.System.GetUtcNow()).UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)),
        ],
        body);

    public static string SignAs(this ClientRequest request, string accessKey, string secretKey, string? path = null, string query = "") =>
        request.Sign(path: path, query: query, secretKey: secretKey).Replace(ClientRequest.AccessKey, accessKey, StringComparison.Ordinal);

    /// <summary>Sends the request under a signature, which need not be its own.</summary>
    public static async Task<Answer> SendAsync(this Service service, ClientRequest request, string authorization)
    {
        using HttpClient client = service.CreateClient();
        client.DefaultRequestHeaders.Remove("X-Auth-Token");
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(request.Target, UriKind.Relative));
        message.Content = new ByteArrayContent(request.Bytes);
        foreach ((string name, string value) in request.Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        message.Headers.TryAddWithoutValidation("Authorization", authorization);
        using HttpResponseMessage response = await client.SendAsync(message);
        return await Answer.OfAsync(response);
    }

    public static Task<Answer> SendSignedAsync(this Service service, ClientRequest request) =>
        service.SendAsync(request, request.SignAs(TestAccount.AccessKey, TestAccount.SecretKey));
}
