namespace OcrService.Recognition.Detection;

/// <summary>One horizontal run of set pixels: row <paramref name="Y"/>, columns Left to Right inclusive.</summary>
internal readonly record struct Run(int Y, int Left, int Right);

/// <summary>Connected components (eight neighbours) of a thresholded map, by runs and union-find: one pass over the pixels, no label image.</summary>
internal static class RegionRuns
{
    /// <summary>Returns the components, each as its runs from top to bottom, left to right.</summary>
    public static List<List<Run>> Find(ReadOnlySpan<float> map, int width, int height, float threshold)
    {
        List<Run> runs = [];
        List<int> parent = [];
        int previousFrom = 0, previousTo = 0;
        for (int y = 0; y < height; y++)
        {
            ReadOnlySpan<float> row = map.Slice(y * width, width);
            int from = runs.Count;
            int candidate = previousFrom;
            for (int x = 0; x < width;)
            {
                int skip = FirstAbove(row[x..], threshold);
                if (skip < 0)
                    break;
                int left = x + skip;
                int right = left;
                while (right + 1 < width && row[right + 1] > threshold)
                    right++;
                int label = runs.Count;
                runs.Add(new Run(y, left, right));
                parent.Add(label);
                // Runs of the row above that touch [left - 1, right + 1].
                while (candidate < previousTo && runs[candidate].Right < left - 1)
                    candidate++;
                for (int c = candidate; c < previousTo && runs[c].Left <= right + 1; c++)
                    Union(parent, label, c);
                x = right + 1;
            }

            previousFrom = from;
            previousTo = runs.Count;
        }

        Dictionary<int, List<Run>> byRoot = [];
        for (int i = 0; i < runs.Count; i++)
        {
            int root = Root(parent, i);
            if (!byRoot.TryGetValue(root, out List<Run>? list))
                byRoot.Add(root, list = []);
            list.Add(runs[i]);
        }

        return [.. byRoot.Values];
    }

    private static int FirstAbove(ReadOnlySpan<float> row, float threshold)
    {
        int x = 0;
        System.Numerics.Vector<float> limit = new(threshold);
        int step = System.Numerics.Vector<float>.Count;
        while (x + step <= row.Length)
        {
            if (System.Numerics.Vector.GreaterThanAny(new System.Numerics.Vector<float>(row[x..]), limit))
                break;
            x += step;
        }

        for (; x < row.Length; x++)
        {
            if (row[x] > threshold)
                return x;
        }

        return -1;
    }

    private static int Root(List<int> parent, int i)
    {
        while (parent[i] != i)
            i = parent[i] = parent[parent[i]];
        return i;
    }

    private static void Union(List<int> parent, int a, int b)
    {
        a = Root(parent, a);
        b = Root(parent, b);
        if (a < b)
            parent[b] = a;
        else
            parent[a] = b;
    }
}
