using System.Globalization;
using System.Text;

namespace OcrService.Api.Authentication.Signing;

/// <summary>Whether a request was signed, a short while ago and just as it came, by who knows the secret key.</summary>
internal static class SignatureVerifier
{
    private const string DateHeader = "x-sdk-date";
    private const string SecurityTokenHeader = "x-security-token";

    /// <summary>How far a request's date may be off, either way.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(15);

    /// <summary>The part that needs neither key nor body: the date is signed, well formed and within 15 minutes.</summary>
    public static bool IsFresh(SignedRequest request, AuthorizationHeader authorization, DateTimeOffset now) =>
        authorization.SignedHeaders.Contains(DateHeader)
        && request.Header(DateHeader) is { } text
        && DateTimeOffset.TryParseExact(
            text, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
        && (now - date).Duration() <= Tolerance
        && (authorization.Scope is not { } scope || text.StartsWith(scope.Date + 'T', StringComparison.Ordinal));

    /// <summary>The whole check, freshness included.</summary>
    /// <param name="request">The head of the request.</param>
    /// <param name="body">The very bytes that came.</param>
    /// <param name="authorization">Its signature.</param>
    /// <param name="secretKey">The secret key of the access key.</param>
    /// <param name="now">When the head arrived.</param>
    /// <param name="fingerprint">
    /// Hash of what was signed. The same request has the same one under each of its signatures, of which the elliptic algorithms have many.
    /// </param>
    public static bool Verify(
        SignedRequest request, ReadOnlySpan<byte> body, AuthorizationHeader authorization, string secretKey, DateTimeOffset now, out string fingerprint)
    {
        fingerprint = "";
        if (!IsFresh(request, authorization, now) || HasUnsignedToken(request, authorization))
            return false;

        // A client may state the hash of its body, and then signs what it stated: that must be true, so never UNSIGNED-PAYLOAD.
        HashFunction hash = authorization.Algorithm.Hash;
        string bodyHash = hash.Hex(body);
        if (request.Header(hash.BodyHashHeader) is { } stated && stated != bodyHash)
            return false;
        if (CanonicalRequest.Of(request, authorization.SignedHeaders, bodyHash) is not { } canonical)
            return false;

        byte[] stringToSign = StringToSign(request, authorization, canonical);
        fingerprint = hash.Hex(stringToSign);
        return authorization.Algorithm.Check(authorization, secretKey, stringToSign);
    }

    /// <summary>The token decides what a temporary key may do; nobody may put another one in.</summary>
    private static bool HasUnsignedToken(SignedRequest request, AuthorizationHeader authorization) =>
        request.Header(SecurityTokenHeader) is not null && !authorization.SignedHeaders.Contains(SecurityTokenHeader);

    private static byte[] StringToSign(SignedRequest request, AuthorizationHeader authorization, string canonical)
    {
        // Kestrel decodes header text as UTF-8 and refuses what is not, so these are again the bytes that the client signed and sent.
        string hash = authorization.Algorithm.Hash.Hex(Encoding.UTF8.GetBytes(canonical));
        string scope = authorization.Scope is null ? "" : $"{authorization.Scope}\n";
        return Encoding.UTF8.GetBytes($"{authorization.Algorithm.Name}\n{request.Header(DateHeader)}\n{scope}{hash}");
    }
}
