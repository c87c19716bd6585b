namespace OcrService.Benchmarks.Scoring;

/// <summary>Levenshtein distance and what follows from it.</summary>
internal static class EditDistance
{
    /// <summary>Fewest insertions, deletions and replacements that turn one text into the other.</summary>
    public static int Between(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        int same = a.CommonPrefixLength(b);
        a = a[same..];
        b = b[same..];
        while (a.Length > 0 && b.Length > 0 && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }

        if (a.Length == 0 || b.Length == 0) return a.Length + b.Length;
        int[] row = new int[b.Length + 1];
        for (int j = 0; j < row.Length; j++) row[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = a[i - 1] == b[j - 1] ? diagonal : 1 + Math.Min(diagonal, Math.Min(above, row[j - 1]));
                diagonal = above;
            }
        }

        return row[^1];
    }

    /// <summary>1 for equal texts, 0 for texts that share nothing, or whose lengths alone keep them below the floor.</summary>
    public static double Similarity(int[] a, int[] b, double floor = 0)
    {
        int longer = Math.Max(a.Length, b.Length);
        if (longer == 0) return 1;
        if ((double)Math.Min(a.Length, b.Length) / longer < floor) return 0;
        return 1.0 - ((double)Between(a, b) / longer);
    }
}
