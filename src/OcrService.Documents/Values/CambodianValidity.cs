namespace OcrService.Documents.Values;

/// <summary>
/// The row <c>សុពលភាព៖ ០២.០១.២០២៥ ដល់ថ្ងៃ ០១.០១.២០៣៥</c> of the Cambodian identity card: first and last day of validity. Cards are
/// valid for ten years less a day (sub-decree 60 of 2007), which decides between readings that are equally good.
/// </summary>
public static class CambodianValidity
{
    private const int FirstYear = 1996;
    private const int LastYear = 2100;
    private const int MostYears = 11;
    private const float TenYears = 0.6f;

    /// <summary>The first day as <c>DD.MM.YYYY</c>; null when it cannot be read.</summary>
    public static string? Issue(string text) => Read(text).Issue is { } date ? CambodianDate.Format(date) : null;

    /// <summary>The last day as <c>DD.MM.YYYY</c>; null when it cannot be read.</summary>
    public static string? Expiry(string text) => Read(text).Expiry is { } date ? CambodianDate.Format(date) : null;

    /// <summary>Both days, for what they are worth: each may be missing.</summary>
    public static (DateOnly? Issue, DateOnly? Expiry) Read(string text)
    {
        string issueText = string.Join('\n', KhmerLabels.Of(KhmerLabels.Validity, text));
        string expiryText = string.Join('\n', KhmerLabels.Of(KhmerLabels.Until, text));
        return Pair(issueText == expiryText ? issueText : $"{issueText}\n{expiryText}")
            ?? (issueText == expiryText ? (null, null) : (Single(issueText), Single(expiryText)));
    }

    /// <summary>Two days of which the first comes first and the second is not too far from it; null when there are none, or others as good.</summary>
    private static (DateOnly? Issue, DateOnly? Expiry)? Pair(string text)
    {
        List<NativeDate> dates = [.. CambodianDate.Printed.In(text).Where(d => d.Date.Year is >= FirstYear and <= LastYear)];
        (DateOnly Issue, DateOnly Expiry, float Cost)[] pairs =
        [
            .. from first in dates
               from last in dates
               where first.IsBefore(last) && first.Date < last.Date && last.Date < first.Date.AddYears(MostYears)
               let bonus = last.Date == first.Date.AddYears(10).AddDays(-1) || last.Date == first.Date.AddYears(10) ? TenYears : 0
               let cost = first.Cost + last.Cost - bonus
               orderby cost
               select (first.Date, last.Date, cost),
        ];
        if (pairs.Length == 0)
        {
            return null;
        }

        (DateOnly issue, DateOnly expiry, float best) = pairs[0];
        bool tie = pairs.Any(p => (p.Issue, p.Expiry) != (issue, expiry) && p.Cost <= best + 0.1f);
        return tie ? null : (issue, expiry);
    }

    private static DateOnly? Single(string text) => CambodianDate.Printed.Best(text, FirstYear, LastYear)?.Date;
}
