using OcrService.Documents.Pages;

namespace OcrService.Recognition.Imaging;

/// <summary>An affine map of the plane: x' = Xx x + Xy y + X0, y' = Yx x + Yy y + Y0.</summary>
internal readonly record struct Affine(float Xx, float Xy, float X0, float Yx, float Yy, float Y0)
{
    public static readonly Affine Identity = new(1, 0, 0, 0, 1, 0);

    public PagePoint Map(PagePoint p) => new((Xx * p.X) + (Xy * p.Y) + X0, (Yx * p.X) + (Yy * p.Y) + Y0);

    public Quad Map(in Quad q) => new(Map(q.TopLeft), Map(q.TopRight), Map(q.BottomRight), Map(q.BottomLeft));

    /// <summary>First <paramref name="inner"/>, then this map.</summary>
    public Affine After(in Affine inner) => new(
        (Xx * inner.Xx) + (Xy * inner.Yx),
        (Xx * inner.Xy) + (Xy * inner.Yy),
        (Xx * inner.X0) + (Xy * inner.Y0) + X0,
        (Yx * inner.Xx) + (Yy * inner.Yx),
        (Yx * inner.Xy) + (Yy * inner.Yy),
        (Yx * inner.X0) + (Yy * inner.Y0) + Y0);

    /// <summary>The map back; the map must not be singular.</summary>
    public Affine Inverse()
    {
        float d = (Xx * Yy) - (Xy * Yx);
        float a = Yy / d, b = -Xy / d, c = -Yx / d, e = Xx / d;
        return new(a, b, -((a * X0) + (b * Y0)), c, e, -((c * X0) + (e * Y0)));
    }

    public static Affine Scale(float x, float y) => new(x, 0, 0, 0, y, 0);
}
