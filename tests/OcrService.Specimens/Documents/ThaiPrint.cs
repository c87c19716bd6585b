using System.Globalization;

namespace OcrService.Specimens.Documents;

/// <summary>What Thai cards print alike: numbers and dates.</summary>
internal static class ThaiPrint
{
    private static readonly string[] ThaiMonths = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."];

    private static readonly string[] Months = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "Jun.", "Jul.", "Aug.", "Sep.", "Oct.", "Nov.", "Dec."];

    /// <summary>2 ม.ค. 2568: the Buddhist year is the common one plus 543.</summary>
    public static string Thai(DateOnly date) => $"{date.Day} {ThaiMonths[date.Month - 1]} {date.Year + 543}";

    /// <summary>2 Jan. 2025.</summary>
    public static string Latin(DateOnly date) => $"{date.Day} {Months[date.Month - 1]} {date.Year}";

    /// <summary>Thirteen digits in the printed groups, the last of them the check digit: weights 13 to 2, (11 - sum mod 11) mod 10.</summary>
    public static string Number(string twelve)
    {
        int sum = twelve.Select((digit, i) => (digit - '0') * (13 - i)).Sum();
        string check = ((11 - (sum % 11)) % 10).ToString(CultureInfo.InvariantCulture);
        return $"{twelve[0]} {twelve[1..5]} {twelve[5..10]} {twelve[10..12]} {check}";
    }
}
