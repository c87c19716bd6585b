using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>Latin names of Thai cards: the first name with its title, <c>Mr. Thotsop</c>, and the last name.</summary>
public static partial class ThaiLatinName
{
    private static readonly string[] FirstLabels = ["Name"];
    private static readonly string[] LastLabels = ["Last name", "Lastname"];
    private static readonly (string Read, string Title)[] Titles =
    [
        ("Mr", "Mr."), ("Mt", "Mr."), ("Nr", "Mr."), ("Mrs", "Mrs."), ("Mr5", "Mrs."), ("Mts", "Mrs."), ("Ms", "Ms."), ("Miss", "Miss"), ("Mlss", "Miss"),
        ("M1ss", "Miss"), ("Mi5s", "Miss"), ("Mis5", "Miss"), ("Master", "Master"), ("Maste", "Master"),
    ];

    /// <summary>Title and first name; null when there is none.</summary>
    public static string? First(string text)
    {
        foreach (string line in Reading.Lines(text))
        {
            if (Labels.Is(line, FirstLabels) || Labels.Is(line, LastLabels))
                continue;
            (string title, string rest) = SplitTitle(Labels.After(line, FirstLabels));
            if (Spelled(rest) is { Length: >= 2 } name)
                return title.Length > 0 ? $"{title} {name}" : name;
        }

        return null;
    }

    /// <summary>The last name; null when there is none.</summary>
    public static string? Last(string text) => Reading.Lines(text).Where(line => !Labels.Is(line, LastLabels))
        .Select(line => Spelled(Labels.After(line, LastLabels))).FirstOrDefault(name => name.Length >= 2);

    /// <summary>The whole name of the card for foreigners, <c>MR. SAMPLE TESTER</c>, in the case it is printed in; null when there is none.</summary>
    public static string? Full(string text)
    {
        if (First(text) is not { } name)
        {
            return null;
        }

        string title = Titles.Select(t => t.Title).FirstOrDefault(t => name.StartsWith(t + " ", StringComparison.Ordinal)) ?? "";
        return name[title.Length..].Any(char.IsLower) ? name : title.ToUpperInvariant() + name[title.Length..];
    }

    private static (string Title, string Name) SplitTitle(string line)
    {
        Match match = TitleWord().Match(line);
        string title = match.Success
            ? Titles.FirstOrDefault(t => t.Read.Equals(match.Groups[1].Value, StringComparison.OrdinalIgnoreCase)).Title ?? "" : "";
        if (title.Length > 0)
        {
            return (title, line[match.Length..]);
        }

        match = GluedTitle().Match(line);
        return match.Success ? (Titles.First(t => t.Read == match.Value).Title, line[match.Length..]) : ("", line);
    }

    /// <summary>Letters in their case; a digit becomes the letter it looks like, small among small ones.</summary>
    private static string Spelled(string line)
    {
        if (line.Count(char.IsAsciiDigit) * 2 > line.Count(char.IsAsciiLetter))
        {
            return "";
        }

        bool small = line.Any(char.IsAsciiLetterLower);
        IEnumerable<char> letters = line.Select((c, i) => char.IsAsciiDigit(c)
            ? small && i > 0 && line[i - 1] != ' ' ? SmallLetter(c) : Lookalikes.DigitToLetter(c)
            : char.IsAsciiLetter(c) || c is '\'' or '-' or '.' ? c : ' ');
        return string.Join(' ', Reading.Words(string.Concat(letters)).Select(w => w.Trim('-', '\'')).Where(w => w.Any(char.IsAsciiLetter))).TrimEnd('.').TrimStart('.', ' ');
    }

    private static char SmallLetter(char digit) => digit switch { '1' => 'l', '9' => 'g', '6' => 'b', _ => char.ToLowerInvariant(Lookalikes.DigitToLetter(digit)) };

    [GeneratedRegex("^([A-Za-z][A-Za-z0-9]{1,5})(?:[.,:] ?| )")]
    private static partial Regex TitleWord();

    [GeneratedRegex("^(?:Mrs|Mr|Miss|Master|Ms)(?=[A-Z])")]
    private static partial Regex GluedTitle();
}
