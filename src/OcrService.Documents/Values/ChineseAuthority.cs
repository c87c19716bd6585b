using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>An issuing authority in both of its printed forms.</summary>
public sealed record ChineseAuthority(string Han, string Latin)
{
    private static readonly ChineseAuthority[] Known =
    [
        new("公安部出入境管理局", "MPS Exit & Entry Administration"),
        new("中华人民共和国国家移民管理局", "National Immigration Administration, P.R.China"),
        new("国家移民管理局", "National Immigration Administration"),
        new("中华人民共和国外交部", "Ministry of Foreign Affairs, P.R.China"),
        new("外交部", "Ministry of Foreign Affairs"),
    ];

    /// <summary>
    /// The authority printed in Chinese, English or both, spaces lost or not; known ones are corrected, of others every form of the
    /// country's name becomes <c>P.R.China</c>. Null when there is neither.
    /// </summary>
    public static ChineseAuthority? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string han = string.Concat(text.Where(FuzzyText.IsHan));
        string latin = CountryName.Unify(string.Join(
            ' ', string.Concat(text.Where(c => !FuzzyText.IsHan(c)).Select(FuzzyText.ToAscii)).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
            .Trim('/', ' '));
        ChineseAuthority? known = Known
            .Where(k => Near(han, k.Han) || Near(FuzzyText.Compact(latin), FuzzyText.Compact(k.Latin)))
            // One form may have lost its end or its beginning; the other one then says which authority it is, and the longer name is the whole one.
            .OrderBy(k => MathF.Min(Difference(han, k.Han), Difference(FuzzyText.Compact(latin), FuzzyText.Compact(k.Latin))))
            .ThenByDescending(k => k.Han.Length)
            .FirstOrDefault();
        return known ?? (han.Length + latin.Length == 0 ? null : new ChineseAuthority(han, latin));
    }

    private static float Difference(string read, string known) => (float)FuzzyText.Distance(read, known) / known.Length;

    private static bool Near(string read, string known) =>
        read.Length > 0 && FuzzyText.Distance(read, known) <= (known.Length >= 8 ? known.Length / 6 : 0);
}

/// <summary>The many spellings of the country's name in English.</summary>
public static partial class CountryName
{
    /// <summary>Replaces PRC, P. R. C., P.R. China and People's Republic of China by <c>P.R.China</c>.</summary>
    public static string Unify(string text) => Spellings().Replace(text, "P.R.China");

    [GeneratedRegex(@"(?:the\s+)?people'?s\s*republic\s*of\s*china|\bP\.?\s?R\.?\s?China\b|\bP\.?\s?R\.?\s?C\b\.?", RegexOptions.IgnoreCase)]
    private static partial Regex Spellings();
}
