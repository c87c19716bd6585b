using OcrService.Documents.Pages;
using OcrService.Specimens.Drawing;
using SkiaSharp;

namespace OcrService.Specimens.Wearing.Defects;

/// <summary>The card on a white sheet, as a printer or a copier puts it there.</summary>
internal static class PaperSheet
{
    public static Specimen Under(Specimen specimen, Dice dice)
    {
        SKBitmap card = specimen.Bitmap;
        float edge = card.Width * dice.Between(0.06f, 0.2f);
        var sheet = new SKBitmap(new SKImageInfo((int)(card.Width + (2 * edge)), (int)(card.Height + (2 * edge)), SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(sheet))
        {
            canvas.Clear(new SKColor(248, 248, 248).Near(dice, 4));
            canvas.DrawBitmap(card, edge, edge);
        }

        var shift = new PagePoint(edge, edge);
        return new Specimen(sheet, specimen.Truth.Moved(q => new Quad(q.TopLeft + shift, q.TopRight + shift, q.BottomRight + shift, q.BottomLeft + shift)));
    }
}
