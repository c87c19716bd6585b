using System.Globalization;
using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>Dates of Spanish documents, <c>12 MAR 1990</c>: a month of three letters, September as SEP or SET.</summary>
public static partial class ChileDate
{
    private static readonly string[] Months = ["ENE", "FEB", "MAR", "ABR", "MAY", "JUN", "JUL", "AGO", "SEP", "OCT", "NOV", "DIC", "SET"];

    /// <summary>The first date as printed, spaces restored and misread letters corrected; null when there is none.</summary>
    public static string? Parse(string text)
    {
        foreach (string line in Reading.Lines(text))
        {
            foreach (Match match in Pattern().Matches(line))
            {
                string day = Digits(match.Groups["d"].Value);
                if (MonthNear(match.Groups["m"].Value) is { } month && $"{day.PadLeft(2, '0')} {month} {Digits(match.Groups["y"].Value)}" is var date
                    && Read(date) is not null)
                {
                    return date;
                }
            }
        }

        return null;
    }

    /// <summary>The date behind the printed form; null when it is none.</summary>
    public static DateOnly? Read(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        string[] parts = value.Split(' ');
        int month = parts.Length == 3 ? Array.IndexOf(Months, parts[1]) : -1;
        if (month < 0 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int day)
            || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out int year))
        {
            return null;
        }

        // SET, the thirteenth name, is the ninth month.
        month = month == 12 ? 9 : month + 1;
        return year is >= 1850 and < 2200 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static string Digits(string read) => string.Concat(read.Where(c => c != ' ').Select(Lookalikes.LetterToDigit));

    private static string? MonthNear(string read)
    {
        string letters = string.Concat(read.Where(c => c != ' ').Select(c => char.IsAsciiDigit(c) ? Lookalikes.DigitToLetter(c) : char.ToUpperInvariant(c)));
        if (Months.Contains(letters))
        {
            return letters;
        }

        string[] near = [.. Months.Where(m => FuzzyText.Distance(m, letters) == 1)];
        return near.Length == 1 ? near[0] : null;
    }

    [GeneratedRegex($@"(?<![0-9])(?<d>[{Lookalikes.DigitLike}] ?[{Lookalikes.DigitLike}])[ .,/-]*(?<m>[A-Za-z0-9](?: ?[A-Za-z0-9]){{2}})[ .,/-]*"
        + $"(?<y>[12IlZz|](?: ?[{Lookalikes.DigitLike}]){{3}})(?![0-9])")]
    private static partial Regex Pattern();
}
