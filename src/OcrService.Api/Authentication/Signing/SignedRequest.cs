using Microsoft.Extensions.Primitives;

namespace OcrService.Api.Authentication.Signing;

/// <summary>The head of a request, as far as a signature covers it.</summary>
/// <param name="Method">As it came.</param>
/// <param name="RawTarget">Path and query as they came on the wire, escapes included.</param>
/// <param name="Headers">All values of a header by its name in lower case; empty when the request has no such header.</param>
internal sealed record SignedRequest(string Method, string RawTarget, Func<string, StringValues> Headers)
{
    /// <summary>The value as it is signed, trimmed and with repetitions joined; null when the request has no such header.</summary>
    public string? Header(string name)
    {
        StringValues values = Headers(name);
        return values.Count == 0 ? null : string.Join(',', values.Select(v => v?.Trim()));
    }
}
