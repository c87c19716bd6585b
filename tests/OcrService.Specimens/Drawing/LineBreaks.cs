namespace OcrService.Specimens.Drawing;

/// <summary>Breaks text into lines: at line feeds and spaces, and between Han characters but not before punctuation.</summary>
internal static class LineBreaks
{
    /// <summary>As few lines as the test allows; a single word that fails it stays whole.</summary>
    /// <param name="text">Text.</param>
    /// <param name="fits">Whether a line has room.</param>
    public static IReadOnlyList<string> Split(string text, Func<string, bool> fits)
    {
        var lines = new List<string>();
        foreach (string paragraph in text.Split('\n'))
        {
            int start = 0;
            while (start < paragraph.Length)
            {
                int end = start, good = start;
                while (end < paragraph.Length)
                {
                    end = NextBreak(paragraph, end);
                    if (good > start && !fits(paragraph[start..end].TrimEnd())) break;
                    good = end;
                }

                lines.Add(paragraph[start..good].Trim());
                start = good;
            }
        }

        return lines;
    }

    private static int NextBreak(string text, int from)
    {
        int i = from + 1;
        while (i < text.Length && !MayBreakBefore(text, i)) i++;
        return i;
    }

    private static bool MayBreakBefore(string text, int i) =>
        text[i - 1] == ' ' || (text[i] is >= '\u3400' and < '\uA000' && text[i - 1] is >= '\u3000');
}
