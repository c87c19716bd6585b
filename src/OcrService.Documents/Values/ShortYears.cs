using System.Globalization;

namespace OcrService.Documents.Values;

/// <summary>Dates printed as YYMMDD: which century they mean.</summary>
public static class ShortYears
{
    /// <summary>A birth date is the latest one that is not after <paramref name="today"/>; null when the text is no date.</summary>
    public static DateOnly? Birth(string yymmdd, DateOnly today)
    {
        for (int century = today.Year / 100; century >= 18; century--)
        {
            if (In(century, yymmdd) is { } date && date <= today)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>An expiry date is the one whose year lies between 50 years before and 49 years after <paramref name="today"/>.</summary>
    public static DateOnly? Expiry(string yymmdd, DateOnly today)
    {
        for (int century = (today.Year / 100) - 1; century <= (today.Year / 100) + 1; century++)
        {
            if (In(century, yymmdd) is { } date && date.Year >= today.Year - 50 && date.Year <= today.Year + 49)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>The date in a century, given by the first two digits of its years; null when the text is no date.</summary>
    public static DateOnly? In(int century, string yymmdd) =>
        DateOnly.TryParseExact($"{century:00}{yymmdd}", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : null;
}
