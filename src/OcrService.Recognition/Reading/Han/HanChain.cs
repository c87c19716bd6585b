namespace OcrService.Recognition.Reading.Han;

/// <summary>
/// Chooses the windows that make a line: characters stand a pitch apart that hardly changes and is never less than most of an em
/// square, and every chosen window should be sure of its character. Dynamic programming over pairs of neighbours.
/// </summary>
internal static class HanChain
{
    /// <summary>
    /// A window is worth the log probability that it shows a character, a part of that of the likeliest, and this. So what is surely
    /// a character stays in the line, with little confidence, when nobody can tell which.
    /// </summary>
    private const float Worth = 1.5f, OfLikeliest = 0.4f;

    /// <summary>Least distance of characters in em squares. The halves of one stand closer.</summary>
    private const float Closest = 0.72f;

    /// <summary>Closer than this, in em squares, characters stand only in narrow print; the cost is for a whole em square closer.</summary>
    private const float Close = 0.92f, CloseCost = 6;

    /// <summary>Cost of a pitch that differs from the one before, for one em square of difference, and the most it comes to.</summary>
    private const float OddCost = 1.5f, MostOdd = 0.8f;

    /// <summary>The windows of the best chain from left to right.</summary>
    /// <param name="windows">Candidates from left to right, in pixels of the strip.</param>
    public static List<HanWindow> Best(IReadOnlyList<HanWindow> windows)
    {
        int n = windows.Count;
        // best[j, i]: the best chain that ends with windows j, i; j = n where i is the first.
        float[,] best = new float[n + 1, n];
        int[,] before = new int[n + 1, n];
        (float Score, int Previous, int Last) end = (0, n, -1);
        for (int i = 0; i < n; i++)
        {
            float own = Log(windows[i].Presence) + (OfLikeliest * Log(windows[i].Probability)) + Worth;
            best[n, i] = own;
            before[n, i] = -1;
            Consider(n, i);
            for (int j = 0; j < i; j++)
            {
                best[j, i] = float.NegativeInfinity;
                float pitch = Pitch(j, i);
                if (pitch < Closest)
                    continue;
                float cost = CloseCost * MathF.Max(0, Close - pitch);
                for (int first = -1; first < j; first++)
                {
                    int k = first < 0 ? n : first;
                    float odd = first < 0 ? 0 : MathF.Min(MostOdd, OddCost * MathF.Abs(pitch - Pitch(k, j)));
                    float score = best[k, j] + own - cost - odd;
                    if (score > best[j, i])
                        (best[j, i], before[j, i]) = (score, k);
                }

                Consider(j, i);
            }
        }

        List<HanWindow> chain = [];
        for (int last = end.Last, previous = end.Previous; last >= 0;)
        {
            chain.Add(windows[last]);
            if (previous == n)
                break;
            (last, previous) = (previous, before[previous, last]);
        }

        chain.Reverse();
        return chain;

        static float Log(float probability) => MathF.Log(MathF.Max(1e-6f, probability));

        float Pitch(int a, int b) => (windows[b].Middle - windows[a].Middle) / (float)HanStrip.Cell;

        void Consider(int previous, int last)
        {
            if (best[previous, last] > end.Score)
                end = (best[previous, last], previous, last);
        }
    }
}
