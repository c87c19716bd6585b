namespace OcrService.Recognition.Inspection;

/// <summary>
/// Tells a border from a printed line: beyond a border another ground begins, beyond a line, and beyond a row of text, the same ground
/// goes on. Several bands on either side of an edge are compared, and the two that are most alike decide.
/// </summary>
internal static class EdgeBands
{
    /// <summary>Distances of the bands from the edge, in columns; each is three columns wide.</summary>
    private static readonly int[] Distances = [4, 8, 12, 18, 24];

    /// <summary>Rows taken together, so that noise and grain even out.</summary>
    private const int Together = 4;

    /// <summary>A difference of so many levels is half as clear as one can be, in full light.</summary>
    private const float HalfClear = 6;

    private const int Rows = SideStrip.Rows, Columns = SideStrip.Columns;

    /// <summary>How far the grounds on both sides of a line differ, 0 to 1; the mean along it.</summary>
    public static float Separation(SideStrip strip, SideLine line)
    {
        Span<float> inner = stackalloc float[3 * Distances.Length], outer = stackalloc float[3 * Distances.Length];
        float sum = 0;
        int groups = 0;
        for (int row = 0; row < Rows; row += Together)
        {
            int column = (int)MathF.Round(line.First + ((line.Last - line.First) * (row + (Together / 2)) / (Rows - 1))) + SideStrip.Reach;
            int within = 0, beyond = 0;
            while (within < Distances.Length && Mean(strip, row, column - Distances[within], inner, 3 * within))
                within++;
            while (beyond < Distances.Length && Mean(strip, row, column + Distances[beyond], outer, 3 * beyond))
                beyond++;
            if (within == 0 || beyond == 0)
                continue;
            groups++;
            float least = float.MaxValue, light = 0;
            for (int i = 0; i < within; i++)
            {
                for (int j = 0; j < beyond; j++)
                    least = MathF.Min(least, Distance(inner.Slice(3 * i, 3), outer.Slice(3 * j, 3)));
            }

            for (int i = 0; i < 3; i++)
                light = MathF.Max(light, MathF.Max(inner[i], outer[i]));
            sum += least / (least + (HalfClear * MathF.Max(0.25f, light / 255)));
        }

        return groups == 0 ? 0 : sum / groups;
    }

    private static bool Mean(SideStrip strip, int row, int column, Span<float> colours, int at)
    {
        for (int r = row; r < row + Together; r++)
        {
            if (column - 1 < strip.Inside[r].First || column + 1 >= strip.Inside[r].End)
                return false;
        }

        for (int channel = 0; channel < 3; channel++)
        {
            float sum = 0;
            for (int r = row; r < row + Together; r++)
            {
                for (int c = column - 1; c <= column + 1; c++)
                    sum += strip.Channels[channel][(r * Columns) + c];
            }

            colours[at + channel] = sum / (3 * Together);
        }

        return true;
    }

    private static float Distance(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        float sum = 0;
        for (int i = 0; i < 3; i++)
            sum += (a[i] - b[i]) * (a[i] - b[i]) / 3;
        return MathF.Sqrt(sum);
    }
}
