using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>The holder's sex as Chinese character, Latin letter or both: <c>男</c>, <c>M</c>, <c>男 M</c>, <c>女/F</c>.</summary>
public static partial class PrintedSex
{
    /// <summary><c>M</c> or <c>F</c>; null when there is neither or character and letter disagree.</summary>
    public static string? Letter(string text)
    {
        string? han = OfHan(text);
        string? latin = OfLetter(text);
        return han is not null && latin is not null && han != latin ? null : han ?? latin ?? OfMisread(text);
    }

    /// <summary><c>男</c> or <c>女</c>; null when there is neither or character and letter disagree.</summary>
    public static string? Han(string text) => HanOf(Letter(text));

    /// <summary>The character for a letter.</summary>
    public static string? HanOf(string? letter) => letter switch { "M" => "男", "F" => "女", _ => null };

    private static string? OfHan(string text) => (text.Contains('男', StringComparison.Ordinal), text.Contains('女', StringComparison.Ordinal)) switch
    {
        (true, false) => "M",
        (false, true) => "F",
        _ => null,
    };

    private static string? OfLetter(string text)
    {
        string[] letters = [.. Letters().Matches(Reading.Whole(text)).Select(m => m.Value).Distinct()];
        return letters.Length == 1 ? letters[0] : null;
    }

    /// <summary>What readers make of the two letters and characters when nothing else stands in the field.</summary>
    private static string? OfMisread(string text) => Reading.Compact(text).Trim('/', '.', '-', ':') switch
    {
        "H" or "N" or "m" or "勇" or "另" or "界" or "田力" => "M",
        "P" or "E" or "f" or "文" or "攵" or "又" => "F",
        _ => null,
    };

    [GeneratedRegex("(?<![A-Za-z0-9])[MF](?![A-Za-z0-9])")]
    private static partial Regex Letters();
}
