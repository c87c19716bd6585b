namespace OcrService.Accounts.Identity;

/// <summary>Which names and ids may be given.</summary>
internal static class Names
{
    /// <summary>1 to 64 letters, digits and <c>-_.@</c>.</summary>
    public static bool IsGood(string? name) =>
        name is { Length: >= 1 and <= 64 } && name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '@');

    /// <summary>1 to 64 letters, digits, hyphens and underscores: what stands in a path as it is.</summary>
    public static bool IsId(string? id) => id is { Length: >= 1 and <= 64 } && id.All(IsPlain);

    /// <summary>8 to 64 of the same.</summary>
    public static bool IsAccessKey(string? key) => key is { Length: >= 8 and <= 64 } && key.All(IsPlain);

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
}
