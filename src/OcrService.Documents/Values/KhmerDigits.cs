namespace OcrService.Documents.Values;

/// <summary>Khmer digits, U+17E0 to U+17E9.</summary>
public static class KhmerDigits
{
    /// <summary>The text with Arabic digits instead of Khmer ones.</summary>
    public static string ToArabic(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.Select(c => IsDigit(c) ? (char)(c - '០' + '0') : c));
    }

    /// <summary>The text with Khmer digits instead of Arabic ones.</summary>
    public static string ToKhmer(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '០') : c));
    }

    public static bool IsDigit(char c) => c is >= '០' and <= '៩';

    /// <summary>
    /// Khmer digits where Khmer and Arabic ones stand in one text. Nobody prints both: the round Arabic zero is the Khmer one, and
    /// the 9 is the Khmer one (១), which has its shape.
    /// </summary>
    public static string Settle(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Any(IsDigit) ? ToKhmer(text.Replace('9', '១')) : text;
    }
}
