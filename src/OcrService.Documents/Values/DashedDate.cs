using System.Globalization;

namespace OcrService.Documents.Values;

/// <summary>Dates printed as <c>DD-MM-YYYY</c> in Hong Kong and Macao.</summary>
public static class DashedDate
{
    /// <summary>The date behind <c>DD-MM-YYYY</c>; null when it is none.</summary>
    public static DateOnly? Read(string value) =>
        DateOnly.TryParseExact(value, "dd-MM-yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date : null;
}
