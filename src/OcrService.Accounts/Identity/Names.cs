namespace OcrService.Accounts.Identity;

/// <summary>Which names and ids may be given.</summary>
internal static class Names
{
    /// <summary>1 to 64 letters, digits and <c>-_.@</c>.</summary>
    public static bool IsGood(string? name) =>
        name is { Length: >= 1 and <= 64 } && name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '@');

    /// <summary>32 lower-case hexadecimal digits, as the cloud's ids are.</summary>
    public static bool IsId(string? id) => id is { Length: 32 } && id.All(char.IsAsciiHexDigitLower);

    /// <summary>Letters and digits, as the cloud's access keys are.</summary>
    public static bool IsAccessKey(string? key) => key is { Length: >= 16 and <= 64 } && key.All(char.IsAsciiLetterOrDigit);
}
