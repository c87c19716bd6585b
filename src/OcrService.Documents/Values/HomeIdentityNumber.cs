namespace OcrService.Documents.Values;

/// <summary>Numbers of the identity cards of Hong Kong, Macao and Taiwan, as the backs of mainland travel permits give them.</summary>
public static class HomeIdentityNumber
{
    /// <summary>The number as its card prints it; null when there is none.</summary>
    public static string? Parse(string text) => HongKongNumber.Parse(text) ?? TaiwanNumber.Parse(text) ?? MacaoNumber.Parse(text);

    /// <summary>Whether its check character holds. Macao's is not public.</summary>
    public static bool IsValid(string number) => HongKongNumber.IsValid(number) || TaiwanNumber.IsValid(number) || MacaoNumber.IsValid(number);

    /// <summary>The printed form of a number in a machine readable zone, which leaves out the brackets: <c>Q0000015</c> is Q000001(5).</summary>
    public static string OfZone(string cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        // Taiwan's ten characters have no brackets in print either.
        return cells.Length is 8 or 9 ? $"{cells[..^1]}({cells[^1]})" : cells;
    }
}
