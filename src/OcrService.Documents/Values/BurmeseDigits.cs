namespace OcrService.Documents.Values;

/// <summary>Burmese digits, U+1040 to U+1049.</summary>
public static class BurmeseDigits
{
    /// <summary>The text with Arabic digits instead of Burmese ones.</summary>
    public static string ToArabic(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.Select(c => IsDigit(c) ? (char)(c - '၀' + '0') : c));
    }

    /// <summary>The text with Burmese digits instead of Arabic ones.</summary>
    public static string ToBurmese(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '၀') : c));
    }

    public static bool IsDigit(char c) => c is >= '၀' and <= '၉';

    /// <summary>The digit that a letter or sign of the same shape stands for among digits: wa, ra, ga and the sign for "the same"; others unchanged.</summary>
    public static char OfLookalike(char c) => c switch { 'ဝ' => '၀', 'ရ' => '၇', 'ဂ' => '၈', '၎' => '၄', _ => c };

    /// <summary>The letter that a digit of the same shape stands for among letters; others unchanged.</summary>
    public static char ToLetter(char c) => c switch { '၀' => 'ဝ', '၇' => 'ရ', '၈' => 'ဂ', _ => c };
}
