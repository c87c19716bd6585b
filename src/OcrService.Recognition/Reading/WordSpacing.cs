namespace OcrService.Recognition.Reading;

/// <summary>
/// Puts the spaces between Latin words that the PP-OCRv4 reader drops. The letters' places are known from the CTC peaks; between two
/// of them the widest stretch of empty columns is measured on the picture of the line itself. A stretch much wider than the gaps
/// between the letters of the same line is a space.
/// </summary>
internal static class WordSpacing
{
    /// <summary>
    /// No gap narrower than this part of the line's height is a space, however tight the letters stand: two upright stems (H, N, I) are
    /// nearly as far apart.
    /// </summary>
    private const float MinGap = 0.22f;

    /// <summary>Thin letters and the digit one stand in more room than they fill, by this part of the line's height at each side.</summary>
    private const float ThinRoom = 0.05f;

    private const string Thin = "Iil1j|!.,:;'()";

    /// <summary>With too few gaps to compare, one of this part of the height is a space.</summary>
    private const float LoneGap = 0.3f;

    /// <summary>A gap of this part of the height is a space, however loose the letters stand.</summary>
    private const float SureGap = 0.5f;

    /// <summary>Inserts the spaces.</summary>
    /// <param name="symbols">Symbols in order with their positions.</param>
    /// <param name="input">Planes of the line's picture; the first plane is measured.</param>
    /// <param name="width">Width of a plane.</param>
    /// <param name="height">Height of a plane.</param>
    /// <returns>The symbols with the spaces between words.</returns>
    public static List<ReadSymbol> Insert(List<ReadSymbol> symbols, ReadOnlySpan<float> input, int width, int height)
    {
        if (symbols.Count < 2 || !HasLatinPair(symbols))
            return symbols;
        Span<float> ink = width <= 4096 ? stackalloc float[width] : new float[width];
        float threshold = MeasureInk(input, width, height, ink);
        Span<int> gaps = symbols.Count <= 1024 ? stackalloc int[symbols.Count] : new int[symbols.Count];
        List<int> letterGaps = [];
        for (int i = 0; i + 1 < symbols.Count; i++)
        {
            float room = ThinRoom * height * ((IsThin(symbols[i].Text) ? 1 : 0) + (IsThin(symbols[i + 1].Text) ? 1 : 0));
            gaps[i] = Math.Max(0, WidestGap(ink, threshold, (int)(symbols[i].Position * width), (int)(symbols[i + 1].Position * width)) - (int)room);
            if (IsSpaced(symbols[i].Text) && IsSpaced(symbols[i + 1].Text))
                letterGaps.Add(gaps[i]);
        }

        letterGaps.Sort();
        // Most gaps of a line lie inside words: the lower third is a safe estimate of the letter spacing.
        float typical = letterGaps.Count == 0 ? 0 : letterGaps[letterGaps.Count / 3];
        float limit = letterGaps.Count < 3 ? LoneGap * height : Math.Clamp(typical * 2.2f, MinGap * height, SureGap * height);
        List<ReadSymbol> spaced = new(symbols.Count + 8);
        for (int i = 0; i < symbols.Count; i++)
        {
            spaced.Add(symbols[i]);
            if (i + 1 < symbols.Count && IsSpaced(symbols[i].Text) && IsSpaced(symbols[i + 1].Text) && gaps[i] >= limit)
                spaced.Add(new ReadSymbol(" ", 1, (symbols[i].Position + symbols[i + 1].Position) / 2));
        }

        return spaced;
    }

    private static bool HasLatinPair(List<ReadSymbol> symbols)
    {
        for (int i = 0; i + 1 < symbols.Count; i++)
        {
            if (IsSpaced(symbols[i].Text) && IsSpaced(symbols[i + 1].Text))
                return true;
        }

        return false;
    }

    /// <summary>Writing with spaces between words: Latin, digits and ASCII punctuation.</summary>
    private static bool IsSpaced(string text) => text.Length == 1 && text[0] is > ' ' and < '\u0250';

    private static bool IsThin(string text) => Thin.Contains(text, StringComparison.Ordinal);

    /// <summary>Contrast inside every column of the line, but for its rim; returns the contrast above which a column holds ink.</summary>
    private static float MeasureInk(ReadOnlySpan<float> plane, int width, int height, Span<float> ink)
    {
        int top = height / 16, bottom = height - (height / 16);
        for (int x = 0; x < width; x++)
        {
            float min = float.MaxValue, max = float.MinValue;
            for (int y = top; y < bottom; y++)
            {
                float v = plane[(y * width) + x];
                min = MathF.Min(min, v);
                max = MathF.Max(max, v);
            }

            ink[x] = max - min;
        }

        float[] sorted = ink.ToArray();
        Array.Sort(sorted);
        float low = sorted[width / 20], high = sorted[width * 4 / 5];
        return low + (0.3f * (high - low));
    }

    private static int WidestGap(ReadOnlySpan<float> ink, float threshold, int from, int to)
    {
        int widest = 0, run = 0;
        for (int x = Math.Max(0, from); x <= to && x < ink.Length; x++)
        {
            run = ink[x] < threshold ? run + 1 : 0;
            widest = Math.Max(widest, run);
        }

        return widest;
    }
}
