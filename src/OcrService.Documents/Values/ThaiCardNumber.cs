using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>Number of the card itself on the back of a Thai card: digits only.</summary>
public static partial class ThaiCardNumber
{
    /// <summary>The longest run of six to twelve digits that stands by itself; null when there is none.</summary>
    public static string? Parse(string text) => Reading.Lines(NativeDigits.ToArabic(text))
        .Where(line => LaserCode.Parse(line) is null)
        .SelectMany(line => Run().Matches(line))
        .Where(m => m.Value.Count(char.IsAsciiDigit) * 4 >= m.Length * 3)
        .Select(m => string.Concat(m.Value.Where(c => c != ' ').Select(Lookalikes.LetterToDigit)))
        .MaxBy(run => run.Length);

    [GeneratedRegex($"(?<![A-Za-z0-9./-])[{Lookalikes.DigitLike}](?:[ ]?[{Lookalikes.DigitLike}]){{5,11}}(?![A-Za-z0-9./-])")]
    private static partial Regex Run();
}
