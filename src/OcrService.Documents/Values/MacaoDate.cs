using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>Dates of Macao cards, <c>DD-MM-YYYY</c>; cards of holders of 60 years and more end <c>------</c>.</summary>
public static partial class MacaoDate
{
    /// <summary>What a card without end prints.</summary>
    public const string Unlimited = "------";

    private static readonly PrintedNumber Printed = new("##-##-####");

    /// <summary>The date; null when there is none.</summary>
    public static string? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Printed.BestLegal(text.Replace('/', '-'), value => Read(value) is { Year: >= 1850 and < 2200 });
    }

    /// <summary>The date, or <see cref="Unlimited"/>; null when there is neither.</summary>
    public static string? Expiry(string text) => Parse(text) ?? (Reading.Lines(text).Any(l => Dashes().IsMatch(Reading.Compact(l))) ? Unlimited : null);

    /// <summary>The date behind the printed form; null when it is none, or without end.</summary>
    public static DateOnly? Read(string value) => DashedDate.Read(value);

    [GeneratedRegex("^[^0-9]*[-_~=一]{3,}$")]
    private static partial Regex Dashes();
}
