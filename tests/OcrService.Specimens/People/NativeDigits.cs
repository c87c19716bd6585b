namespace OcrService.Specimens.People;

/// <summary>Texts with their ASCII digits replaced by those of a script.</summary>
internal static class NativeDigits
{
    public static string Khmer(string text) => From(text, '\u17E0');

    public static string Burmese(string text) => From(text, '\u1040');

    private static string From(string text, char zero) => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(zero + c - '0') : c));
}
