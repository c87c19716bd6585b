namespace OcrService.Specimens.Documents;

/// <summary>Dates as passports print them.</summary>
internal static class PassportDates
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    /// <summary>An issue day, and the last day of the ten years from it.</summary>
    public static (DateOnly Issue, DateOnly Expiry) Validity(Dice dice)
    {
        DateOnly issue = new DateOnly(2017, 6, 1).AddDays(dice.Between(0, 3000));
        return (issue, issue.AddYears(10).AddDays(-1));
    }

    /// <summary>The wire's form of a date.</summary>
    public static string Wire(DateOnly date) => date.ToString("yyyy-MM-dd");

    /// <summary>01 JAN 1990.</summary>
    public static string Latin(DateOnly date) => $"{date.Day:00} {Months[date.Month - 1]} {date.Year}";

    /// <summary>01 1月/JAN 1990.</summary>
    public static string Bilingual(DateOnly date) => $"{date.Day:00} {date.Month}月/{Months[date.Month - 1]} {date.Year}";
}
