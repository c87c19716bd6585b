namespace OcrService.Documents.Pages;

/// <summary>
/// The place of a document on a picture: maps between pixels and fractions of the upright document, perspective included (the
/// homography that takes the unit square's corners to the quad's).
/// </summary>
/// <param name="Quad">The document's corners, first the one that is top left when it stands upright. May lie outside the picture.</param>
public readonly record struct DocumentFrame(Quad Quad)
{
    /// <summary>Position in pixels of a point given as fractions of the document.</summary>
    public PagePoint ToPixels(float u, float v)
    {
        (PagePoint right, PagePoint down, float g, float h) = Terms();
        float w = (g * u) + (h * v) + 1;
        return (Quad.TopLeft + (right * u) + (down * v)) * (1 / w);
    }

    /// <summary>The quad in pixels of a part of the document.</summary>
    public Quad ToPixels(float left, float top, float right, float bottom) =>
        new(ToPixels(left, top), ToPixels(right, top), ToPixels(right, bottom), ToPixels(left, bottom));

    /// <summary>Fractions of the document at a pixel position; (0.5, 0.5) of a document without area.</summary>
    public (float U, float V) ToFractions(PagePoint point)
    {
        (PagePoint right, PagePoint down, float g, float h) = Terms();
        // x (g u + h v + 1) = right.x u + down.x v + origin.x, and the same for y: two linear equations.
        PagePoint a = right - (point * g), b = down - (point * h), c = point - Quad.TopLeft;
        float determinant = (a.X * b.Y) - (b.X * a.Y);
        return MathF.Abs(determinant) < 1e-9f
            ? (0.5f, 0.5f)
            : (((c.X * b.Y) - (b.X * c.Y)) / determinant, ((a.X * c.Y) - (c.X * a.Y)) / determinant);
    }

    /// <summary>The part of a picture that the document covers, 0 to 1; what lies outside the picture does not count.</summary>
    public float ShareOf(int width, int height)
    {
        List<PagePoint> polygon = [Quad.TopLeft, Quad.TopRight, Quad.BottomRight, Quad.BottomLeft];
        polygon = Clip(polygon, p => p.X);
        polygon = Clip(polygon, p => width - p.X);
        polygon = Clip(polygon, p => p.Y);
        polygon = Clip(polygon, p => height - p.Y);
        float twice = 0;
        for (int i = 0; i < polygon.Count; i++)
        {
            PagePoint a = polygon[i];
            PagePoint b = polygon[(i + 1) % polygon.Count];
            twice += (a.X * b.Y) - (b.X * a.Y);
        }

        return MathF.Abs(twice) / 2 / ((float)width * height);
    }

    /// <summary>The homography's terms; those of a parallelogram when the corners allow no other.</summary>
    private (PagePoint Right, PagePoint Down, float G, float H) Terms()
    {
        PagePoint sum = Quad.TopLeft - Quad.TopRight + Quad.BottomRight - Quad.BottomLeft;
        PagePoint d1 = Quad.TopRight - Quad.BottomRight, d2 = Quad.BottomLeft - Quad.BottomRight;
        float determinant = (d1.X * d2.Y) - (d2.X * d1.Y);
        float g = 0, h = 0;
        if (MathF.Abs(determinant) > 1e-6f)
        {
            g = ((sum.X * d2.Y) - (d2.X * sum.Y)) / determinant;
            h = ((d1.X * sum.Y) - (sum.X * d1.Y)) / determinant;
        }

        return (Quad.TopRight - Quad.TopLeft + (Quad.TopRight * g), Quad.BottomLeft - Quad.TopLeft + (Quad.BottomLeft * h), g, h);
    }

    // Sutherland and Hodgman: one half plane after the other.
    private static List<PagePoint> Clip(List<PagePoint> polygon, Func<PagePoint, float> distance)
    {
        List<PagePoint> kept = [];
        for (int i = 0; i < polygon.Count; i++)
        {
            PagePoint a = polygon[i];
            PagePoint b = polygon[(i + 1) % polygon.Count];
            float da = distance(a);
            float db = distance(b);
            if (da >= 0)
            {
                kept.Add(a);
            }

            if (da >= 0 != db >= 0)
            {
                kept.Add(a + ((b - a) * (da / (da - db))));
            }
        }

        return kept;
    }
}
