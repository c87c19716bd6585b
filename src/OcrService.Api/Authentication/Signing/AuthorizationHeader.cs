using System.Buffers;

namespace OcrService.Api.Authentication.Signing;

/// <summary>
/// A signed <c>Authorization</c> header, taken apart: <c>{algorithm} Access={AK}, SignedHeaders={h1;h2}, Signature={hex}</c>, where
/// V11 has <c>Credential={AK}/{date}/{region}/{service}</c> instead of Access.
/// </summary>
internal sealed class AuthorizationHeader
{
    /// <summary>DER of two numbers of 256 bits, the longest signature of any algorithm.</summary>
    private const int MaxSignatureBytes = 72;

    // Header names as RFC 9110 spells them, lower case only.
    private static readonly SearchValues<char> NameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~");
    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    private AuthorizationHeader(
        SignatureAlgorithm algorithm, string accessKey, CredentialScope? scope, string[] signedHeaders, byte[] signature)
    {
        Algorithm = algorithm;
        AccessKey = accessKey;
        Scope = scope;
        SignedHeaders = signedHeaders;
        Signature = signature;
    }

    public SignatureAlgorithm Algorithm { get; }

    public string AccessKey { get; }

    /// <summary>Given exactly when the algorithm has one.</summary>
    public CredentialScope? Scope { get; }

    /// <summary>Names in lower case, sorted, none twice.</summary>
    public IReadOnlyList<string> SignedHeaders { get; }

    public ReadOnlyMemory<byte> Signature { get; }

    /// <summary>True when the header means to be a signature, well formed or not: then no other authentication counts.</summary>
    public static bool IsSigned(string? header) =>
        header is not null && SignatureAlgorithm.All.Any(a => header.StartsWith(a.Name, StringComparison.Ordinal));

    /// <summary>Null for anything but the documented form; blanks around the commas are allowed.</summary>
    public static AuthorizationHeader? Parse(string? header)
    {
        if (header?.Split(' ', 2) is not [string name, string fields] || SignatureAlgorithm.Named(name) is not { } algorithm)
            return null;

        // One more than allowed, so that a hostile row of commas is not cut up.
        string[] parts = fields.Split(',', 4);
        if (parts.Length != 3
            || Field(parts[0], algorithm.IsScoped ? "Credential=" : "Access=") is not { } credential
            || Field(parts[1], "SignedHeaders=") is not { } names
            || Field(parts[2], "Signature=") is not { } hex)
        {
            return null;
        }

        if (Names(names) is not { } signedHeaders || Bytes(hex) is not { } signature)
            return null;

        string[] elements = credential.Split('/', 5);
        if (!Array.TrueForAll(elements, IsWord))
            return null;

        return (algorithm.IsScoped, elements) switch
        {
            (false, [string key]) => new(algorithm, key, null, signedHeaders, signature),
            (true, [string key, string date, string region, string service]) =>
                new(algorithm, key, new CredentialScope(date, region, service), signedHeaders, signature),
            _ => null,
        };
    }

    private static string? Field(string part, string label)
    {
        string field = part.Trim(' ');
        return field.StartsWith(label, StringComparison.Ordinal) ? field[label.Length..] : null;
    }

    private static string[]? Names(string text)
    {
        string[] names = text.Split(';');
        for (int i = 0; i < names.Length; i++)
        {
            if (names[i].Length == 0 || names[i].AsSpan().ContainsAnyExcept(NameLetters))
                return null;
            if (i > 0 && string.CompareOrdinal(names[i - 1], names[i]) >= 0)
                return null;
        }

        return names;
    }

    private static byte[]? Bytes(string hex)
    {
        bool isHex = hex.Length is > 0 and <= 2 * MaxSignatureBytes && hex.Length % 2 == 0 && !hex.AsSpan().ContainsAnyExcept(LowerHex);
        return isHex ? Convert.FromHexString(hex) : null;
    }

    private static bool IsWord(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExceptInRange('!', '~');
}
