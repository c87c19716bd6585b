namespace OcrService.Recognition.Inspection;

/// <summary>Connected areas of a grid.</summary>
internal static class Blobs
{
    /// <summary>The cells of each area, as indices.</summary>
    /// <param name="mask">Cells that belong to areas.</param>
    /// <param name="width">Columns of the grid.</param>
    /// <param name="begin">Begins an area with a cell and tells of each next one whether it belongs there too; null joins all that share a side.</param>
    public static List<List<int>> Of(bool[] mask, int width, Func<int, Func<int, bool>>? begin = null)
    {
        List<List<int>> blobs = [];
        bool[] seen = new bool[mask.Length];
        for (int start = 0; start < mask.Length; start++)
        {
            if (!mask[start] || seen[start])
                continue;
            seen[start] = true;
            List<int> blob = [start];
            Func<int, bool>? belongs = begin?.Invoke(start);
            for (int i = 0; i < blob.Count; i++)
            {
                foreach (int next in Neighbours(blob[i], width, mask.Length))
                {
                    if (next < 0 || !mask[next] || seen[next] || belongs?.Invoke(next) == false)
                        continue;
                    seen[next] = true;
                    blob.Add(next);
                }
            }

            blobs.Add(blob);
        }

        return blobs;
    }

    /// <summary>The cells around an area at a distance of so many cells.</summary>
    /// <param name="blob">The area.</param>
    /// <param name="width">Columns of the grid.</param>
    /// <param name="length">Cells of the grid.</param>
    /// <param name="distance">Distance from the area.</param>
    /// <param name="allowed">Cells that count.</param>
    public static List<int> Ring(List<int> blob, int width, int length, int distance, Func<int, bool> allowed)
    {
        bool[] taken = new bool[length];
        foreach (int at in blob)
            taken[at] = true;
        List<int> ring = blob;
        for (int i = 0; i < distance; i++)
        {
            List<int> next = [];
            foreach (int at in ring)
            {
                foreach (int cell in Neighbours(at, width, length))
                {
                    if (cell < 0 || taken[cell] || !allowed(cell))
                        continue;
                    taken[cell] = true;
                    next.Add(cell);
                }
            }

            ring = next;
        }

        return ring;
    }

    /// <summary>Left, right, above, below; -1 beyond the grid.</summary>
    private static FourCells Neighbours(int at, int width, int length)
    {
        int x = at % width;
        FourCells cells = default;
        cells[0] = x > 0 ? at - 1 : -1;
        cells[1] = x < width - 1 ? at + 1 : -1;
        cells[2] = at - width;
        cells[3] = at + width < length ? at + width : -1;
        return cells;
    }

    [System.Runtime.CompilerServices.InlineArray(4)]
    private struct FourCells
    {
        private int _first;
    }
}
