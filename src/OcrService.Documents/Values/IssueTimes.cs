using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>How many times a permit was issued: two digits, <c>01</c>.</summary>
public static partial class IssueTimes
{
    /// <summary>The count, read by itself or behind the number of the permit; null when there is none.</summary>
    public static string? Parse(string text)
    {
        foreach (string line in Reading.Lines(text).Reverse())
        {
            Match match = Count().Match(line);
            if (match.Success)
                return string.Concat(match.Groups["count"].Value.Select(Lookalikes.LetterToDigit)).PadLeft(2, '0');
        }

        return null;
    }

    // Two digits that stand by themselves, or the last two of a number run together with them.
    [GeneratedRegex(@"(?:(?<![A-Za-z0-9.,/-])|(?<![A-Za-z0-9])[HM]?[0-9]{8})(?<count>[0-9OolI|][0-9OolISBZ|]?)(?![A-Za-z0-9.,/-])", RegexOptions.RightToLeft)]
    private static partial Regex Count();
}
