using OcrService.Documents.Pages;
using OcrService.Native;

namespace OcrService.Recognition.Imaging;

/// <summary>
/// A picture looked at from another angle. The pixels stay where they are; only a map from view to picture coordinates is kept, so
/// that a turned page costs no second copy. A view has the picture's scale: one view pixel is one picture pixel.
/// </summary>
internal sealed class PageView
{
    private PageView(PixelImage image, float angle, int width, int height, Affine toImage)
    {
        Image = image;
        Angle = angle;
        Width = width;
        Height = height;
        ToImage = toImage;
    }

    public PixelImage Image { get; }

    /// <summary>Turn of the view against the picture in degrees, clockwise: text that runs at this angle in the picture runs level in the view.</summary>
    public float Angle { get; }

    public int Width { get; }

    public int Height { get; }

    /// <summary>View coordinates to picture coordinates.</summary>
    public Affine ToImage { get; }

    public static PageView Upright(PixelImage image) => new(image, 0, image.Width, image.Height, Affine.Identity);

    /// <summary>The view in which text running at <paramref name="angle"/> degrees (clockwise) in the picture is level. Big enough to hold every corner.</summary>
    public static PageView Turned(PixelImage image, float angle)
    {
        (float sin, float cos) = MathF.SinCos(angle * MathF.PI / 180);
        // Quarter turns are exact, so that no half pixel is lost on them.
        if (MathF.Abs(sin) < 1e-4f)
            sin = 0;
        if (MathF.Abs(cos) < 1e-4f)
            cos = 0;
        float w = image.Width, h = image.Height;
        int width = (int)MathF.Round((MathF.Abs(cos) * w) + (MathF.Abs(sin) * h));
        int height = (int)MathF.Round((MathF.Abs(sin) * w) + (MathF.Abs(cos) * h));
        // picture = R(angle) (view - view centre) + picture centre
        float x0 = (w / 2) - (cos * width / 2) + (sin * height / 2);
        float y0 = (h / 2) - (sin * width / 2) - (cos * height / 2);
        return new PageView(image, Normalize(angle), width, height, new Affine(cos, -sin, x0, sin, cos, y0));
    }

    /// <summary>A part of the picture alone, its first edge level.</summary>
    public static PageView Part(PixelImage image, in Quad part)
    {
        int width = Math.Max(1, (int)MathF.Round(part.Width)), height = Math.Max(1, (int)MathF.Round(part.Height));
        return new PageView(image, Normalize(part.Angle), width, height, new Reading.LineCrop(part).ToImage(width, height));
    }

    /// <summary>An angle brought into (-180, 180].</summary>
    public static float Normalize(float angle)
    {
        angle %= 360;
        if (angle > 180)
            angle -= 360;
        return angle <= -180 ? angle + 360 : angle;
    }

    public PagePoint ToPicture(PagePoint p) => ToImage.Map(p);
}
