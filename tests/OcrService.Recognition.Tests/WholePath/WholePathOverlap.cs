using OcrService.Documents.Pages;

namespace OcrService.Recognition.Tests.WholePath;

/// <summary>How much two places on a picture are the same.</summary>
internal static class WholePathOverlap
{
    /// <summary>Intersection over union of two convex quads, 0 to 1; the order of their corners must be clockwise, not their first corner.</summary>
    public static float Of(Quad a, Quad b)
    {
        List<PagePoint> common = Corners(a);
        List<PagePoint> edges = Corners(b);
        for (int i = 0; i < edges.Count; i++) common = Clip(common, edges[i], edges[(i + 1) % edges.Count]);
        float shared = Area(common);
        return shared / (Area(Corners(a)) + Area(edges) - shared);
    }

    private static List<PagePoint> Corners(Quad quad) => [quad.TopLeft, quad.TopRight, quad.BottomRight, quad.BottomLeft];

    // Sutherland and Hodgman: what lies to the right of one edge, which is inside where y runs down and corners go clockwise.
    private static List<PagePoint> Clip(List<PagePoint> polygon, PagePoint from, PagePoint to)
    {
        List<PagePoint> kept = [];
        for (int i = 0; i < polygon.Count; i++)
        {
            PagePoint p = polygon[i], q = polygon[(i + 1) % polygon.Count];
            float dp = Cross(to - from, p - from), dq = Cross(to - from, q - from);
            if (dp >= 0) kept.Add(p);
            if (dp >= 0 != dq >= 0) kept.Add(p + ((q - p) * (dp / (dp - dq))));
        }

        return kept;
    }

    private static float Area(List<PagePoint> polygon) =>
        MathF.Abs(polygon.Select((p, i) => Cross(p, polygon[(i + 1) % polygon.Count])).Sum()) / 2;

    private static float Cross(PagePoint a, PagePoint b) => (a.X * b.Y) - (a.Y * b.X);
}
