using System.Globalization;

namespace OcrService.Documents.Values;

/// <summary>Dates of the Cambodian identity card: printed <c>០១.០១.១៩៩០</c>, on the wire <c>01.01.1990</c>.</summary>
public static class CambodianDate
{
    internal static NativeDates Printed { get; } = new(new KhmerNumerals(), 2);

    /// <summary>The date of birth as <c>DD.MM.YYYY</c>, from Khmer or Arabic digits; null when there is none.</summary>
    public static string? Parse(string text) =>
        Printed.Best(string.Join('\n', KhmerLabels.Of(KhmerLabels.Birth, text)), 1900, 2100) is { } found ? Format(found.Date) : null;

    /// <summary>The day behind the wire form; null when there is none.</summary>
    public static DateOnly? Read(string value) =>
        DateOnly.TryParseExact(value, "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date : null;

    public static bool IsValid(string value) => Read(value) is not null;

    /// <summary>The wire form of a day.</summary>
    public static string Format(DateOnly date) => date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
