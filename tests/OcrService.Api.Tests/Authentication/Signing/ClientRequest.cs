using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using OcrService.Api.Authentication.Signing;

namespace OcrService.Api.Tests.Authentication.Signing;

/// <summary>A request as a client builds it, the contract's vectors among them, and how that client signs it.</summary>
internal sealed record ClientRequest(string Method, string Target, IReadOnlyList<(string Name, string Value)> Headers, string Body)
{
    public const string AccessKey = "EXAMPLEAK0123456789A";
    public const string SecretKey = "ExampleSecretKeyForTestVectors0123456789";
    public const string Project = "0123456789abcdef0123456789abcdef";

    /// <summary>The date of the first vector.</summary>
    public static readonly DateTimeOffset Now = new(2026, 1, 15, 8, 30, 0, TimeSpan.Zero);

    public static readonly ClientRequest WebImage = new(
        "POST",
        $"/v2/{Project}/ocr/web-image",
        [
            ("Content-Type", "application/json;charset=utf-8"),
            ("Host", "ocr.example.com"),
            ("User-Agent", "contract-test/1.0"),
            ("X-Project-Id", Project),
            ("X-Sdk-Date", "20260115T083000Z"),
        ],
        """{"url": "https://images.example.com/shop-banner.png", "detect_direction": true, "extract_type": ["image_size"]}""");

    public static readonly ClientRequest Projects = new(
        "GET",
        "/v3/projects?name=ap-southeast-1",
        [("Host", "iam.example.com"), ("User-Agent", "contract-test/1.0"), ("X-Sdk-Date", "20260115T083005Z")],
        "");

    public static readonly ClientRequest ThaiCard = new(
        "POST",
        $"/v2/{Project}/ocr/thailand-id-card",
        [
            ("Content-Type", "application/json;charset=utf-8"),
            ("Enterprise-Project-Id", "0"),
            ("Host", "127.0.0.1:8443"),
            ("X-Project-Id", Project),
            ("X-Sdk-Date", "20260115T083010Z"),
            ("X-Security-Token", "tok-EXAMPLE"),
        ],
        """{"image": "aGVsbG8=", "side": "front"}""");

    public byte[] Bytes => Encoding.UTF8.GetBytes(Body);

    public SignedRequest Seen => new(Method, Target, name => new StringValues([.. Values(name)]));

    public ClientRequest With(string name, string value) => this with { Headers = [.. Without(name).Headers, (name, value)] };

    public ClientRequest Without(string name) =>
        this with { Headers = [.. Headers.Where(h => !h.Name.Equals(name, StringComparison.OrdinalIgnoreCase))] };

    /// <summary>
    /// The default algorithm in a few lines of its own. The client knows its path and query before they are escaped, so it gives
    /// their canonical form itself where that is not simply the target and a slash.
    /// </summary>
    public string Sign(string? names = null, string? path = null, string query = "", string secretKey = SecretKey)
    {
        names ??= string.Join(';', Headers.Select(h => h.Name.ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal));
        IEnumerable<string> lines = names.Split(';').Select(name =>
            name + ":" + string.Join(',', Values(name).Select(v => v.Trim())) + "\n");
        string canonical = $"{Method}\n{path ?? Target + "/"}\n{query}\n{string.Concat(lines)}\n{names}\n{Sha256(Body)}";
        string date = Headers.First(h => h.Name == "X-Sdk-Date").Value;
        byte[] code = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(secretKey), Encoding.UTF8.GetBytes($"SDK-HMAC-SHA256\n{date}\n{Sha256(canonical)}"));
        return Authorize("SDK-HMAC-SHA256", names, Convert.ToHexStringLower(code));
    }

    /// <summary>The header around a signature made elsewhere.</summary>
    public string Authorize(string algorithm, string signature) =>
        Authorize(algorithm, string.Join(';', Headers.Select(h => h.Name.ToLowerInvariant())), signature);

    public bool IsAccepted(string authorization, DateTimeOffset? now = null, string secretKey = SecretKey) =>
        AuthorizationHeader.Parse(authorization) is { } parsed && SignatureVerifier.Verify(Seen, Bytes, parsed, secretKey, now ?? Now, out _);

    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private IEnumerable<string> Values(string name) =>
        Headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value);

    private static string Authorize(string algorithm, string names, string signature)
    {
        string credential = algorithm.StartsWith("V11", StringComparison.Ordinal)
            ? $"Credential={AccessKey}/20260115/ap-southeast-1/ocr"
            : $"Access={AccessKey}";
        return $"{algorithm} {credential}, SignedHeaders={names}, Signature={signature}";
    }
}
