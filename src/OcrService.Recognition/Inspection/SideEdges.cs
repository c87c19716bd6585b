namespace OcrService.Recognition.Inspection;

/// <summary>
/// How clearly each point of a <see cref="SideStrip"/> shows a step of colour across the side. A step must show at a short distance and
/// at a longer one: a thin printed line does not, nor does the soft rim of a shadow.
/// </summary>
internal sealed class SideEdges
{
    private const int Near = 2, Far = 5, Columns = SideStrip.Columns;

    /// <summary>A step of so many levels above the usual is half as clear as one can be, in full light.</summary>
    private const float HalfClear = 5;

    /// <summary>What is usual among the columns of all rows, as a part of them and a factor.</summary>
    private const float Usual = 0.5f, UsualFactor = 2;

    private readonly float[] _clear = new float[SideStrip.Rows * Columns];

    /// <summary>Judges a strip.</summary>
    public SideEdges(SideStrip strip)
    {
        Span<float> sums = stackalloc float[Columns + 1];
        Span<float> near = stackalloc float[Columns], far = stackalloc float[Columns], step = stackalloc float[Columns];
        int[] ridges = new int[256];
        float light = 0;
        for (int row = 0; row < SideStrip.Rows; row++)
        {
            (int first, int end) = strip.Inside[row];
            near.Clear();
            far.Clear();
            for (int channel = 0; channel < 3; channel++)
            {
                ReadOnlySpan<float> values = strip.Channels[channel].AsSpan(row * Columns, Columns);
                sums[0] = 0;
                for (int i = 0; i < Columns; i++)
                    sums[i + 1] = sums[i] + values[i];
                AddSquares(sums, Near, first, end, near);
                AddSquares(sums, Far, first, end, far);
                light += end > first ? (sums[end] - sums[first]) / (end - first) : 0;
            }

            for (int i = 0; i < Columns; i++)
                step[i] = MathF.Sqrt(MathF.Min(near[i], far[i]));
            for (int i = Math.Max(first + 1, Far); i < Math.Min(end - 1, Columns - Far); i++)
            {
                // Only what stands out against its neighbours: on a gentle slope all columns are alike.
                float ridge = MathF.Max(0, step[i] - (0.5f * (step[Math.Max(i - Near - 1, 0)] + step[Math.Min(i + Near + 1, Columns - 1)])));
                _clear[(row * Columns) + i] = ridge;
                ridges[(int)ridge]++;
            }
        }

        // In poor light the same edge is a smaller step, and on a grained ground a larger one is nothing special.
        float half = (HalfClear * MathF.Max(0.25f, light / (SideStrip.Rows * 3 * 255))) + (UsualFactor * Quantile(ridges));
        for (int i = 0; i < _clear.Length; i++)
            _clear[i] /= _clear[i] + half;
    }

    /// <summary>Clearness of a row's columns, 0 to 1.</summary>
    public ReadOnlySpan<float> Row(int row) => _clear.AsSpan(row * Columns, Columns);

    private static void AddSquares(ReadOnlySpan<float> sums, int reach, int first, int end, Span<float> squares)
    {
        for (int i = first + 1; i < end - 1; i++)
        {
            // Beside the picture's edge there is no room for more.
            int r = Math.Min(reach, Math.Min(i - first, end - 1 - i));
            float difference = ((sums[i + 1 + r] - sums[i + 1]) - (sums[i] - sums[i - r])) / r;
            squares[i] += difference * difference / 3;
        }
    }

    private static float Quantile(int[] counts)
    {
        int left = (int)(counts.Sum() * Usual);
        int level = 0;
        while (level < counts.Length - 1 && (left -= counts[level]) > 0)
            level++;
        return level;
    }
}
