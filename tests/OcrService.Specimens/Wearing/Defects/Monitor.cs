using OcrService.Documents.Pages;
using SkiaSharp;

namespace OcrService.Specimens.Wearing.Defects;

/// <summary>The card opened in a picture viewer, on a screen with a dark bezel.</summary>
internal static class Monitor
{
    private static readonly SKColor[] Viewers = [new(255, 255, 255), new(240, 240, 242), new(32, 32, 34), new(0, 0, 0), new(60, 90, 130)];

    public static Specimen Showing(Specimen specimen, Dice dice)
    {
        SKBitmap card = specimen.Bitmap;
        float edge = card.Width * dice.Between(0.05f, 0.2f), bezel = card.Width * dice.Between(0.02f, 0.06f), all = edge + bezel;
        var monitor = new SKBitmap(new SKImageInfo((int)(card.Width + (2 * all)), (int)(card.Height + (2 * all)), SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(monitor))
        {
            canvas.Clear(new SKColor(22, 22, 24));
            using var viewer = new SKPaint { Color = dice.Pick(Viewers) };
            canvas.DrawRect(SKRect.Create(bezel, bezel, monitor.Width - (2 * bezel), monitor.Height - (2 * bezel)), viewer);
            canvas.DrawBitmap(card, all, all);
        }

        var shift = new PagePoint(all, all);
        return new Specimen(monitor, specimen.Truth.Moved(q => new Quad(q.TopLeft + shift, q.TopRight + shift, q.BottomRight + shift, q.BottomLeft + shift)));
    }
}
