using System.Text;

namespace OcrService.Api.Authentication.Signing;

/// <summary>The canonical request of the vendor's signing guide: all that a signature covers, as one text.</summary>
internal static class CanonicalRequest
{
    /// <summary>Null when the request lacks one of the signed headers.</summary>
    public static string? Of(SignedRequest request, IReadOnlyList<string> signedHeaders, string bodyHash)
    {
        string[] target = request.RawTarget.Split('?', 2);
        var text = new StringBuilder();
        Line(request.Method.ToUpperInvariant());
        Line(CanonicalUri.Path(target[0]));
        Line(target.Length > 1 ? CanonicalUri.Query(target[1]) : "");
        foreach (string name in signedHeaders)
        {
            if (request.Header(name) is not { } value)
                return null;

            Line($"{name}:{value}");
        }

        Line("");
        Line(string.Join(';', signedHeaders));
        return text.Append(bodyHash).ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }
}
