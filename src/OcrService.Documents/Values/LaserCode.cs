namespace OcrService.Documents.Values;

/// <summary>Code on the back of a Thai card, <c>ME0-0000000-00</c>.</summary>
public static class LaserCode
{
    private static readonly PrintedNumber Printed = new("[A-Z][A-Z]#-#######-##");

    /// <summary>The code with its hyphens; null when there is none.</summary>
    public static string? Parse(string text) => Printed.Best(text);
}
