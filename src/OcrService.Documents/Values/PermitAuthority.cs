namespace OcrService.Documents.Values;

/// <summary>Issuing authorities of Chinese permits as printed.</summary>
public static class PermitAuthority
{
    private static readonly Vocabulary Known = new(
        "公安部出入境管理局", "中华人民共和国出入境管理局", "国家移民管理局", "中华人民共和国国家移民管理局", "中华人民共和国公安部", "中华人民共和国外交部");

    /// <summary>The authority, corrected when it is a known one; of others the Chinese characters as read. Null when there are less than four.</summary>
    public static string? Parse(string text)
    {
        string[] lines = [.. Reading.Lines(text).Where(l => !Labels.Is(l, "签发机关"))
            .Select(l => string.Concat(Labels.After(l, "签发机关").Where(c => FuzzyText.IsHan(c) || c == ' '))).Where(l => l.Trim().Length > 0)];
        string han = Reading.Compact(string.Concat(lines));
        return Known.FindIn(han) ?? (Reading.Words(string.Join(' ', lines)).FirstOrDefault() is { Length: >= 4 } other ? other : null);
    }
}
