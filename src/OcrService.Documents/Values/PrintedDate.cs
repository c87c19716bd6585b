using System.Globalization;
using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>Dates as documents print them, turned into YYYY-MM-DD.</summary>
public static partial class PrintedDate
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    private static readonly Dictionary<char, int> Numerals = new()
    {
        ['〇'] = 0, ['零'] = 0, ['○'] = 0, ['O'] = 0, ['一'] = 1, ['二'] = 2, ['三'] = 3, ['四'] = 4, ['五'] = 5, ['六'] = 6, ['七'] = 7, ['八'] = 8,
        ['九'] = 9,
    };

    /// <summary>The wire form of a date.</summary>
    public static string Format(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The date behind the wire form, or null.</summary>
    public static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date : null;

    /// <summary>
    /// <c>02 1月/JAN 2025</c> and <c>02 JAN 2025</c>, spaces lost or not, a letter of the month or a digit misread. The Chinese month
    /// number confirms the English name; where only one of them can be read it stands alone. Null when no date is found.
    /// </summary>
    public static string? DayMonthYear(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (Match match in DayMonthYearPattern().Matches(string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(FuzzyText.ToAscii))))
        {
            int? spoken = match.Groups["m"].Success ? Number(match.Groups["m"].Value) : null;
            int? named = MonthOf(match.Groups["mon"].Value.ToUpperInvariant(), spoken);
            if ((named ?? spoken) is { } month && Date(Number(match.Groups["y"].Value), month, Number(match.Groups["d"].Value)) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary><c>2025年1月2日</c>, <c>2025.01.02</c>, <c>2025-1-2</c> and <c>二〇二五年一月二日</c>; null when no date is found.</summary>
    public static string? Chinese(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string compact = string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(FuzzyText.ToAscii));
        Match match = YearFirstPattern().Match(compact);
        if (match.Success)
        {
            return Date(Number(match.Groups[1].Value), Number(match.Groups[2].Value), Number(match.Groups[3].Value));
        }

        match = SpokenPattern().Match(compact);
        return match.Success ? Date(Digits(match.Groups[1].Value), Spoken(match.Groups[2].Value), Spoken(match.Groups[3].Value)) : null;
    }

    private static int Number(string digits) =>
        int.TryParse(string.Concat(digits.Select(Lookalikes.LetterToDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : 0;

    private static int Digits(string numerals) => numerals.Aggregate(0, (n, c) => (n * 10) + Numerals.GetValueOrDefault(c));

    /// <summary>A Chinese number below 100: 三, 十, 十二, 二十, 二十五.</summary>
    private static int Spoken(string numerals)
    {
        int ten = numerals.IndexOf('十', StringComparison.Ordinal);
        return ten < 0 ? Digits(numerals) : ((ten == 0 ? 1 : Digits(numerals[..ten])) * 10) + Digits(numerals[(ten + 1)..]);
    }

    private static int? MonthOf(string name, int? spoken)
    {
        string letters = string.Concat(name.Select(c => char.IsAsciiDigit(c) ? Lookalikes.DigitToLetter(c) : c));
        int[] near = [.. Enumerable.Range(1, 12).Where(m => FuzzyText.Distance(letters, Months[m - 1]) <= 1)];
        int exact = Array.IndexOf(Months, letters) + 1;
        return exact > 0 ? exact
            : spoken is { } s && near.Contains(s) ? s
            : near.Length == 1 ? near[0] : null;
    }

    private static string? Date(int year, int month, int day) =>
        year is >= 1800 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? Format(new DateOnly(year, month, day))
            : null;

    [GeneratedRegex("(?<d>[0-9OIlDZSB]{2})(?:(?<m>[0-9OIl]{1,2})月)?[/|,.-]?(?<mon>[A-Za-z0-9]{3})[.]?(?<y>[0-9OIlDZSB]{4})")]
    private static partial Regex DayMonthYearPattern();

    [GeneratedRegex("([12][0-9]{3})[年./-]([0-9]{1,2})[月./-]([0-9]{1,2})")]
    private static partial Regex YearFirstPattern();

    [GeneratedRegex("([〇零○O一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日?")]
    private static partial Regex SpokenPattern();
}
