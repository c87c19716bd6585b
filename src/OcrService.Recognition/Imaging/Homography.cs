using OcrService.Documents.Pages;

namespace OcrService.Recognition.Imaging;

/// <summary>A projective map of the plane: what a flat thing seen by a camera goes through. x' = (Xx x + Xy y + X0) / (Wx x + Wy y + 1).</summary>
internal readonly record struct Homography(double Xx, double Xy, double X0, double Yx, double Yy, double Y0, double Wx, double Wy)
{
    public PagePoint Map(float x, float y)
    {
        double w = 1 / ((Wx * x) + (Wy * y) + 1);
        return new PagePoint((float)(((Xx * x) + (Xy * y) + X0) * w), (float)(((Yx * x) + (Yy * y) + Y0) * w));
    }

    public PagePoint Map(PagePoint p) => Map(p.X, p.Y);

    public Quad Map(in Quad q) => new(Map(q.TopLeft), Map(q.TopRight), Map(q.BottomRight), Map(q.BottomLeft));

    /// <summary>The map that takes the corners of a rectangle at the origin to a quad's corners, in the quad's order. The quad must be convex.</summary>
    public static Homography FromRectangle(float width, float height, in Quad quad)
    {
        (double X, double Y) p = (quad.TopLeft.X, quad.TopLeft.Y), q = (quad.TopRight.X, quad.TopRight.Y);
        (double X, double Y) r = (quad.BottomRight.X, quad.BottomRight.Y), s = (quad.BottomLeft.X, quad.BottomLeft.Y);
        double sumX = p.X - q.X + r.X - s.X, sumY = p.Y - q.Y + r.Y - s.Y;
        double ax = q.X - r.X, ay = q.Y - r.Y, bx = s.X - r.X, by = s.Y - r.Y;
        double determinant = (ax * by) - (bx * ay);
        double g = ((sumX * by) - (bx * sumY)) / determinant, h = ((ax * sumY) - (sumX * ay)) / determinant;
        return new Homography(
            (q.X - p.X + (g * q.X)) / width, (s.X - p.X + (h * s.X)) / height, p.X,
            (q.Y - p.Y + (g * q.Y)) / width, (s.Y - p.Y + (h * s.Y)) / height, p.Y,
            g / width, h / height);
    }

    /// <summary>The map back.</summary>
    public Homography Inverse()
    {
        double a = Yy - (Y0 * Wy), b = (X0 * Wy) - Xy, c = (Xy * Y0) - (X0 * Yy);
        double d = (Y0 * Wx) - Yx, e = Xx - (X0 * Wx), f = (X0 * Yx) - (Xx * Y0);
        double g = (Yx * Wy) - (Yy * Wx), h = (Xy * Wx) - (Xx * Wy), i = (Xx * Yy) - (Xy * Yx);
        return new Homography(a / i, b / i, c / i, d / i, e / i, f / i, g / i, h / i);
    }

    /// <summary>This map after a shift: (x, y) goes where (x + dx, y + dy) went.</summary>
    public Homography Shifted(double dx, double dy)
    {
        double w = (Wx * dx) + (Wy * dy) + 1;
        return new Homography(
            Xx / w, Xy / w, ((Xx * dx) + (Xy * dy) + X0) / w,
            Yx / w, Yy / w, ((Yx * dx) + (Yy * dy) + Y0) / w,
            Wx / w, Wy / w);
    }
}
