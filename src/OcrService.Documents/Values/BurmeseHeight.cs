using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>Heights in feet and inches as the identity card of Myanmar prints them: <c>၅ပေ ၂လက်မ</c> or <c>၅'၄"</c>.</summary>
public static partial class BurmeseHeight
{
    /// <summary>The height in the form that is printed, with Burmese digits; null when there is none.</summary>
    public static string? Parse(string text)
    {
        string compact = BurmeseDigits.ToArabic(string.Concat(BurmeseText.Normalize(text).Where(c => !char.IsWhiteSpace(c)).Select(FuzzyText.ToAscii).Select(BurmeseDigits.OfLookalike)));
        Match words = InWords().Match(compact);
        if (words.Success && Legal(words) is var (feet, inches))
        {
            return BurmeseDigits.ToBurmese(words.Groups["inches"].Success ? $"{feet}ပေ {inches}လက်မ" : $"{feet}ပေ");
        }

        Match signs = InSigns().Match(compact);
        return signs.Success && Legal(signs) is var (f, i) ? BurmeseDigits.ToBurmese($"{f}'{i}\"") : null;
    }

    private static (int Feet, int Inches)? Legal(Match match)
    {
        int feet = match.Groups["feet"].Value[0] - '0';
        int inches = match.Groups["inches"] is { Success: true } printed ? int.Parse(printed.Value, System.Globalization.CultureInfo.InvariantCulture) : 0;
        return feet is >= 1 and <= 7 && inches < 12 ? (feet, inches) : null;
    }

    // Whole feet stand alone; what else follows are inches that could not be read.
    [GeneratedRegex("(?<feet>[0-9])ပေ(?:(?<inches>[0-9]{1,2})လ[က-အ]?[့်]?မ?|(?=$|[^0-9လ]))")]
    private static partial Regex InWords();

    // The sign for inches is often lost, or read as two for feet.
    [GeneratedRegex("(?<![0-9])(?<feet>[0-9])['`^*.,]{1,2}(?<inches>[0-9]{1,2})(?![0-9])")]
    private static partial Regex InSigns();
}
