using System.Globalization;

namespace OcrService.Documents.Values;

/// <summary>
/// Dates of a Hong Kong identity card: birth <c>DD-MM-YYYY</c>, where an unknown day or month is 00, first issue <c>(MM-YY)</c>, and
/// this issue <c>DD-MM-YY</c>.
/// </summary>
public static class HongKongDate
{
    private static readonly PrintedNumber Long = new("##-##-####");
    private static readonly PrintedNumber Short = new("##-##-##");
    private static readonly PrintedNumber Month = new("(##-##)");

    /// <summary>The birth date as <c>DD-MM-YYYY</c>; null when there is none.</summary>
    public static string? Birth(string text) => Long.BestLegal(text, IsBirth);

    /// <summary>The month of the first issue as <c>(MM-YY)</c>; null when there is none.</summary>
    public static string? FirstIssue(string text) => Month.BestLegal(text, value => Number(value, 1) is >= 1 and <= 12);

    /// <summary>The issue date as <c>DD-MM-YY</c>; null when there is none.</summary>
    public static string? Issue(string text) => Short.BestLegal(text, value => IssueDate(value) is not null);

    /// <summary>The date behind a birth; null when day or month is unknown.</summary>
    public static DateOnly? BirthDate(string value) => DashedDate.Read(value);

    /// <summary>The date behind an issue. Cards with this layout exist since 2003, so the century is known.</summary>
    public static DateOnly? IssueDate(string value) =>
        DateOnly.TryParseExact(value, "dd-MM-yy", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? new DateOnly(2000 + (date.Year % 100), date.Month, date.Day)
            : null;

    /// <summary>First day of the month of the first issue: the latest such month that is not after the issue.</summary>
    public static DateOnly? FirstIssueMonth(string value, DateOnly issue)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length != 7 || Number(value, 1) is not (>= 1 and <= 12) || Number(value, 4) < 0)
        {
            return null;
        }

        DateOnly month = new(2000 + Number(value, 4), Number(value, 1), 1);
        return month <= issue ? month : month.AddYears(-100);
    }

    private static bool IsBirth(string value) => Number(value, 0) switch
    {
        0 => Number(value, 3) <= 12 && value[6] is '1' or '2',
        _ when Number(value, 3) == 0 => Number(value, 0) <= 31 && value[6] is '1' or '2',
        _ => BirthDate(value) is { Year: >= 1850 and < 2200 },
    };

    /// <summary>Two digits of a value; -1 for anything else.</summary>
    private static int Number(string value, int at) =>
        int.TryParse(value.AsSpan(at, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;
}
