using System.Globalization;
using System.Text;

namespace OcrService.Benchmarks.Scoring;

/// <summary>Text as it is compared: NFKC, without white space and format characters, as code points.</summary>
internal static class ScoredText
{
    public static int[] Of(string text)
    {
        List<int> points = Nfkc.Normalize(text);
        points.RemoveAll(p => !Rune.IsValid(p) || Rune.IsWhiteSpace(new Rune(p)) || Rune.GetUnicodeCategory(new Rune(p)) == UnicodeCategory.Format);
        return [.. points];
    }

    public static int[] Lower(int[] points) => [.. points.Select(p => Rune.ToLowerInvariant(new Rune(p)).Value)];

    public static string AsString(IEnumerable<int> points) => string.Concat(points.Select(p => new Rune(p).ToString()));
}
