namespace OcrService.Recognition.Reading;

/// <summary>One reading of a line laid on another one with as few changes as there can be (Levenshtein distance).</summary>
/// <param name="At">What the other has at each symbol of the first; null where it has nothing.</param>
/// <param name="Before">What it has beside, before each symbol of the first and behind the last.</param>
/// <param name="Cost">The changes: 1 for a symbol too many or too few, by the given measure for one in place of another.</param>
internal readonly record struct ReadingAlignment(ReadSymbol?[] At, List<ReadSymbol>[] Before, float Cost)
{
    /// <summary>Lays one reading on another.</summary>
    /// <param name="first">Symbols of the first reading.</param>
    /// <param name="other">Those of the other.</param>
    /// <param name="difference">What it costs that two symbols lie on one another; 0 for the same.</param>
    public static ReadingAlignment Of(IReadOnlyList<ReadSymbol> first, IReadOnlyList<ReadSymbol> other, Func<string, string, float> difference)
    {
        float[,] cost = new float[first.Count + 1, other.Count + 1];
        for (int i = 0; i <= first.Count; i++)
        {
            for (int j = 0; j <= other.Count; j++)
            {
                cost[i, j] = i == 0 || j == 0
                    ? i + j
                    : MathF.Min(MathF.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + difference(first[i - 1].Text, other[j - 1].Text));
            }
        }

        ReadSymbol?[] at = new ReadSymbol?[first.Count];
        List<ReadSymbol>[] before = [.. Enumerable.Range(0, first.Count + 1).Select(_ => new List<ReadSymbol>())];
        for (int i = first.Count, j = other.Count; i > 0 || j > 0;)
        {
            if (i > 0 && j > 0 && cost[i, j] == cost[i - 1, j - 1] + difference(first[i - 1].Text, other[j - 1].Text))
                at[--i] = other[--j];
            else if (j > 0 && cost[i, j] == cost[i, j - 1] + 1)
                before[i].Insert(0, other[--j]);
            else
                i--;
        }

        return new ReadingAlignment(at, before, cost[first.Count, other.Count]);
    }
}
