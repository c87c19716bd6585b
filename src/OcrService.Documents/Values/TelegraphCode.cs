namespace OcrService.Documents.Values;

/// <summary>A Chinese name in the telegraph code: four digits a character, groups separated by a space.</summary>
public static class TelegraphCode
{
    private const int MaxCharacters = 6;

    private static readonly PrintedNumber[] Printed =
        [.. Enumerable.Range(2, MaxCharacters - 1).Select(count => new PrintedNumber(string.Join(' ', Enumerable.Repeat("####", count))))];

    /// <summary>Two to six groups that make up a whole line; null when there are none.</summary>
    public static string? Parse(string text)
    {
        foreach (string line in Reading.Lines(text))
        {
            string compact = Reading.Compact(line);
            // A line of letters that merely look like digits is a name.
            if (compact.Count(char.IsAsciiDigit) * 2 < compact.Length || compact.Any(c => Lookalikes.DigitsMeant(c).Length == 0))
                continue;
            if (compact.Length % 4 == 0 && compact.Length / 4 is >= 2 and <= MaxCharacters && Printed[(compact.Length / 4) - 2].BestLegal(line, _ => true) is { } code)
                return code;
        }

        return null;
    }

    /// <summary>The groups of a code, one for each character of the name.</summary>
    public static IReadOnlyList<string> Groups(string code) => Reading.Words(code);

    /// <summary>Whether the code has as many groups as the name has characters; one outside the basic plane counts once.</summary>
    public static bool Fits(string code, string name) => Groups(code).Count == name.EnumerateRunes().Count();
}
