using SkiaSharp;

namespace OcrService.Specimens.Wearing.Defects;

/// <summary>Focus and motion.</summary>
internal static class Unsharp
{
    /// <summary>Out of focus by 0.2 to 0.5 % of the card's width, or moved by 0.8 to 1.8 % of it.</summary>
    public static SKBitmap Of(SKBitmap scene, float unit, Dice dice)
    {
        if (dice.Chance(0.6))
        {
            float deviation = unit * dice.Between(0.002f, 0.005f);
            return Blurred(scene, deviation, deviation);
        }

        return Moved(scene, unit * dice.Between(0.008f, 0.018f), dice.Between(0f, 180f));
    }

    public static SKBitmap Blurred(SKBitmap scene, float x, float y)
    {
        var seen = new SKBitmap(scene.Info);
        using SKImageFilter blur = SKImageFilter.CreateBlur(x, y, SKShaderTileMode.Clamp);
        using var paint = new SKPaint { ImageFilter = blur };
        using var canvas = new SKCanvas(seen);
        canvas.DrawBitmap(scene, 0, 0, paint);
        return seen;
    }

    /// <summary>The mean of the scene shifted along a line.</summary>
    private static SKBitmap Moved(SKBitmap scene, float length, float angle)
    {
        var seen = new SKBitmap(scene.Info);
        int steps = Math.Max(3, (int)MathF.Ceiling(length));
        (float sin, float cos) = MathF.SinCos(angle * MathF.PI / 180);
        int[] sums = new int[scene.Width * scene.Height * 4];
        ReadOnlySpan<byte> source = scene.GetPixelSpan();
        for (int i = 0; i < steps; i++)
        {
            float at = length * (((i + 0.5f) / steps) - 0.5f);
            int dx = (int)MathF.Round(cos * at), dy = (int)MathF.Round(sin * at);
            for (int y = 0; y < scene.Height; y++)
            {
                int from = Math.Clamp(y + dy, 0, scene.Height - 1) * scene.RowBytes, to = y * scene.Width * 4;
                for (int x = 0; x < scene.Width; x++, to += 4)
                {
                    int pixel = from + (Math.Clamp(x + dx, 0, scene.Width - 1) * 4);
                    for (int c = 0; c < 4; c++) sums[to + c] += source[pixel + c];
                }
            }
        }

        Span<byte> target = seen.GetPixelSpan();
        for (int y = 0; y < scene.Height; y++)
        {
            for (int x = 0; x < scene.Width * 4; x++) target[(y * scene.RowBytes) + x] = (byte)(sums[(y * scene.Width * 4) + x] / steps);
        }

        return seen;
    }
}
