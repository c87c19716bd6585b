using OcrService.Specimens.Drawing;
using SkiaSharp;

namespace OcrService.Specimens.Cards;

/// <summary>Paints the ground of a card: a soft gradient with fine crossing waves. No security print of any real document.</summary>
internal static class CardGround
{
    public static void Paint(SKCanvas canvas, CardPaper paper, int width, int height, Dice dice)
    {
        SKColor top = SKColor.Parse(paper.Top).Near(dice, 8);
        SKColor bottom = SKColor.Parse(paper.Bottom).Near(dice, 8);
        using (var shader = SKShader.CreateLinearGradient(new SKPoint(0, 0), new SKPoint(width * 0.3f, height), [top, bottom], SKShaderTileMode.Clamp))
        using (var fill = new SKPaint { Shader = shader })
        {
            canvas.DrawRect(0, 0, width, height, fill);
        }

        SKColor wave = SKColor.Parse(paper.Wave).Near(dice, 15).WithAlpha((byte)dice.Between(35, 70));
        using var stroke = new SKPaint { Color = wave, Style = SKPaintStyle.Stroke, StrokeWidth = width / 1400f, IsAntialias = true };
        float length = width * dice.Between(0.15f, 0.4f);
        float swing = height * dice.Between(0.01f, 0.05f);
        for (int i = 0; i < paper.Waves; i++)
        {
            float y = height * (i + 0.5f) / paper.Waves;
            float phase = i * dice.Between(0.25f, 0.45f);
            using var path = new SKPath();
            for (float x = 0; x <= width; x += 6)
            {
                float dy = swing * MathF.Sin((x / length * MathF.Tau) + phase);
                if (x == 0) path.MoveTo(x, y + dy);
                else path.LineTo(x, y + dy);
            }

            canvas.DrawPath(path, stroke);
        }
    }
}
