namespace OcrService.Documents.Values;

/// <summary>Names of Chilean cards in capitals with their accents: two surnames, one a line, and the given names.</summary>
public static class ChileName
{
    private static readonly string[] SurnameLabels = ["APELLIDOS", "APELLIDO"];
    private static readonly string[] GivenLabels = ["NOMBRES", "NOMBRE"];
    private static readonly string[] Headings =
        ["REPÚBLICA DE CHILE", "SERVICIO DE REGISTRO CIVIL E IDENTIFICACIÓN", "CÉDULA DE IDENTIDAD", "NACIONALIDAD", .. SurnameLabels, .. GivenLabels];

    // Words that do not end a surname.
    private static readonly HashSet<string> Particles = ["DE", "DEL", "LA", "LAS", "LOS", "SAN", "SANTA", "VON", "VAN", "DER", "DI", "DA", "MC", "Y"];

    /// <summary>
    /// The surnames in print order, one for each line. A lone line is split in two: particles go with what follows, and of more
    /// words than two the last is the second surname. Empty when there is none.
    /// </summary>
    public static IReadOnlyList<string> Surnames(string text)
    {
        string[] lines = [.. Lines(text, SurnameLabels)];
        return lines.Length == 1 ? Split(lines[0]) : lines;
    }

    /// <summary>The surnames joined by a line break, for parsers that give one text; null when there is none.</summary>
    public static string? ParseSurnames(string text) => Surnames(text) is { Count: > 0 } surnames ? string.Join('\n', surnames) : null;

    /// <summary>The given names on one line; null when there is none.</summary>
    public static string? Given(string text) => Lines(text, GivenLabels).ToArray() is { Length: > 0 } lines ? string.Join(' ', lines) : null;

    private static IEnumerable<string> Lines(string text, string[] labels) => Reading.Lines(text)
        .Where(line => !Labels.Is(line, Headings))
        .Select(line => Letters(Labels.After(line, labels)))
        .Where(name => name.Length >= 2);

    /// <summary>Capital letters, digits taken for the letters they look like; nothing when the line is mostly digits.</summary>
    private static string Letters(string line)
    {
        if (line.Count(char.IsAsciiDigit) * 2 > line.Count(char.IsLetter))
        {
            return "";
        }

        IEnumerable<char> letters = line.Select(c => char.IsLetter(c) ? char.ToUpperInvariant(c) : c is '\'' or '-' ? c : Lookalikes.DigitToLetter(c));
        return string.Join(' ', Reading.Words(string.Concat(letters)).Select(w => w.Trim('-', '\'')).Where(w => w.Length > 0));
    }

    private static string[] Split(string line)
    {
        List<string> names = [];
        string pending = "";
        foreach (string word in line.Split(' '))
        {
            pending += pending.Length == 0 ? word : $" {word}";
            if (!Particles.Contains(word))
            {
                names.Add(pending);
                pending = "";
            }
        }

        if (pending.Length > 0)
        {
            names.Add(pending);
        }

        return names.Count <= 2 ? [.. names] : [string.Join(' ', names[..^1]), names[^1]];
    }
}
