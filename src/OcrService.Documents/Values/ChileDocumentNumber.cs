namespace OcrService.Documents.Values;

/// <summary>Number of a Chilean card itself, <c>123.456.789</c>; the first place may hold a letter.</summary>
public static class ChileDocumentNumber
{
    // I, O and Q are never used for letters, so those are digits.
    private static readonly PrintedNumber Printed = new("[0-9A-HJ-NPR-Z]##.###.###");

    /// <summary>The number with its dots; null when there is none.</summary>
    public static string? Parse(string text) => Printed.Best(text);

    /// <summary>The number as the machine readable zone carries it: without dots.</summary>
    public static string ToZone(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Replace(".", "", StringComparison.Ordinal);
    }
}
