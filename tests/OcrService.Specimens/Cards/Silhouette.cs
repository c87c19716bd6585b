using OcrService.Specimens.Drawing;
using SkiaSharp;

namespace OcrService.Specimens.Cards;

/// <summary>Draws the place of a portrait: nobody, only head, hair and shoulders as plain shapes.</summary>
internal static class Silhouette
{
    private static readonly SKColor[] Skins = [new(226, 190, 160), new(198, 150, 118), new(148, 104, 78), new(240, 208, 184)];

    private static readonly float[] Luminance =
    [
        0.30f, 0.59f, 0.11f, 0, 0,
        0.30f, 0.59f, 0.11f, 0, 0,
        0.30f, 0.59f, 0.11f, 0, 0,
        0, 0, 0, 1, 0,
    ];

    public static void Paint(SKCanvas canvas, SKRect frame, CardPortrait portrait, Dice dice)
    {
        using SKColorFilter? grey = portrait.Grey ? SKColorFilter.CreateColorMatrix(Luminance) : null;
        using var veil = new SKPaint { Color = SKColors.White.WithAlpha((byte)(255 * portrait.Strength)), ColorFilter = grey };
        canvas.Save();
        canvas.ClipRect(frame);
        canvas.SaveLayer(veil);
        SKColor backdrop = new SKColor(222, 228, 234).Near(dice, 15);
        SKColor skin = dice.Pick(Skins).Near(dice, 10);
        SKColor hair = new SKColor(52, 42, 38).Near(dice, 25);
        SKColor cloth = new SKColor(70, 80, 104).Near(dice, 50);
        float w = frame.Width, h = frame.Height, x = frame.MidX + (w * dice.Between(-0.02f, 0.02f)), y = frame.Top + (h * dice.Between(0.40f, 0.44f));

        Fill(canvas, backdrop, c => c.AddRect(frame));
        Fill(canvas, hair, c => c.AddOval(SKRect.Create(x - (w * 0.27f), y - (h * 0.28f), w * 0.54f, h * dice.Between(0.46f, 0.66f))));
        Fill(canvas, skin, c => c.AddRect(SKRect.Create(x - (w * 0.10f), y + (h * 0.12f), w * 0.20f, h * 0.2f)));
        Fill(canvas, skin, c => c.AddOval(SKRect.Create(x - (w * 0.21f), y - (h * 0.19f), w * 0.42f, h * 0.42f)));
        Fill(canvas, cloth, c => c.AddOval(SKRect.Create(x - (w * 0.46f), y + (h * 0.28f), w * 0.92f, h * 0.6f)));
        SKColor shade = skin.Near(dice, 4).WithAlpha(255);
        shade = new SKColor((byte)(shade.Red * 0.55f), (byte)(shade.Green * 0.5f), (byte)(shade.Blue * 0.5f));
        foreach (float side in (float[])[-1, 1]) Fill(canvas, shade, c => c.AddOval(SKRect.Create(x + (side * w * 0.09f) - (w * 0.025f), y - (h * 0.01f), w * 0.05f, h * 0.02f)));
        Fill(canvas, shade, c => c.AddOval(SKRect.Create(x - (w * 0.06f), y + (h * 0.13f), w * 0.12f, h * 0.018f)));
        canvas.Restore();
        canvas.Restore();
    }

    private static void Fill(SKCanvas canvas, SKColor colour, Action<SKPath> shape)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        using var path = new SKPath();
        shape(path);
        canvas.DrawPath(path, paint);
    }
}
