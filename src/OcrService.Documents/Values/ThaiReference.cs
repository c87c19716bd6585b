namespace OcrService.Documents.Values;

/// <summary>Reference number of the card for foreigners in Thailand, <c>00-1234-567890-1</c>.</summary>
public static class ThaiReference
{
    private static readonly PrintedNumber Printed = new("##-####-######-#");

    /// <summary>The number with its hyphens; null when there is none.</summary>
    public static string? Parse(string text) => Printed.Best(NativeDigits.ToArabic(text));
}
