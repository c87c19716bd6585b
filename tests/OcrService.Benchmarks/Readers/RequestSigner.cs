using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace OcrService.Benchmarks.Readers;

/// <summary>Signs POST requests with an access key by SDK-HMAC-SHA256 (contract section 6.1), each one different from all others.</summary>
internal sealed record RequestSigner(string AccessKey, string SecretKey)
{
    private const string Algorithm = "SDK-HMAC-SHA256";
    private const string Names = "x-nonce;x-sdk-date";

    public static HttpRequestMessage Post(string path, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return request;
    }

    public HttpRequestMessage Sign(string path, byte[] body)
    {
        string date = TimeProvider.System.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'"), nonce = Guid.NewGuid().ToString("N");
        string canonical = $"POST\n{path}/\n\nx-nonce:{nonce}\nx-sdk-date:{date}\n\n{Names}\n{Hash(body)}";
        byte[] text = Encoding.UTF8.GetBytes($"{Algorithm}\n{date}\n{Hash(Encoding.UTF8.GetBytes(canonical))}");
        return Post(path, body, date, nonce, Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(SecretKey), text)));
    }

    /// <summary>A request with the form of a signature and no truth in it.</summary>
    public HttpRequestMessage Forge(string path, byte[] body) =>
        Post(path, body, TimeProvider.System.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'"), Guid.NewGuid().ToString("N"), new string('0', 64));

    private HttpRequestMessage Post(string path, byte[] body, string date, string nonce, string signature)
    {
        HttpRequestMessage request = Post(path, body);
        request.Headers.Add("X-Sdk-Date", date);
        request.Headers.Add("X-Nonce", nonce);
        request.Headers.TryAddWithoutValidation("Authorization", $"{Algorithm} Access={AccessKey}, SignedHeaders={Names}, Signature={signature}");
        return request;
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
