using OcrService.Documents.Pages;
using OcrService.Specimens.Wearing.Defects;
using SkiaSharp;

namespace OcrService.Specimens.Wearing;

/// <summary>Turns a clean specimen into what a camera, a copier or a messenger would have made of it.</summary>
public static class Wear
{
    /// <summary>Wears a specimen with the numbers that the kind and the seed give.</summary>
    public static WornSpecimen Apply(Specimen specimen, WearKind kind, int seed) => Apply(specimen, WearPlan.For(kind, seed), seed);

    /// <summary>Wears a specimen. The specimen stays as it is.</summary>
    /// <param name="specimen">The clean picture.</param>
    /// <param name="plan">What to do.</param>
    /// <param name="seed">Decides ground, corner moves, direction of the light, place of the glare and the noise.</param>
    public static WornSpecimen Apply(Specimen specimen, WearPlan plan, int seed)
    {
        ArgumentNullException.ThrowIfNull(specimen);
        ArgumentNullException.ThrowIfNull(plan);
        var dice = new Dice(seed);
        (SKMatrix placement, SKSizeI size) = Placement(specimen.Bitmap, plan, dice.Branch("place"));

        using SKBitmap scene = NewBitmap(size);
        using (var canvas = new SKCanvas(scene))
        {
            if (plan.Margin > 0) Tabletop.Paint(canvas, size, dice.Branch("table"));
            else canvas.Clear(SKColors.White);
            Place(canvas, specimen.Bitmap, placement, shadow: plan.Margin > 0 && !plan.Grey && !plan.Screen);
            Lighting.Paint(canvas, size, plan, dice.Branch("light"));
        }

        using SKBitmap seen = Develop(scene, plan);
        if (plan.Screen) PixelGrid.Paint(seen, Plane(specimen.Bitmap, placement), dice.Branch("screen"));
        Noise.Add(seen, plan.Noise, plan.Grey, dice.Branch("noise"));
        using SKData jpeg = seen.Encode(SKEncodedImageFormat.Jpeg, plan.JpegQuality);
        return new WornSpecimen(jpeg.ToArray(), size.Width, size.Height, specimen.Truth.Moved(q => Map(placement, q)));
    }

    private static (SKMatrix Placement, SKSizeI Size) Placement(SKBitmap source, WearPlan plan, Dice dice)
    {
        float width = plan.Width == 0 ? source.Width : plan.Width;
        float height = width * plan.Aspect * source.Height / source.Width;
        SKMatrix turn = SKMatrix.CreateRotationDegrees(plan.Turn);
        SKPoint[] corners =
        [
            .. ((SKPoint[])[new(0, 0), new(width, 0), new(width, height), new(0, height)]).Select(p => turn.MapPoint(new SKPoint(
                p.X + (dice.Between(-1f, 1f) * plan.Perspective * width),
                p.Y + (dice.Between(-1f, 1f) * plan.Perspective * width)))),
        ];
        float margin = plan.Margin * width;
        float left = corners.Min(p => p.X) - margin, top = corners.Min(p => p.Y) - margin;
        for (int i = 0; i < 4; i++) corners[i] -= new SKPoint(left, top);
        var size = new SKSizeI((int)MathF.Ceiling(corners.Max(p => p.X) + margin), (int)MathF.Ceiling(corners.Max(p => p.Y) + margin));
        SKMatrix unit = SKMatrix.CreateScale(1f / source.Width, 1f / source.Height);
        return (SKMatrix.Concat(UnitSquareTo(corners), unit), size);
    }

    /// <summary>The projective map that takes the unit square's corners, clockwise from the top left, to four points.</summary>
    internal static SKMatrix UnitSquareTo(SKPoint[] p)
    {
        SKPoint sum = p[0] - p[1] + p[2] - p[3];
        SKPoint d1 = p[1] - p[2], d2 = p[3] - p[2];
        float det = (d1.X * d2.Y) - (d2.X * d1.Y);
        float g = ((sum.X * d2.Y) - (d2.X * sum.Y)) / det;
        float h = ((d1.X * sum.Y) - (sum.X * d1.Y)) / det;
        return new SKMatrix(
            p[1].X - p[0].X + (g * p[1].X), p[3].X - p[0].X + (h * p[3].X), p[0].X,
            p[1].Y - p[0].Y + (g * p[1].Y), p[3].Y - p[0].Y + (h * p[3].Y), p[0].Y,
            g, h, 1);
    }

    private static void Place(SKCanvas canvas, SKBitmap source, SKMatrix placement, bool shadow)
    {
        using SKImage image = SKImage.FromBitmap(source);
        canvas.Save();
        canvas.SetMatrix(placement);
        if (shadow)
        {
            float reach = source.Width / 90f;
            using SKMaskFilter soft = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, reach);
            using var dark = new SKPaint { Color = SKColors.Black.WithAlpha(90), MaskFilter = soft };
            canvas.DrawRect(SKRect.Create(reach / 2, reach, source.Width, source.Height), dark);
        }

        using var paint = new SKPaint { IsAntialias = true };
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear), paint);
        canvas.Restore();
    }

    /// <summary>Lens and copier: focus and colour.</summary>
    private static SKBitmap Develop(SKBitmap scene, WearPlan plan)
    {
        SKBitmap seen = NewBitmap(new SKSizeI(scene.Width, scene.Height));
        using SKImageFilter? blur = plan.Blur > 0 ? SKImageFilter.CreateBlur(plan.Blur, plan.Blur, SKShaderTileMode.Clamp) : null;
        const float r = 0.299f * 1.25f, g = 0.587f * 1.25f, b = 0.114f * 1.25f, dark = -0.14f;
        using SKColorFilter? grey = plan.Grey
            ? SKColorFilter.CreateColorMatrix([r, g, b, 0, dark, r, g, b, 0, dark, r, g, b, 0, dark, 0, 0, 0, 1, 0])
            : null;
        using var paint = new SKPaint { ImageFilter = blur, ColorFilter = grey };
        using var canvas = new SKCanvas(seen);
        canvas.DrawBitmap(scene, 0, 0, paint);
        return seen;
    }

    private static SKBitmap NewBitmap(SKSizeI size) => new(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));

    private static CardPlane Plane(SKBitmap source, SKMatrix placement) =>
        new(Map(placement, Quad.FromBox(0, 0, source.Width, source.Height)), (float)source.Height / source.Width);

    private static Quad Map(SKMatrix matrix, Quad quad)
    {
        PagePoint At(PagePoint p)
        {
            SKPoint q = matrix.MapPoint(p.X, p.Y);
            return new PagePoint(q.X, q.Y);
        }

        return new Quad(At(quad.TopLeft), At(quad.TopRight), At(quad.BottomRight), At(quad.BottomLeft));
    }
}
