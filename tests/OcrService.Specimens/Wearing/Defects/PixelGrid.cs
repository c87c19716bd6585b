using SkiaSharp;

namespace OcrService.Specimens.Wearing.Defects;

/// <summary>
/// The pixels of a screen: a red, a green and a blue stripe each, with dark gaps. Every camera pixel takes the mean over its area, so
/// that fine grids fade and those near the camera's own pitch beat with it (moire), as in a real picture.
/// </summary>
internal static class PixelGrid
{
    private const int Samples = 4;

    public static void Paint(SKBitmap picture, CardPlane plane, Dice dice)
    {
        // So many screen pixels lie across the card.
        float across = dice.Between(450f, 1000f);
        float gap = dice.Between(0.08f, 0.2f), strength = dice.Between(0.6f, 1f);
        float turn = dice.Chance(0.8) ? 0 : dice.Between(-8f, 8f) * MathF.PI / 180;
        (float sin, float cos) = MathF.SinCos(turn);
        Span<byte> pixels = picture.GetPixelSpan();
        Span<float> light = stackalloc float[3];
        for (int y = 0; y < picture.Height; y++)
        {
            for (int x = 0; x < picture.Width; x++)
            {
                light.Clear();
                SKPoint p = plane.At(x, y), right = plane.At(x + 1, y) - p, down = plane.At(x, y + 1) - p;
                for (int i = 0; i < Samples * Samples; i++)
                {
                    float dx = (i % Samples) / (float)Samples, dy = (i / Samples) / (float)Samples;
                    float u = (p.X + (right.X * dx) + (down.X * dy)) * across, v = (p.Y + (right.Y * dx) + (down.Y * dy)) * across;
                    float column = (cos * u) - (sin * v), row = (sin * u) + (cos * v);
                    column -= MathF.Floor(column);
                    row -= MathF.Floor(row);
                    if (row < gap) continue;
                    float stripe = column * 3;
                    int channel = (int)stripe;
                    if (stripe - channel >= gap) light[channel]++;
                }

                Span<byte> pixel = pixels.Slice((y * picture.RowBytes) + (x * 4), 3);
                float full = Samples * Samples / 3f * (1 - gap) * (1 - gap);
                for (int c = 0; c < 3; c++)
                {
                    // Light adds up in squares, about: a screen's gamma.
                    float factor = MathF.Sqrt(MathF.Max(0, 1 + (strength * ((light[c] / full) - 1))));
                    pixel[c] = (byte)Math.Clamp(pixel[c] * factor * 0.92f, 0, 255);
                }
            }
        }
    }
}
