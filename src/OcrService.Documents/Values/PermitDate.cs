using System.Globalization;

namespace OcrService.Documents.Values;

/// <summary>Dates of Chinese permits, <c>YYYY.MM.DD</c>.</summary>
public static class PermitDate
{
    private static readonly PrintedNumber Printed = new("####.##.##");

    /// <summary>The date; null when there is none.</summary>
    public static string? Parse(string text) => Printed.BestLegal(text, value => Read(value) is not null);

    /// <summary>The date behind the printed form; null when it is none.</summary>
    public static DateOnly? Read(string value) =>
        DateOnly.TryParseExact(value, "yyyy.MM.dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) && date.Year is >= 1850 and < 2200
            ? date
            : null;

    /// <summary>The printed form of a date.</summary>
    public static string Format(DateOnly date) => date.ToString("yyyy.MM.dd", CultureInfo.InvariantCulture);
}
