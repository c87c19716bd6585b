namespace OcrService.Documents.Values;

/// <summary>Name in Khmer as the Cambodian identity card prints it, family name first. Khmer has no gaps between words, so gaps are kept as read.</summary>
public static class KhmerName
{
    /// <summary>The name; null when there is none.</summary>
    public static string? Parse(string text) => KhmerLabels.Of(KhmerLabels.Name, text).Select(Name).OfType<string>().FirstOrDefault();

    private static string? Name(string line)
    {
        string words = KhmerText.Words(line);
        int letters = words.Count(KhmerText.IsBase);
        return letters < 2 || words.Length < 0.6 * line.Length || words.Length > 60 ? null : words;
    }
}
