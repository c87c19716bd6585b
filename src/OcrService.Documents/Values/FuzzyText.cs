using System.Globalization;

namespace OcrService.Documents.Values;

/// <summary>Comparison of text that a reader may have got wrong in a letter or two.</summary>
public static class FuzzyText
{
    private const string Accented =
        "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮĴĶĹĻĽŁŃŅŇŊŌŎŐŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽƠƯȘȚẠẢẤẦẨẪẬẮẰẲ"
        + "ẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ";

    private const string Plain =
        "AAAAAACEEEEIIIINOOOOOOUUUUYAAACCCCDDEEEEEGGGGHHIIIIJKLLLLNNNNOOORRRSSSSTTTUUUUUUWYYZZZOUSTAAAAAAAAAA"
        + "AAEEEEEEEEIIOOOOOOOOOOOOUUUUUUUYYYY";

    /// <summary>A character as it is compared: full-width forms become ASCII, Latin letters lower case and without their accents.</summary>
    public static char Fold(char c) => char.ToLowerInvariant(WithoutAccent(ToAscii(c)));

    /// <summary>The Latin letter under an accent, in the same case; everything else unchanged. (A table: the service runs without ICU.)</summary>
    public static char WithoutAccent(char c)
    {
        if (c < '\u00C0')
        {
            return c;
        }

        int upper = Accented.IndexOf(c, StringComparison.Ordinal);
        if (upper >= 0)
        {
            return Plain[upper];
        }

        int lower = Accented.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal);
        return lower >= 0 ? char.ToLowerInvariant(Plain[lower]) : c;
    }

    /// <summary>Full-width ASCII and CJK punctuation as ASCII; everything else unchanged.</summary>
    public static char ToAscii(char c) => c switch
    {
        >= '！' and <= '～' => (char)(c - '！' + '!'),
        '\u3000' => ' ',
        '。' or '．' => '.',
        '、' => ',',
        '“' or '”' => '"',
        '‘' or '’' => '\'',
        '—' or '–' or '―' or '‐' or '‑' or '‒' or '−' => '-',
        _ => c,
    };

    /// <summary>The text folded and without white space.</summary>
    public static string Compact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(Fold));
    }

    /// <summary>A Han character of the basic block or extension A, or a surrogate (the planes above hold Han characters only here).</summary>
    public static bool IsHan(char c) => c is (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or '〇' || char.IsSurrogate(c);

    /// <summary>
    /// Whether a stretch of text has the letters of a wording when the marks on them are left out, too: in Khmer and Burmese many words
    /// have like marks in like places. One letter in <paramref name="wrong"/> may be wrong.
    /// </summary>
    public static bool HasLettersOf(string text, string wording, int wrong)
    {
        ArgumentNullException.ThrowIfNull(wording);
        string letters = Bare(wording);
        return letters.Length == wording.Length || Distance(Bare(text), letters) <= letters.Length / wrong;
    }

    /// <summary>The text without the marks on its letters.</summary>
    public static string Bare(string text) =>
        string.Concat(text.Where(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)));

    /// <summary>Levenshtein distance of two texts.</summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(diagonal + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }

        return row[^1];
    }

    /// <summary>
    /// The stretch of <paramref name="text"/> nearest to <paramref name="pattern"/> (Sellers' algorithm): start, end (exclusive) and
    /// distance. Both sides are compared as given.
    /// </summary>
    public static (int Start, int End, int Distance) Find(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern)
    {
        int[] distance = [.. Enumerable.Range(0, pattern.Length + 1)];
        int[] start = new int[pattern.Length + 1];
        (int Start, int End, int Distance) best = (0, 0, pattern.Length);
        for (int i = 1; i <= text.Length; i++)
        {
            (int diagonal, int diagonalStart) = (distance[0], start[0]);
            (distance[0], start[0]) = (0, i);
            for (int j = 1; j <= pattern.Length; j++)
            {
                (int above, int aboveStart) = (distance[j], start[j]);
                int match = diagonal + (text[i - 1] == pattern[j - 1] ? 0 : 1);
                (distance[j], start[j]) = match <= above + 1 && match <= distance[j - 1] + 1
                    ? (match, diagonalStart)
                    : above <= distance[j - 1] ? (above + 1, aboveStart) : (distance[j - 1] + 1, start[j - 1]);
                (diagonal, diagonalStart) = (above, aboveStart);
            }

            if (distance[^1] < best.Distance)
            {
                best = (start[^1], i, distance[^1]);
            }
        }

        return best;
    }
}
