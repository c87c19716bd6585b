using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using OcrService.Api.Authentication.Signing;

namespace OcrService.Battery.Fuzzing.Targets;

/// <summary>
/// The parser and verifier of signed requests. The input is the raw target, the value of Authorization and then header lines. What
/// is not the signed request itself, spelled in another way at most, must not verify.
/// </summary>
internal sealed class SignatureTarget() : FuzzTarget("signature", new MarkedText("/?&=%;, \n:"), [.. Inputs().Select(Encoding.UTF8.GetBytes)], maxLength: 4 * 1024)
{
    // The contract's test vectors (section 6.3), made with the vendor's SDK.
    private const string SecretKey = "ExampleSecretKeyForTestVectors0123456789";
    private const string Body = """{"url": "https://images.example.com/shop-banner.png", "detect_direction": true, "extract_type": ["image_size"]}""";
    private const string Target = "/v2/0123456789abcdef0123456789abcdef/ocr/web-image";
    private const string Signed = "SignedHeaders=content-type;host;user-agent;x-project-id;x-sdk-date, Signature=";
    private const string Key = "Access=EXAMPLEAK0123456789A, ";

    private const string Headers =
        "content-type:application/json;charset=utf-8\nhost:ocr.example.com\nuser-agent:contract-test/1.0\n"
        + "x-project-id:0123456789abcdef0123456789abcdef\nx-sdk-date:20260115T083000Z";

    private static readonly DateTimeOffset Now = new(2026, 1, 15, 8, 30, 0, TimeSpan.Zero);
    private static readonly byte[] BodyBytes = Encoding.UTF8.GetBytes(Body);

    private static readonly string[] Authorizations =
    [
        "SDK-HMAC-SHA256 " + Key + Signed + "9d7b8d42bbff4b7a7fda3e00ba65fcf60ccf3bc3aba9271c331a42f77b958147",
        "SDK-HMAC-SM3 " + Key + Signed + "28dbcb4a98cfe06fcd05d8ef55bc282e3ce085d147ce80c62f6d2c8b4da83f69",
        "SDK-ECDSA-P256-SHA256 " + Key + Signed
            + "30450221009e6fcb3ea6560eec3b05a867112fc74d29288e9adb8f8fbf0326a7cac8d330fa0220287df7cd49e4f9e0f97e8ba1ad0b79e5eb0e659acb484fc3adc2482e2b44ac10",
        "SDK-SM2-SM3 " + Key + Signed
            + "3045022023fee577b63076044c47c3e7e223ecc319cd83de991b9370779e73d527a6f22d022100b19e62ca8bb18be5c1df76b74792ecf4ab9a2a1f3ccc1a41f22fb75ef1df010a",
        "V11-HMAC-SHA256 Credential=EXAMPLEAK0123456789A/20260115/ap-southeast-1/ocr, " + Signed
            + "527d70dad9faedc7935743d3525694e00d246cea133bbdaacabc8a5abe5ad4c6",
    ];

    private static readonly string Canonical = CanonicalRequest.Of(
        new SignedRequest("POST", Target, Find(Headers.Split('\n'))),
        ["content-type", "host", "user-agent", "x-project-id", "x-sdk-date"],
        Convert.ToHexStringLower(SHA256.HashData(BodyBytes)))!;

    public override string Run(byte[] input)
    {
        string[] lines = Encoding.UTF8.GetString(input).Split('\n');
        string target = lines[0];
        string path = target.Split('?', 2)[0], query = target.Contains('?', StringComparison.Ordinal) ? target.Split('?', 2)[1] : "";
        DefectException.Unless(CanonicalUri.Path(CanonicalUri.Path(path)) == CanonicalUri.Path(path), "a path whose canonical form has another one");
        DefectException.Unless(CanonicalUri.Query(CanonicalUri.Query(query)) == CanonicalUri.Query(query), "a query whose canonical form has another one");
        string? header = lines.Length > 1 ? lines[1] : null;
        _ = AuthorizationHeader.IsSigned(header);
        if (AuthorizationHeader.Parse(header) is not { } authorization) return "no signature";

        var request = new SignedRequest("POST", target, Find(lines.Skip(2)));
        if (!SignatureVerifier.Verify(request, BodyBytes, authorization, SecretKey, Now, out _)) return "wrong";

        string? canonical = CanonicalRequest.Of(request, authorization.SignedHeaders, Convert.ToHexStringLower(SHA256.HashData(BodyBytes)));
        DefectException.Unless(canonical == Canonical, "verifies a request that nobody signed");
        return "right";
    }

    private static IEnumerable<string> Inputs()
    {
        foreach (string authorization in Authorizations) yield return $"{Target}\n{authorization}\n{Headers}";
        yield return $"/v3/projects?name=ap%2Dsoutheast-1&a=b+c&a=b%20c&=&x\n{Authorizations[0]}\n{Headers}\nx-security-token:tok\nx-sdk-content-sha256:UNSIGNED-PAYLOAD";
    }

    private static Func<string, StringValues> Find(IEnumerable<string> lines)
    {
        ILookup<string, string> headers = lines.Select(l => l.Split(':', 2)).Where(p => p.Length == 2).ToLookup(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);
        return name => new StringValues([.. headers[name]]);
    }
}
