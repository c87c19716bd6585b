using System.Globalization;
using System.Text;
using OcrService.Api.Tests.Authentication.Signing;
using OcrService.Api.Tests.Support;

namespace OcrService.Api.Tests.WholePath.Replicas;

/// <summary>An access key with its secret. Every request it signs has a header of its own: the same one would be refused as a replay.</summary>
internal sealed record KeyPair(string Access, string Secret)
{
    public static readonly KeyPair Operator = new(TestAccount.AccessKey, TestAccount.SecretKey);

    public HttpRequestMessage Sign(HttpMethod method, string path, string body = "")
    {
        string date = TimeProvider.System.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var signed = new ClientRequest(method.Method, path, [("X-Sdk-Date", date), ("X-Test-Nonce", Guid.NewGuid().ToString("N"))], body);
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        foreach ((string name, string value) in signed.Headers)
            request.Headers.Add(name, value);
        request.Headers.TryAddWithoutValidation("Authorization", signed.SignAs(Access, Secret)).ShouldBeTrue();
        if (body.Length > 0)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return request;
    }

    public async Task<Answer> SendAsync(ServiceProcess service, HttpMethod method, string path, string body = "")
    {
        using HttpRequestMessage request = Sign(method, path, body);
        using HttpResponseMessage response = await service.Client.SendAsync(request);
        return await Answer.OfAsync(response);
    }
}
