namespace OcrService.Documents.Values;

/// <summary>Text as a reader gave it back, made ready for parsing.</summary>
internal static class Reading
{
    /// <summary>The lines with full-width forms as ASCII and runs of white space as one space; blank lines are left out.</summary>
    public static IEnumerable<string> Lines(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('\n').Select(Line).Where(line => line.Length > 0);
    }

    /// <summary>All lines as one, joined by a space.</summary>
    public static string Whole(string text) => string.Join(' ', Lines(text));

    /// <summary>Without white space; letters keep their case.</summary>
    public static string Compact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(FuzzyText.ToAscii));
    }

    public static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Line(string line) => string.Join(' ', Words(string.Concat(line.Select(c => char.IsWhiteSpace(c) ? ' ' : FuzzyText.ToAscii(c)))));
}
