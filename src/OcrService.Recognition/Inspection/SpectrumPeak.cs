namespace OcrService.Recognition.Inspection;

/// <summary>A frequency that stands out.</summary>
/// <param name="X">Across the picture, in turns per pixel, -0.5 to 0.5.</param>
/// <param name="Y">Down the picture.</param>
/// <param name="Height">Logarithm of how much more power it has than its neighbours.</param>
internal readonly record struct SpectrumPeak(float X, float Y, float Height)
{
    private const int Side = CardSpectrum.Side;

    /// <summary>Turns per patch below which print itself is periodic: rows, letters, the waves of the ground.</summary>
    private const int Lowest = 10;

    /// <summary>The highest peaks of a channel, highest first, each at some distance from the others.</summary>
    public static List<SpectrumPeak> Find(float[] power, int count)
    {
        List<SpectrumPeak> found = [];
        Span<float> neighbours = stackalloc float[10];
        for (int y = 0; y <= Side / 2; y++)
        {
            for (int x = -Side / 2; x < Side / 2; x++)
            {
                if ((x * x) + (y * y) < Lowest * Lowest || (y is 0 or Side / 2 && x < 0) || IsBlockGrid(x, y))
                    continue;
                float here = At(power, x, y);
                if (here < At(power, x - 1, y) || here < At(power, x + 1, y) || here < At(power, x, y - 1) || here < At(power, x, y + 1))
                    continue;
                // Edges put streaks into a spectrum: a peak must stand out along them too.
                float level = MathF.Max(Median(power, x, y, 1, 0, neighbours), Median(power, x, y, 0, 1, neighbours));
                found.Add(new SpectrumPeak(x / (float)Side, y / (float)Side, here - level));
            }
        }

        found.Sort((a, b) => b.Height.CompareTo(a.Height));
        List<SpectrumPeak> peaks = [];
        foreach (SpectrumPeak peak in found)
        {
            if (peaks.Count == count)
                break;
            if (!peaks.Exists(p => MathF.Abs(p.X - peak.X) < 4f / Side && MathF.Abs(p.Y - peak.Y) < 4f / Side))
                peaks.Add(peak);
        }

        return peaks;
    }

    /// <summary>JPEG's blocks of 8 pixels are a lattice too.</summary>
    private static bool IsBlockGrid(int x, int y) => OnGrid(x) && OnGrid(y);

    private static bool OnGrid(int frequency) => ((frequency + Side + 1) % (Side / 8)) <= 2;

    private static float At(float[] power, int x, int y) => power[(((y + Side) % Side) * Side) + ((x + Side) % Side)];

    private static float Median(float[] power, int x, int y, int dx, int dy, Span<float> neighbours)
    {
        int n = 0;
        for (int d = 3; d < 8; d++)
        {
            neighbours[n++] = At(power, x + (d * dx), y + (d * dy));
            neighbours[n++] = At(power, x - (d * dx), y - (d * dy));
        }

        neighbours.Sort();
        return (neighbours[4] + neighbours[5]) / 2;
    }
}
