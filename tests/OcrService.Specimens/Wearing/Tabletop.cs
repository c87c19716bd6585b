using OcrService.Specimens.Drawing;
using SkiaSharp;

namespace OcrService.Specimens.Wearing;

/// <summary>Paints what a document lies on: wood, cloth or a plain desk.</summary>
internal static class Tabletop
{
    private static readonly SKColor[] Grounds = [new(120, 92, 66), new(70, 74, 82), new(196, 186, 170), new(52, 66, 58), new(150, 156, 166), new(92, 58, 46)];

    public static void Paint(SKCanvas canvas, SKSizeI size, Dice dice)
    {
        SKColor ground = dice.Pick(Grounds).Near(dice, 20);
        canvas.Clear(ground);
        float frequency = dice.Between(0.002f, 0.008f);
        float stretch = dice.Chance(0.5) ? 8 : 1;
        using SKShader grain = SKShader.CreatePerlinNoiseFractalNoise(frequency, frequency * stretch, 3, dice.Between(1, 10000));
        // The noise is colourful; only its first channel is used, as a shade of grey.
        using SKColorFilter shade = SKColorFilter.CreateColorMatrix([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
        using var paint = new SKPaint { Shader = grain, ColorFilter = shade, BlendMode = SKBlendMode.SoftLight };
        canvas.DrawRect(0, 0, size.Width, size.Height, paint);
    }
}
