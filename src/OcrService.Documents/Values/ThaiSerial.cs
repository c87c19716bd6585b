using System.Globalization;
using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>Number below the portrait of a Thai card, <c>1001-01-03041234</c>: office, two digits, and month, day, hour and minute of the issue.</summary>
public static partial class ThaiSerial
{
    private static readonly PrintedNumber Printed = new("####-##-########");

    /// <summary>The number with its hyphens; null when there is none.</summary>
    public static string? Parse(string text)
    {
        string arabic = NativeDigits.ToArabic(text);
        return Printed.Best(arabic) ?? (Shorter().Match(arabic) is { Success: true } match ? match.Value : null);
    }

    /// <summary>Whether the last eight digits are a month, a day, an hour and a minute.</summary>
    public static bool IsValid(string serial)
    {
        ArgumentNullException.ThrowIfNull(serial);
        return serial.Length == 16 && DateTime.TryParseExact("2000" + serial[8..], "yyyyMMddHHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    /// <summary>Whether the number was given on the day of the issue.</summary>
    public static bool Fits(string serial, DateOnly issue)
    {
        ArgumentNullException.ThrowIfNull(serial);
        return serial.Length == 16 && serial.AsSpan(8, 4).SequenceEqual(issue.ToString("MMdd", CultureInfo.InvariantCulture));
    }

    // Older numbers end in fewer digits; they are taken only with both hyphens.
    [GeneratedRegex("(?<![0-9-])[0-9]{4}-[0-9]{2}-[0-9]{5,7}(?![A-Za-z0-9])")]
    private static partial Regex Shorter();
}
