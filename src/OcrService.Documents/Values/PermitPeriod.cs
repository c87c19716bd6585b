namespace OcrService.Documents.Values;

/// <summary>Validity of Chinese permits, <c>YYYY.MM.DD-YYYY.MM.DD</c>.</summary>
public static class PermitPeriod
{
    private static readonly PrintedNumber Printed = new("####.##.##-####.##.##");

    /// <summary>The period, whose beginning is before its end; null when there is none.</summary>
    public static string? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string dashed = text.Replace('至', '-').Replace('一', '-');
        return Printed.BestLegal(dashed, IsLegal) ?? Printed.BestLegal(Reading.Whole(dashed), IsLegal);
    }

    /// <summary>The two dates behind the printed form; null when they are none.</summary>
    public static (DateOnly From, DateOnly To)? Read(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length == 21 && value[10] == '-' && PermitDate.Read(value[..10]) is { } from && PermitDate.Read(value[11..]) is { } to ? (from, to) : null;
    }

    /// <summary>Whether the period lasts ten, five or three years, its last day being the anniversary or the day before it.</summary>
    public static bool IsValid(string value) => Read(value) is var (from, to)
        && ((int[])[10, 5, 3]).Any(years => from.AddYears(years) == to || from.AddYears(years).AddDays(-1) == to);

    private static bool IsLegal(string value) => Read(value) is var (from, to) && from < to;
}
