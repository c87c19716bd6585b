using System.Globalization;
using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>Height on a Macao card in metres, <c>1.70</c>.</summary>
public static partial class MacaoHeight
{
    /// <summary>The height; centimetres become metres. Null when there is none between 0.50 and 2.30.</summary>
    public static string? Parse(string text)
    {
        foreach (Match match in Printed().Matches(Reading.Whole(text)))
        {
            string digits = string.Concat(match.Groups["m"].Value.Concat(match.Groups["cm"].Value).Select(Lookalikes.LetterToDigit));
            int height = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
            if (height is >= 50 and <= 230)
                return $"{height / 100}.{height % 100:00}";
        }

        return null;
    }

    [GeneratedRegex("(?<![A-Za-z0-9.,-])(?<m>[0-2OIl|Z])(?:[.,·:'] ?| |)(?<cm>[0-9OIl|ZSBo]{2})(?=$|[^0-9.,(-])")]
    private static partial Regex Printed();
}
