namespace OcrService.Documents.Pages;

/// <summary>The place of a document on a picture: maps between pixels and fractions of the upright document.</summary>
/// <param name="Quad">The document's corners, first the one that is top left when it stands upright. May lie outside the picture.</param>
public readonly record struct DocumentFrame(Quad Quad)
{
    /// <summary>Position in pixels of a point given as fractions of the document.</summary>
    public PagePoint ToPixels(float u, float v) => Quad.At(u, v);

    /// <summary>Fractions of the document at a pixel position: inverse of the bilinear map, by Newton's method.</summary>
    public (float U, float V) ToFractions(PagePoint point)
    {
        float u = 0.5f;
        float v = 0.5f;
        for (int i = 0; i < 8; i++)
        {
            PagePoint error = Quad.At(u, v) - point;
            PagePoint du = ((Quad.TopRight - Quad.TopLeft) * (1 - v)) + ((Quad.BottomRight - Quad.BottomLeft) * v);
            PagePoint dv = ((Quad.BottomLeft - Quad.TopLeft) * (1 - u)) + ((Quad.BottomRight - Quad.TopRight) * u);
            float determinant = (du.X * dv.Y) - (du.Y * dv.X);
            if (MathF.Abs(determinant) < 1e-9f)
            {
                break;
            }

            u -= ((error.X * dv.Y) - (error.Y * dv.X)) / determinant;
            v -= ((du.X * error.Y) - (du.Y * error.X)) / determinant;
        }

        return (u, v);
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
