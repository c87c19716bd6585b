using OcrService.Documents.Pages;
using SkiaSharp;

namespace OcrService.Specimens.Wearing.Defects;

/// <summary>A lamp or a window mirrored by the card: white in the middle, fading outwards. Nothing can be read under its middle.</summary>
internal static class Reflection
{
    public static void Paint(SKCanvas canvas, Quad card, Dice dice)
    {
        PagePoint at = card.At(dice.Between(0.15f, 0.85f), dice.Between(0.15f, 0.85f));
        var centre = new SKPoint(at.X, at.Y);
        float radius = card.Width * dice.Between(0.08f, 0.2f);
        float core = dice.Between(0.35f, 0.7f);
        SKColor white = SKColors.White.WithAlpha((byte)(255 * dice.Between(0.94f, 1f)));
        using SKShader shader = SKShader.CreateRadialGradient(centre, radius, [white, white, white.WithAlpha(90), white.WithAlpha(0)], [0, core, (core + 1) / 2, 1], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader };
        canvas.Save();
        canvas.RotateDegrees(dice.Between(-90f, 90f), centre.X, centre.Y);
        canvas.Scale(dice.Between(1f, 2.6f), dice.Between(0.5f, 1f), centre.X, centre.Y);
        canvas.DrawCircle(centre, radius, paint);
        canvas.Restore();
    }
}
