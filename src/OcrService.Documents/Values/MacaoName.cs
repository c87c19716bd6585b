namespace OcrService.Documents.Values;

/// <summary>Names of Macao cards, whose surname and given names stand in two places since 2013.</summary>
public static class MacaoName
{
    private const int MaxLength = 6;

    private static readonly string[] NameLabels = ["Apelido(s)", "Apelidos", "Apelido", "Nome(s)", "Nomes", "Nome"];

    /// <summary>The Latin names of all lines in capitals, separated by a space, without comma; null when there is none.</summary>
    public static string? Latin(string text)
    {
        List<string> words = [];
        foreach (string line in Reading.Lines(text))
        {
            string latin = string.Concat(line.Select(c => FuzzyText.IsHan(c) || c is '/' or ',' ? ' ' : c)).Trim();
            if (latin.Length == 0 || Labels.Is(latin, NameLabels) || latin.Count(char.IsAsciiDigit) * 2 > latin.Length)
                continue;
            // Names are in capitals; small letters are what is left of a label.
            words.AddRange(Reading.Words(Labels.After(latin, NameLabels)).Where(w => !w.Any(char.IsLower)).Select(Spelled).Where(w => w.Length > 0));
        }

        return words.Sum(w => w.Length) >= 2 ? string.Join(' ', words) : null;
    }

    /// <summary>The Chinese characters of all lines, surname first; null when there are less than two.</summary>
    public static string? Han(string text)
    {
        string name = string.Concat(Reading.Lines(text).Select(line => string.Concat(line.Where(FuzzyText.IsHan))).Select(WithoutLabel));
        return name.EnumerateRunes().Count() is >= 2 and <= MaxLength ? name : null;
    }

    private static string WithoutLabel(string han)
    {
        string name = han.Replace("姓名", "", StringComparison.Ordinal);
        return name is "姓" or "名" ? "" : name.Length >= 2 && name[0] is '姓' or '名' ? name[1..] : name;
    }

    private static string Spelled(string word) =>
        string.Concat(word.Select(c => char.IsLetter(c) || c is '\'' or '-' ? c : Lookalikes.DigitToLetter(c))).Trim(' ', '-', '\'');
}
