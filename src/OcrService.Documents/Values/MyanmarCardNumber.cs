using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>The serial number on the back of the identity card of Myanmar: digits in either script, perhaps with letters before them.</summary>
public static partial class MyanmarCardNumber
{
    /// <summary>The number as printed; null when there is none.</summary>
    public static string? Parse(string text)
    {
        foreach (string line in Reading.Lines(BurmeseText.Normalize(text)))
        {
            string compact = string.Concat(line.Where(c => !char.IsWhiteSpace(c)).Select(FuzzyText.ToAscii).Select(BurmeseDigits.OfLookalike));
            // The number of the register stands beside it, with slash and brackets.
            if (compact.IndexOfAny(['/', '(']) < 0 && Form().Match(compact) is { Success: true } match)
            {
                return match.Value;
            }
        }

        return null;
    }

    [GeneratedRegex("[A-Z]{0,3}([0-9]{5,9}|[၀-၉]{5,9})")]
    private static partial Regex Form();
}
