namespace OcrService.Documents.Values;

/// <summary>
/// Number of a Macao resident identity card, <c>1234567(8)</c>; older writing is <c>1/234567/8</c>. The rule of the check digit is not
/// published. The first digit is 1, or 5 or 7 for holders of former cards.
/// </summary>
public static class MacaoNumber
{
    private static readonly PrintedNumber Printed = new("#######(#)");
    private static readonly PrintedNumber Older = new("#/######/#");

    /// <summary>The number with its brackets; null when there is none.</summary>
    public static string? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Count(c => c is '/') >= 2 && Older.Best(text) is { } older ? $"{older[0]}{older[2..8]}({older[^1]})" : Printed.Best(text);
    }

    /// <summary>Whether the number has the form of issued ones.</summary>
    public static bool IsValid(string number) => number is ['1' or '5' or '7', _, _, _, _, _, _, '(', _, ')'];

    /// <summary>The number as a machine readable zone carries it: eight digits.</summary>
    public static string ToZone(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return string.Concat(number.Where(char.IsAsciiDigit));
    }
}
