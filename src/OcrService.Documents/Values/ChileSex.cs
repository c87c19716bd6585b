using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>Sex of Chilean cards: <c>M</c>, <c>F</c>, and <c>X</c> since 2022.</summary>
public static partial class ChileSex
{
    /// <summary>The letter; null when there is none or several.</summary>
    public static string? Parse(string text)
    {
        string[] found = [.. Letter().Matches(Reading.Whole(text)).Select(m => m.Value).Distinct()];
        return found.Length == 1 ? found[0] : found.Length > 1 ? null : Labels.After(Reading.Whole(text), "SEXO").Trim() switch
        {
            "M" or "m" or "H" or "N" => "M",
            "F" or "f" or "P" or "E" => "F",
            "X" or "x" or "K" => "X",
            _ => null,
        };
    }

    [GeneratedRegex("(?<![A-Za-z0-9])[MFX](?![A-Za-z0-9])")]
    private static partial Regex Letter();
}
