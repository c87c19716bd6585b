namespace OcrService.Documents.Values;

/// <summary>Address on the Cambodian identity card: two rows, house to village and commune to province.</summary>
public static class KhmerAddress
{
    /// <summary>The rows joined by a space, the province corrected; null when there is none.</summary>
    public static string? Parse(string text) => Joined(KhmerLabels.Of(KhmerLabels.Address, text));

    /// <summary>Rows of a place as one text, Khmer rows only; digits are Khmer ones where both kinds were read.</summary>
    internal static string? Joined(IReadOnlyList<string> lines)
    {
        string text = KhmerDigits.Settle(string.Join(' ', lines.Where(IsKhmer).Select(Line)));
        return text.Count(KhmerText.IsBase) < 3 ? null : KhmerRegions.Correct(text);
    }

    internal static bool IsKhmer(string line) => line.Count(KhmerText.IsLetter) > 0.5 * line.Count(c => c != ' ');

    private static string Line(string line) => line.TrimEnd('។', '.', ',', ';', ':', '-', '|', '_').TrimEnd();
}
