using SkiaSharp;

namespace OcrService.Specimens.Wearing.Defects;

/// <summary>Black and white, with the copier's harder contrast and specks of toner.</summary>
internal static class Photocopy
{
    public static Specimen Of(Specimen specimen, Dice dice)
    {
        SKBitmap card = new(specimen.Bitmap.Info);
        float contrast = dice.Between(1f, 1.6f), shift = 1 - contrast + dice.Between(-0.04f, 0.08f);
        float r = 0.299f * contrast, g = 0.587f * contrast, b = 0.114f * contrast;
        using SKColorFilter grey = SKColorFilter.CreateColorMatrix([r, g, b, 0, shift, r, g, b, 0, shift, r, g, b, 0, shift, 0, 0, 0, 1, 0]);
        using (var canvas = new SKCanvas(card))
        {
            canvas.Clear(SKColors.White);
            using var paint = new SKPaint { ColorFilter = grey };
            canvas.DrawBitmap(specimen.Bitmap, 0, 0, paint);
        }

        Noise.Add(card, dice.Between(1f, 7f), grey: true, dice);
        return new Specimen(card, specimen.Truth);
    }
}
