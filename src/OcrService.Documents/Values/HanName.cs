namespace OcrService.Documents.Values;

/// <summary>Chinese names, simplified or traditional as printed, with or without the label 姓名 in front.</summary>
public static class HanName
{
    private const int MaxLength = 6;

    // Parts of labels and titles of the documents; none of them is part of a name.
    private static readonly string[] Foreign =
    [
        "身份", "居民", "通行", "香港", "澳門", "澳门", "台湾", "臺灣", "台灣", "永久", "出生", "日期", "签发", "簽發", "有效", "性别", "性別", "证件", "證件", "号码", "號碼", "机关",
        "地点", "次数", "發出", "身高", "編號",
    ];

    /// <summary>The first line that is a name of two to six characters, longer only with the dot of transcribed names; null when there is none.</summary>
    public static string? Parse(string text) => Reading.Lines(text).Select(NameIn).FirstOrDefault(name => name is not null);

    private static string? NameIn(string line)
    {
        string han = string.Concat(line.Where(c => FuzzyText.IsHan(c) || c is '·' or '•' or '・')).Replace('•', '·').Replace('・', '·').Trim('·');
        int label = han.LastIndexOf("姓名", StringComparison.Ordinal);
        han = label >= 0 ? han[(label + 2)..] : han;
        // Half of the label may be left.
        if (han.Length >= 3 && han[0] is '名')
        {
            han = han[1..];
        }

        int characters = han.EnumerateRunes().Count();
        return characters < 2 || (characters > MaxLength && !han.Contains('·')) || Foreign.Any(f => han.Contains(f, StringComparison.Ordinal)) ? null : han;
    }
}
