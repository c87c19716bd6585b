namespace OcrService.Benchmarks.Reports;

/// <summary>A document whose measured parts stand between <c>&lt;!-- name:begin --&gt;</c> and <c>&lt;!-- name:end --&gt;</c>.</summary>
internal static class MarkedDocument
{
    /// <summary>Whether the document has such a part, so that nobody measures for an hour and cannot write it down.</summary>
    public static bool Has(string path, string name) => File.Exists(path) && Find(File.ReadAllText(path), name) is not null;

    /// <summary>Puts the text in the place of what stood in the part.</summary>
    /// <exception cref="InvalidOperationException">There is no such part.</exception>
    public static void Replace(string path, string name, string text)
    {
        string old = File.ReadAllText(path);
        File.WriteAllText(path, Replaced(old, name, text) ?? throw new InvalidOperationException($"{path} has no part '{name}'."));
    }

    /// <summary>The document with the part replaced; null when it has none.</summary>
    internal static string? Replaced(string document, string name, string text) =>
        Find(document, name) is { } part ? $"{document[..part.Start]}\n{text.TrimEnd()}\n{document[part.End..]}" : null;

    private static Range? Find(string document, string name)
    {
        string begin = $"<!-- {name}:begin -->";
        int from = document.IndexOf(begin, StringComparison.Ordinal);
        if (from < 0) return null;
        from += begin.Length;
        int to = document.IndexOf($"<!-- {name}:end -->", from, StringComparison.Ordinal);
        return to < 0 ? null : from..to;
    }
}
