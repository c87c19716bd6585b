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
        using SKImage image = SKImage.FromBitmap(scene);
        using var canvas = new SKCanvas(seen);
        int steps = Math.Max(3, (int)length);
        (float sin, float cos) = MathF.SinCos(angle * MathF.PI / 180);
        for (int i = 0; i < steps; i++)
        {
            float at = length * (((i + 0.5f) / steps) - 0.5f);
            // The i-th of equal shares, painted over the mean of those before.
            using var paint = new SKPaint { Color = SKColors.White.WithAlpha((byte)MathF.Round(255f / (i + 1))) };
            canvas.DrawImage(image, cos * at, sin * at, new SKSamplingOptions(SKFilterMode.Linear), paint);
        }

        return seen;
    }
}
