namespace OcrService.Recognition.Inspection;

/// <summary>
/// Finds the straight edges of a strip: every line through it is followed over all rows, and those on which more rows show an edge than
/// on the lines beside them are kept. A row counts for how clear its edge is, not for how strong, so that a few strong marks, as of a
/// text or a photo's frame, don't outweigh a weak edge that runs the whole side.
/// </summary>
internal static class LineSearch
{
    /// <summary>Most columns between a line's ends: the rough side may be turned by so much.</summary>
    private const int Slant = 26;

    /// <summary>Part of the rows in which a line must lie in the picture.</summary>
    private const float Visible = 0.35f;

    /// <summary>Lines nearer than this to a better one, at both ends, are the same.</summary>
    private const int Apart = 4;

    /// <summary>Rounds of refinement, the columns to each side of the line that a row's edge is taken from, and how clear it must be there.</summary>
    private const int Rounds = 2, Near = 2;

    private const float MinClear = 0.5f;

    private const int Rows = SideStrip.Rows, Columns = SideStrip.Columns;

    /// <summary>The best lines, best first.</summary>
    public static List<SideLine> Find(SideStrip strip, SideEdges edges, int count)
    {
        const int slants = (2 * Slant) + 1;
        float[] support = new float[slants * Columns];
        Span<float> sums = stackalloc float[Columns], rows = stackalloc float[Columns];
        for (int slant = -Slant; slant <= Slant; slant++)
        {
            sums.Clear();
            rows.Clear();
            for (int row = 0; row < Rows; row++)
            {
                // Columns count at the middle row.
                int shift = (int)MathF.Round(slant * ((row / (Rows - 1f)) - 0.5f));
                (int first, int end) = strip.Inside[row];
                ReadOnlySpan<float> clear = edges.Row(row);
                int from = Math.Max(0, first - shift), to = Math.Min(Columns, end - shift);
                from = Math.Max(from, -shift);
                to = Math.Min(to, Columns - shift);
                for (int c = from; c < to; c++)
                {
                    sums[c] += clear[c + shift];
                    rows[c]++;
                }
            }

            for (int c = 0; c < Columns; c++)
                support[((slant + Slant) * Columns) + c] = rows[c] < Visible * Rows ? 0 : sums[c] / rows[c];
        }

        return Peaks(support, count);
    }

    /// <summary>The same line laid more exactly through the edge: a straight line through where each row shows it most clearly.</summary>
    public static SideLine Refine(SideStrip strip, SideEdges edges, SideLine line)
    {
        for (int round = 0; round < Rounds; round++)
        {
            double n = 0, sumX = 0, sumY = 0, sumXx = 0, sumXy = 0;
            for (int row = 0; row < Rows; row++)
            {
                double x = row / (Rows - 1.0);
                float expected = line.First + ((line.Last - line.First) * (float)x) + SideStrip.Reach;
                if (Centre(strip, edges, row, expected) is not { } seen)
                    continue;
                double weight = seen.Weight, y = seen.Column - SideStrip.Reach;
                n += weight;
                sumX += weight * x;
                sumY += weight * y;
                sumXx += weight * x * x;
                sumXy += weight * x * y;
            }

            double spread = (n * sumXx) - (sumX * sumX);
            if (spread < 1e-3)
                return line;
            double slope = ((n * sumXy) - (sumX * sumY)) / spread, start = (sumY - (slope * sumX)) / n;
            line = line with { First = (float)start, Last = (float)(start + slope) };
        }

        return line;
    }

    /// <summary>Where a row shows an edge near a column, and how clearly.</summary>
    private static (float Column, float Weight)? Centre(SideStrip strip, SideEdges edges, int row, float expected)
    {
        int middle = (int)MathF.Round(expected);
        if (middle - Near < strip.Inside[row].First || middle + Near >= strip.Inside[row].End)
            return null;
        ReadOnlySpan<float> clear = edges.Row(row);
        float weight = 0, moment = 0;
        for (int c = middle - Near; c <= middle + Near; c++)
        {
            weight += clear[c];
            moment += clear[c] * c;
        }

        return weight < MinClear ? null : (moment / weight, weight);
    }

    private static List<SideLine> Peaks(float[] support, int count)
    {
        List<(float Support, int Slant, int Column)> peaks = [];
        for (int s = 1; s < (2 * Slant); s++)
        {
            for (int c = 1; c < Columns - 1; c++)
            {
                float here = support[(s * Columns) + c];
                if (here > 0.05f && IsPeak(support, s, c))
                    peaks.Add((here, s, c));
            }
        }

        peaks.Sort((a, b) => b.Support.CompareTo(a.Support));
        List<SideLine> lines = [];
        foreach ((float here, int s, int c) in peaks)
        {
            float middle = c - SideStrip.Reach + Vertex(support[(s * Columns) + c - 1], here, support[(s * Columns) + c + 1]);
            float slant = s - Slant + Vertex(support[((s - 1) * Columns) + c], here, support[((s + 1) * Columns) + c]);
            SideLine line = new(middle - (slant / 2), middle + (slant / 2), here);
            if (!lines.Exists(l => MathF.Abs(l.First - line.First) < Apart && MathF.Abs(l.Last - line.Last) < Apart))
                lines.Add(line);
            if (lines.Count == count)
                break;
        }

        return lines;
    }

    private static bool IsPeak(float[] support, int s, int c)
    {
        float here = support[(s * Columns) + c];
        for (int i = -1; i <= 1; i++)
        {
            for (int j = -1; j <= 1; j++)
            {
                if (support[((s + i) * Columns) + c + j] > here)
                    return false;
            }
        }

        return true;
    }

    /// <summary>Where a parabola through three neighbours is highest, against the middle one.</summary>
    private static float Vertex(float before, float here, float after)
    {
        float bend = (2 * here) - before - after;
        return bend <= 0 ? 0 : Math.Clamp((after - before) / (2 * bend), -0.5f, 0.5f);
    }
}
