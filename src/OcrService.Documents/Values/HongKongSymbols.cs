using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>
/// The line of symbols of a Hong Kong identity card, such as <c>***AZ</c>: three stars or one or none, the right to stay, the place
/// of birth, and marks of changes and losses.
/// </summary>
public static partial class HongKongSymbols
{
    /// <summary>The symbols; null when no legal combination stands by itself in a line or behind stars.</summary>
    public static string? Parse(string text)
    {
        foreach (string line in Reading.Lines(text))
        {
            string compact = Reading.Compact(line);
            if (((Match[])[Whole().Match(compact), Starred().Match(line), Word().Match(line)]).FirstOrDefault(m => m.Success) is { } match)
            {
                return Stars(Reading.Compact(match.Groups["stars"].Value)) + Letters(Reading.Compact(match.Groups["letters"].Value));
            }
        }

        return null;
    }

    /// <summary>Whether the text is a combination that cards print.</summary>
    public static bool IsValid(string symbols) => Legal().IsMatch(symbols);

    /// <summary>Whether the holder is a permanent resident: the symbol A.</summary>
    public static bool HasRightOfAbode(string symbols)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        return symbols.TrimStart('*').StartsWith('A');
    }

    /// <summary>Two of three stars run together, and a mark like a quotation stands for two.</summary>
    private static string Stars(string read)
    {
        int count = read.Length + read.Count(c => c is '"' or '″');
        return count switch { 0 => "", 1 => "*", _ => "***" };
    }

    private static string Letters(string read)
    {
        string upper = read.ToUpperInvariant();
        char status = upper[0] switch { '4' => 'A', '(' or 'G' => 'C', 'V' => 'U', var c => c };
        char birth = upper[1] switch { '2' or '7' => 'Z', '0' or 'Q' or 'D' => 'O', '×' or 'K' => 'X', var c => c };
        return $"{status}{birth}{upper[2..].Replace('8', 'B').Replace('H', 'N')}";
    }

    private const string StarLike = "*+xX×^\"'″′※∗✱✻⁎#%¥";
    private const string Combination = "(?<letters>[ARCU4(GVarcu] ?[ZXWO270QDK×zxwo](?: ?[BN8H]){0,2}(?: ?L[0-9]?)?)";

    [GeneratedRegex(@"^(?:\*{3}|\*)?[ARCU][ZXWO][BN]*(?:L[0-9]?)?$")]
    private static partial Regex Legal();

    [GeneratedRegex($@"^(?<stars>[{StarLike}]{{0,4}}){Combination}$")]
    private static partial Regex Whole();

    // Signs may touch a letter before them, an x read for a star may not.
    [GeneratedRegex($@"(?<![{StarLike}] ?)(?:(?<![A-Za-z0-9])|(?=[^xX]))(?<stars>(?:[{StarLike}] ?){{1,4}}){Combination}(?![A-Za-z0-9])")]
    private static partial Regex Starred();

    [GeneratedRegex($@"(?<!\S)(?<stars>){Combination}(?!\S)")]
    private static partial Regex Word();
}
