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

    /// <summary>
    /// A Latin name as cards print it, <c>LOK, Shi Lai</c> or <c>LI, SHILI</c>: the comma restored, followed by one space, the case
    /// kept. A lost comma stands where the capitals end, or between two words; of a name of more words without a comma nobody can
    /// say where it stands, and it is null.
    /// </summary>
    public static string? Printed(string text)
    {
        string[] lines = [.. Reading.Lines(text).Where(IsSpelled).Select(LettersOf)];
        return lines.Select(WithComma).OfType<string>().FirstOrDefault() ?? lines.Select(WithoutComma).OfType<string>().FirstOrDefault();
    }

    /// <summary>Both parts of a name printed with a comma, without regard to case.</summary>
    public static PersonName? OfPrinted(string printed) => AtComma(printed) ?? (Words(printed) is { Length: > 0 } only ? new PersonName(only, "") : null);

    private static string? WithComma(string line)
    {
        int comma = line.IndexOfAny([',', '.', ';']);
        return comma > 0 ? Joined(Spelled(line[..comma]), Spelled(line[(comma + 1)..])) : null;
    }

    private static string? WithoutComma(string line)
    {
        string[] words = Spelled(line);
        int capitals = words.TakeWhile(IsCapital).Count();
        int split = capitals < words.Length ? capitals : words.Length == 2 ? 1 : words.Length;
        return split is 1 or 2 && words[0].Length >= 2 ? Joined(words[..split], words[split..]) : null;
    }

    private static string? Joined(string[] surname, string[] given) => surname.Length == 0 || surname.Sum(w => w.Length) + given.Sum(w => w.Length) < 2
        ? null
        : given.Length == 0 ? Capitals(surname) : $"{Capitals(surname)}, {string.Join(' ', given)}";

    private static string Capitals(string[] words) => string.Join(' ', words).ToUpperInvariant();

    /// <summary>A line of digits is no name, though digits look like letters.</summary>
    private static bool IsSpelled(string line) => line.Count(c => char.IsLetter(c) && !FuzzyText.IsHan(c)) > 2 * line.Count(char.IsAsciiDigit);

    private static string LettersOf(string line) => string.Concat(
        line.Select(c => (char.IsLetter(c) && !FuzzyText.IsHan(c)) || c is '\'' or '-' or ',' or '.' or ';' ? c : Lookalikes.DigitToLetter(c)));

    /// <summary>The words of a part; a capital in the middle of small letters begins a word whose space was lost.</summary>
    private static string[] Spelled(string part) => Reading.Words(string.Concat(
            part.Select((c, i) => i > 0 && char.IsUpper(c) && char.IsLower(part[i - 1]) ? $" {c}" : c is ',' or '.' or ';' ? " " : c.ToString())))
        .Select(w => w.Trim('-', '\'')).Where(w => w.Length > 0).ToArray();

    private static bool IsCapital(string word) => word.All(c => !char.IsLower(c));

    /// <summary>Letters in upper case, everything else a word break; digits are taken for the letters they look like.</summary>
    private static string Words(string text) => string.Join(
        ' ',
        string.Concat(text.Select(c => char.IsLetter(c) && !FuzzyText.IsHan(c) ? char.ToUpperInvariant(c) : Lookalikes.DigitToLetter(c)))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
