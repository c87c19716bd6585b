namespace OcrService.Documents.Values;

/// <summary>Digits of the Thai, Khmer and Burmese scripts.</summary>
internal static class NativeDigits
{
    private const char ThaiZero = '\u0E50';
    private const char KhmerZero = '\u17E0';
    private const char BurmeseZero = '\u1040';

    /// <summary>Digits of the three scripts as Arabic digits; everything else unchanged.</summary>
    public static string ToArabic(string text) => string.Concat(text.Select(ToArabic));

    public static char ToArabic(char c) => c switch
    {
        >= ThaiZero and <= (char)(ThaiZero + 9) => (char)(c - ThaiZero + '0'),
        >= KhmerZero and <= (char)(KhmerZero + 9) => (char)(c - KhmerZero + '0'),
        >= BurmeseZero and <= (char)(BurmeseZero + 9) => (char)(c - BurmeseZero + '0'),
        _ => c,
    };

    public static string ToKhmer(string text) => From(text, KhmerZero);

    public static string ToBurmese(string text) => From(text, BurmeseZero);

    private static string From(string text, char zero) => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + zero) : c));
}
