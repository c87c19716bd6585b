using System.Numerics;

namespace OcrService.Recognition.Reading;

/// <summary>Greedy decoding of connectionist temporal classification output (Graves et al., 2006): class 0 is the blank, repeats collapse.</summary>
internal static class CtcDecoder
{
    /// <summary>A decoded symbol: its class, the highest probability along its run, and the frame where that stood.</summary>
    public readonly record struct Peak(int Class, float Probability, int Frame);

    /// <summary>Decodes the likeliest class of every frame.</summary>
    /// <param name="probabilities">Frames x classes, softmax applied.</param>
    /// <param name="frames">Number of frames (time steps).</param>
    /// <param name="classes">Number of classes, blank included.</param>
    public static List<Peak> Decode(ReadOnlySpan<float> probabilities, int frames, int classes)
    {
        List<Peak> peaks = [];
        int last = 0;
        for (int t = 0; t < frames; t++)
        {
            ReadOnlySpan<float> row = probabilities.Slice(t * classes, classes);
            (int best, float p) = Max(row);
            Advance(peaks, ref last, best, p, t);
        }

        return peaks;
    }

    private static void Advance(List<Peak> peaks, ref int last, int best, float p, int frame)
    {
        if (best != 0)
        {
            if (best != last)
                peaks.Add(new Peak(best, p, frame));
            else if (p > peaks[^1].Probability)
                peaks[^1] = new Peak(best, p, frame);
        }

        last = best;
    }

    private static (int Index, float Value) Max(ReadOnlySpan<float> row)
    {
        // First the maximum by vectors, then its place: two cheap passes instead of tracking indices.
        int step = Vector<float>.Count;
        float max = float.MinValue;
        int i = 0;
        if (row.Length >= step)
        {
            Vector<float> best = new(row);
            for (i = step; i + step <= row.Length; i += step)
                best = Vector.Max(best, new Vector<float>(row[i..]));
            for (int lane = 0; lane < step; lane++)
                max = MathF.Max(max, best[lane]);
        }

        for (; i < row.Length; i++)
            max = MathF.Max(max, row[i]);
        int index = row.IndexOf(max);
        return index < 0 ? (0, 0) : (index, max);
    }
}
