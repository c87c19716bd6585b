using OcrService.Documents.Pages;
using SkiaSharp;

namespace OcrService.Specimens.Wearing.Defects;

/// <summary>Photographs a specimen with one defect. Everything else is as the wear says.</summary>
public static class DefectiveCard
{
    /// <summary>Wears a specimen as a photo with a defect.</summary>
    /// <param name="specimen">The clean picture; its truth must tell the document's place.</param>
    /// <param name="defect">What is wrong.</param>
    /// <param name="seed">Decides how much of it, and everything that the wear leaves open.</param>
    public static WornSpecimen Photograph(Specimen specimen, CardDefect defect, int seed)
    {
        ArgumentNullException.ThrowIfNull(specimen);
        Dice dice = new Dice(seed).Branch(defect.ToString());
        WearPlan plan = WearPlan.For(WearKind.Photo, seed);
        using Specimen? flat = defect switch
        {
            CardDefect.PastedPortrait => PastedPortrait.On(specimen, dice),
            CardDefect.Printed => PaperSheet.Under(specimen, dice),
            CardDefect.Photocopied => PaperSheet.Under(Photocopy.Of(specimen, dice), dice),
            CardDefect.OnScreen => Monitor.Showing(specimen, dice),
            _ => null,
        };
        Specimen shown = flat ?? specimen;
        float enlarged = shown.Bitmap.Width / shown.Truth.Document!.Value.Width;
        plan = plan with { Width = (int)(plan.Width * enlarged), Margin = enlarged > 1 ? 0.02f : plan.Margin };
        if (defect == CardDefect.Photocopied && dice.Chance(0.4)) plan = plan with { Margin = 0, Perspective = 0, Turn = plan.Turn / 2 };

        WornSpecimen scene = Wear.Apply(shown, plan with { Blur = 0, Noise = 0, JpegQuality = 100, Light = 1 }, seed);
        using SKBitmap picture = Decode(scene.Jpeg);
        Paint(picture, scene.Truth.Document!.Value, specimen.Bitmap, defect, dice);
        using (var canvas = new SKCanvas(picture))
        {
            Lighting.Paint(canvas, new SKSizeI(picture.Width, picture.Height), plan, dice.Branch("light"));
            if (defect == CardDefect.Reflection) Reflection.Paint(canvas, scene.Truth.Document!.Value, dice);
        }

        float unit = scene.Truth.Document!.Value.Width;
        using SKBitmap seen = defect == CardDefect.Unsharp ? Unsharp.Of(picture, unit, dice) : Unsharp.Blurred(picture, plan.Blur, plan.Blur);
        Noise.Add(seen, plan.Noise, grey: false, dice.Branch("noise"));
        SKRectI frame = PictureFrame.Choose(seen, scene.Truth.Document!.Value, defect, dice);
        using SKBitmap cut = PictureFrame.Cut(seen, frame);
        using SKData jpeg = cut.Encode(SKEncodedImageFormat.Jpeg, plan.JpegQuality);
        var shift = new PagePoint(frame.Left, frame.Top);
        return new WornSpecimen(
            jpeg.ToArray(), cut.Width, cut.Height,
            scene.Truth.Moved(q => new Quad(q.TopLeft - shift, q.TopRight - shift, q.BottomRight - shift, q.BottomLeft - shift)));
    }

    private static void Paint(SKBitmap picture, Quad card, SKBitmap specimen, CardDefect defect, Dice dice)
    {
        float aspect = (float)specimen.Width / specimen.Height;
        switch (defect)
        {
            case CardDefect.Covered:
                using (var canvas = new SKCanvas(picture)) CoveringThing.Paint(canvas, card, dice);
                break;
            case CardDefect.OnScreen:
                PixelGrid.Paint(picture, new CardPlane(card, aspect), dice);
                break;
            case CardDefect.Printed:
                Halftone.Paint(picture, new CardPlane(card, aspect), aspect < 1.5f ? 125 : 85.6f, dice);
                break;
        }
    }

    private static SKBitmap Decode(byte[] jpeg)
    {
        using SKBitmap raw = SKBitmap.Decode(jpeg);
        return raw.Copy(SKColorType.Rgba8888);
    }
}
