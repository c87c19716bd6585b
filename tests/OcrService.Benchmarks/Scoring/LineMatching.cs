namespace OcrService.Benchmarks.Scoring;

/// <summary>Pairs the lines of the truth with those that were read.</summary>
internal static class LineMatching
{
    /// <summary>One to one, the most similar pairs first; pairs below the floor stay apart.</summary>
    public static List<(int Truth, int Read)> Match(IReadOnlyList<int[]> truth, IReadOnlyList<int[]> read, double floor)
    {
        var pairs = new List<(double Similarity, int Truth, int Read)>();
        for (int i = 0; i < truth.Count; i++)
        {
            for (int j = 0; j < read.Count; j++)
            {
                double similarity = EditDistance.Similarity(truth[i], read[j], floor);
                if (similarity >= floor) pairs.Add((similarity, i, j));
            }
        }

        var matched = new List<(int, int)>();
        var usedTruth = new HashSet<int>();
        var usedRead = new HashSet<int>();
        foreach ((_, int i, int j) in pairs.OrderByDescending(p => p.Similarity).ThenBy(p => Math.Abs(p.Truth - p.Read)).ThenBy(p => p.Truth).ThenBy(p => p.Read))
        {
            if (usedTruth.Contains(i) || !usedRead.Add(j)) continue;
            usedTruth.Add(i);
            matched.Add((i, j));
        }

        return matched;
    }

    /// <summary>Puts what was read into the order of the truth; a line that matches nothing stays behind the line it followed.</summary>
    public static List<int[]> InTruthOrder(IReadOnlyList<int[]> truth, IReadOnlyList<int[]> read)
    {
        Dictionary<int, int> place = Match(truth, read, 0.4).ToDictionary(m => m.Read, m => m.Truth);
        int last = -1;
        var order = new List<(int Place, int Follows, int Read)>();
        for (int j = 0; j < read.Count; j++)
        {
            bool known = place.TryGetValue(j, out int at);
            if (known) last = at;
            order.Add((last, known ? 0 : 1, j));
        }

        return [.. order.Order().Select(o => read[o.Read])];
    }

    /// <summary>Drops lines that match no line of the truth but a text that may be read or not.</summary>
    public static List<int[]> DropIgnored(IReadOnlyList<int[]> truth, IReadOnlyList<int[]> read, IReadOnlyList<string> ignored)
    {
        if (ignored.Count == 0) return [.. read];
        HashSet<int> needed = [.. Match(truth, read, 0.5).Select(m => m.Read)];
        int[][] free = [.. ignored.Select(i => ScoredText.Lower(ScoredText.Of(i)))];
        return [.. read.Where((line, j) => needed.Contains(j) || !free.Any(f => IsLike(ScoredText.Lower(line), f)))];
    }

    private static bool IsLike(int[] line, int[] ignored) =>
        EditDistance.Similarity(line, ignored) >= 0.6 || ignored.AsSpan().IndexOf(line) >= 0;
}
