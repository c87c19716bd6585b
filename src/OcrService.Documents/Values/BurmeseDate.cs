using System.Globalization;

namespace OcrService.Documents.Values;

/// <summary>Dates of Myanmar's cards, day and month mostly without zeros: <c>၅-၂-၁၉၉၀</c>, on licences also <c>5-2-1990</c>.</summary>
public static class BurmeseDate
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    private static readonly NativeDates Native = new(new BurmeseNumerals(), 1);
    private static readonly NativeDates Arabic = new(new ArabicNumerals(), 1);
    private static readonly string[] Forms = ["d-M-yyyy", "dd-MM-yyyy", "d-MM-yyyy", "dd-M-yyyy"];

    /// <summary>The date in Burmese digits with hyphens, zeros as printed; null when there is none.</summary>
    public static string? Parse(string text) => Printed(Native, text) is { } date ? BurmeseDigits.ToBurmese(date) : null;

    /// <summary>The date in Arabic digits with hyphens, zeros as printed; null when there is none.</summary>
    public static string? Latin(string text) => Printed(Arabic, text);

    /// <summary>A date in Burmese digits in Arabic ones.</summary>
    public static string ToLatin(string burmese) => BurmeseDigits.ToArabic(burmese);

    /// <summary>A date in Arabic digits in Burmese ones.</summary>
    public static string ToBurmese(string latin) => BurmeseDigits.ToBurmese(latin);

    /// <summary>Both forms of a date; a missing one is made of the other. Null when they are different days.</summary>
    public static (string Burmese, string Latin)? Reconcile(string burmese, string latin) => (Read(burmese), Read(latin)) switch
    {
        (null, null) => ("", ""),
        (null, _) => (ToBurmese(latin), latin),
        (_, null) => (burmese, ToLatin(burmese)),
        var (first, second) => first == second ? (burmese, latin) : null,
    };

    /// <summary>The day behind the wire form in either kind of digits; null when there is none.</summary>
    public static DateOnly? Read(string value) =>
        DateOnly.TryParseExact(BurmeseDigits.ToArabic(value), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date : null;

    public static bool IsValid(string value) => Read(value) is { Year: >= FirstYear and <= LastYear };

    private static string? Printed(NativeDates dates, string text) =>
        dates.Best(string.Join('\n', BurmeseLabels.Of(BurmeseLabels.Date, text)), FirstYear, LastYear) is { } found ? string.Join('-', found.Printed) : null;
}
