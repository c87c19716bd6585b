using OcrService.Documents.Pages;
using OcrService.Specimens.Cards;
using OcrService.Specimens.Drawing;
using SkiaSharp;

namespace OcrService.Specimens.Wearing.Defects;

/// <summary>Another silhouette over the printed one: half of them glued on as a photo of their own, half put in on a computer.</summary>
internal static class PastedPortrait
{
    public static Specimen On(Specimen specimen, Dice dice)
    {
        SKBitmap card = specimen.Bitmap.Copy();
        Box old = specimen.Truth.Portrait?.Bounds ?? throw new ArgumentException("The specimen has no portrait.", nameof(specimen));
        bool glued = dice.Chance(0.5);
        float grown = dice.Between(1f, 1.07f);
        using SKBitmap photo = Photo(old.Width * grown, old.Height * grown, dice);
        float left = (old.Left + old.Right - photo.Width) / 2 + (old.Width * dice.Between(-0.02f, 0.02f));
        float top = (old.Top + old.Bottom - photo.Height) / 2 + (old.Height * dice.Between(-0.02f, 0.02f));
        SKRect place = SKRect.Create(left, top, photo.Width, photo.Height);
        using var canvas = new SKCanvas(card);
        canvas.RotateDegrees(dice.Between(0.3f, glued ? 3f : 1f) * (dice.Chance(0.5) ? 1 : -1), place.MidX, place.MidY);
        using var paint = new SKPaint { IsAntialias = true };
        if (glued)
        {
            float reach = card.Width / 400f;
            using SKImageFilter shadow = SKImageFilter.CreateDropShadow(reach, reach, reach, reach, SKColors.Black.WithAlpha(130));
            using var rim = new SKPaint { Color = new SKColor(250, 250, 250), IsAntialias = true, ImageFilter = shadow };
            float white = dice.Chance(0.5) ? photo.Width * dice.Between(0.01f, 0.03f) : 0;
            canvas.DrawRect(SKRect.Inflate(place, white, white), rim);
        }

        using SKImage image = SKImage.FromBitmap(photo);
        canvas.DrawImage(image, place, new SKSamplingOptions(SKFilterMode.Linear), paint);
        return new Specimen(card, specimen.Truth);
    }

    /// <summary>Comes from another picture: other noise, focus, light and compression.</summary>
    private static SKBitmap Photo(float width, float height, Dice dice)
    {
        using var drawn = new SKBitmap(new SKImageInfo((int)width, (int)height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(drawn))
        {
            Silhouette.Paint(canvas, SKRect.Create(drawn.Width, drawn.Height), new CardPortrait([0, 0, 1, 1]), dice.Branch("other"));
            using var cast = new SKPaint { Color = new SKColor(255, 255, 255).Near(dice, 60), BlendMode = SKBlendMode.Multiply };
            canvas.DrawRect(0, 0, drawn.Width, drawn.Height, cast);
        }

        using SKBitmap seen = Unsharp.Blurred(drawn, dice.Between(0.3f, 2.2f), dice.Between(0.3f, 2.2f));
        Noise.Add(seen, dice.Between(3f, 9f), dice.Chance(0.4), dice);
        using SKData jpeg = seen.Encode(SKEncodedImageFormat.Jpeg, dice.Between(35, 85));
        return SKBitmap.Decode(jpeg);
    }
}
