namespace OcrService.Recognition.Inspection;

/// <summary>
/// Which frequencies run through the whole card: the mean of the logarithms of the spectra of patches spread over it. What a text or an
/// edge puts into one patch weighs little there, a lattice of dots or pixels is in all of them.
/// </summary>
internal sealed class CardSpectrum
{
    public const int Side = LumaPatch.Side;

    private static readonly Fourier Transform = new(Side);
    private static readonly float[] Window = [.. Enumerable.Range(0, Side).Select(i => 0.5f - (0.5f * MathF.Cos(MathF.Tau * (i + 0.5f) / Side)))];

    private CardSpectrum(float[] power) => Power = power;

    /// <summary>Mean logarithm of the power by frequency, down and across, in turns per <see cref="Side"/> pixels; negative ones count from the end.</summary>
    public float[] Power { get; }

    public static CardSpectrum Of(LumaPatch[] patches)
    {
        float[] power = new float[Side * Side];
        Complex32[] square = new Complex32[Side * Side];
        for (int i = 0; i + 1 < patches.Length; i += 2)
            Add(patches[i].Luma, patches[i + 1].Luma, square, power);
        for (int i = 0; i < power.Length; i++)
            power[i] /= patches.Length;
        return new CardSpectrum(power);
    }

    /// <summary>Two real squares go through one complex transform.</summary>
    private static void Add(float[] first, float[] second, Complex32[] square, float[] power)
    {
        float firstMean = first.Average(), secondMean = second.Average();
        for (int i = 0; i < square.Length; i++)
        {
            float window = Window[i % Side] * Window[i / Side];
            square[i] = new Complex32((first[i] - firstMean) * window, (second[i] - secondMean) * window);
        }

        Transform.Transform(square);
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
            {
                Complex32 z = square[(y * Side) + x], m = square[((Side - y) % Side * Side) + ((Side - x) % Side)];
                power[(y * Side) + x] +=
                    MathF.Log(1 + (new Complex32(z.Real + m.Real, z.Imaginary - m.Imaginary).Power / 4)) +
                    MathF.Log(1 + (new Complex32(z.Imaginary + m.Imaginary, m.Real - z.Real).Power / 4));
            }
        }
    }
}
