namespace OcrService.Documents.Values;

/// <summary>A name in two parts.</summary>
/// <param name="Surname">Surname; the whole name of a person who has only one.</param>
/// <param name="Given">Given names separated by a space; may be empty.</param>
public sealed record PersonName(string Surname, string Given)
{
    /// <summary>
    /// Splits a Latin name printed as <c>SURNAME, GIVEN</c>; a full stop read for the comma counts as one. Null when there is no
    /// comma or no letter before it.
    /// </summary>
    public static PersonName? AtComma(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (string line in text.Split('\n'))
        {
            string folded = string.Concat(line.Select(FuzzyText.ToAscii));
            int comma = folded.IndexOfAny([',', '.', ';']);
            if (comma > 0 && Words(folded[..comma]) is { Length: > 0 } surname)
            {
                return new PersonName(surname, Words(folded[(comma + 1)..]));
            }
        }

        return null;
    }

    /// <summary>The Han characters of a printed name, the separating dot of transcribed names included; null when there are fewer than two.</summary>
    public static string? Han(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (string line in text.Split('\n'))
        {
            string han = string.Concat(line.Where(c => FuzzyText.IsHan(c) || c is '·' or '•')).Replace('•', '·').Trim('·');
            if (han.Length >= 2)
            {
                return han;
            }
        }

        return null;
    }

    /// <summary>Letters in upper case, everything else a word break; digits are taken for the letters they look like.</summary>
    private static string Words(string text) => string.Join(
        ' ',
        string.Concat(text.Select(c => char.IsLetter(c) && !FuzzyText.IsHan(c) ? char.ToUpperInvariant(c) : Lookalikes.DigitToLetter(c)))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
