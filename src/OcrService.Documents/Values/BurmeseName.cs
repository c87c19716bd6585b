namespace OcrService.Documents.Values;

/// <summary>Names on the documents of Myanmar: in Burmese with the honorific as printed, and on the licence in Latin capitals too.</summary>
public static class BurmeseName
{
    private const int MinLetters = 2;

    /// <summary>A zero or a seven may be a letter misread.</summary>
    private const int MaxDigits = 3;

    private static readonly string[] LatinLabels = ["NAME", "NRC", "DATE", "BIRTH", "BLOOD", "TYPE", "VALID", "DRIVING", "LICENCE", "LICENSE", "SPECIMEN"];

    /// <summary>The name behind the holder's or the father's label, in normal storage order; null when there is none.</summary>
    public static string? Parse(string text) => BurmeseLabels.Of(BurmeseLabels.Name, BurmeseText.Rows(text))
        // Numbers of the register and dates stand in the rows beside.
        .Where(line => line.Count(c => BurmeseDigits.IsDigit(c) || char.IsAsciiDigit(c)) < MaxDigits && !line.Contains('/', StringComparison.Ordinal))
        .Select(line => string.Join(' ', Reading.Words(string.Concat(BurmeseText.LettersOnly(line).Select(c => BurmeseText.IsWordPart(c) ? c : ' ')))))
        .Where(line => line.Count(BurmeseText.IsLetter) >= MinLetters)
        .Select(BurmeseNames.Correct)
        .FirstOrDefault();

    /// <summary>The Latin name in capitals, words separated by one space; null when there is none.</summary>
    public static string? Latin(string text)
    {
        foreach (string line in Reading.Lines(text))
        {
            string[] words =
            [
                .. Reading.Words(string.Concat(line.Select(FuzzyText.ToAscii).Select(c => char.IsAsciiLetter(c) ? char.ToUpperInvariant(c) : ' ')))
                    .Where(w => !LatinLabels.Any(l => FuzzyText.Distance(l, w) <= (l.Length > 4 ? 1 : 0))),
            ];
            string name = string.Join(' ', words);
            if (name.Length > MinLetters && line.Count(char.IsAsciiLetter) * 2 > line.Count(c => !char.IsWhiteSpace(c)))
            {
                return name;
            }
        }

        return null;
    }
}
