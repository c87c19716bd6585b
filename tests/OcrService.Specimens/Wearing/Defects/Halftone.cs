using SkiaSharp;

namespace OcrService.Specimens.Wearing.Defects;

/// <summary>A print in four inks, each a lattice of dots whose size follows the tone, at the usual angles. 65 to 133 lines an inch.</summary>
internal static class Halftone
{
    private const int Samples = 3, Waves = 1024;

    private static readonly float[] Angles = [15, 75, 0, 45];
    private static readonly float[] Cosines = [.. Enumerable.Range(0, Waves).Select(i => MathF.Cos(i * MathF.Tau / Waves))];

    public static void Paint(SKBitmap picture, CardPlane plane, float widthMm, Dice dice)
    {
        float across = widthMm / 25.4f * dice.Between(65f, 133f);
        (float Sin, float Cos)[] turns = [.. Angles.Select(a => MathF.SinCos(a * MathF.PI / 180))];
        Span<byte> pixels = picture.GetPixelSpan();
        Span<float> inks = stackalloc float[4], paper = stackalloc float[3];
        for (int y = 0; y < picture.Height; y++)
        {
            for (int x = 0; x < picture.Width; x++)
            {
                SKPoint p = plane.At(x, y);
                // The table around the sheet is real.
                if (p.X < -0.2f || p.Y < -0.2f || p.X > 1.2f || p.Y > 1) continue;
                Span<byte> pixel = pixels.Slice((y * picture.RowBytes) + (x * 4), 3);
                float black = 0.7f * MathF.Min(255 - pixel[0], MathF.Min(255 - pixel[1], 255 - pixel[2])) / 255;
                for (int c = 0; c < 3; c++) inks[c] = (1 - (pixel[c] / 255f) - black) / (1 - black);
                inks[3] = black;
                SKPoint right = plane.At(x + 1, y) - p, down = plane.At(x, y + 1) - p;
                paper.Clear();
                for (int i = 0; i < Samples * Samples; i++)
                {
                    float dx = (i % Samples) / (float)Samples, dy = (i / Samples) / (float)Samples;
                    float u = (p.X + (right.X * dx) + (down.X * dy)) * across, v = (p.Y + (right.Y * dx) + (down.Y * dy)) * across;
                    if (Dot(u, v, turns[3]) < inks[3]) continue;
                    for (int c = 0; c < 3; c++) paper[c] += Dot(u, v, turns[c]) < inks[c] ? 0.08f : 1;
                }

                for (int c = 0; c < 3; c++) pixel[c] = (byte)Math.Clamp(paper[c] * 250 / (Samples * Samples), 0, 255);
            }
        }
    }

    /// <summary>How much ink it takes to reach a place, 0 to 1: least in the middle of a dot.</summary>
    private static float Dot(float u, float v, (float Sin, float Cos) turn)
    {
        float a = (turn.Cos * u) + (turn.Sin * v), b = (turn.Cos * v) - (turn.Sin * u);
        float height = (Cosines[(int)MathF.Floor(a * Waves) & (Waves - 1)] + Cosines[(int)MathF.Floor(b * Waves) & (Waves - 1)]) / 4;
        return 0.5f - height;
    }
}
