using OcrService.Documents.Pages;

namespace OcrService.Recognition.Detection;

/// <summary>A rectangle at any angle. <paramref name="Axis"/> is the unit vector of its width.</summary>
internal readonly record struct OrientedRectangle(PagePoint Center, float Width, float Height, PagePoint Axis)
{
    /// <summary>The corners, beginning at the one that is first along the axis and above it; clockwise when the axis points right.</summary>
    public Quad ToQuad()
    {
        PagePoint u = Axis * (Width / 2);
        PagePoint v = new PagePoint(-Axis.Y, Axis.X) * (Height / 2);
        return new Quad(Center - u - v, Center + u - v, Center + u + v, Center - u + v);
    }

    /// <summary>Every side moved outwards by a distance.</summary>
    public OrientedRectangle Grown(float distance) => this with { Width = Width + (2 * distance), Height = Height + (2 * distance) };

    /// <summary>The same rectangle with the axis within 45 degrees of the x direction.</summary>
    public OrientedRectangle Levelled()
    {
        if (MathF.Abs(Axis.X) >= MathF.Abs(Axis.Y))
            return Axis.X < 0 ? this with { Axis = Axis * -1 } : this;
        PagePoint axis = Axis.Y > 0 ? new PagePoint(Axis.Y, -Axis.X) : new PagePoint(-Axis.Y, Axis.X);
        return new OrientedRectangle(Center, Height, Width, axis);
    }
}

/// <summary>Convex hull (monotone chain) and the rectangle of least area around it (Freeman and Shapira: one side lies on a hull edge).</summary>
internal static class MinimumRectangle
{
    /// <summary>The rectangle around all pixel centres of the runs, which come row by row.</summary>
    public static OrientedRectangle Around(IReadOnlyList<Run> runs)
    {
        List<PagePoint> left = [], right = [];
        for (int i = 0; i < runs.Count;)
        {
            int y = runs[i].Y;
            int min = int.MaxValue, max = int.MinValue;
            for (; i < runs.Count && runs[i].Y == y; i++)
            {
                min = Math.Min(min, runs[i].Left);
                max = Math.Max(max, runs[i].Right);
            }

            left.Add(new PagePoint(min, y));
            right.Add(new PagePoint(max, y));
        }

        return Around(Hull(left, right));
    }

    /// <summary>Both chains come sorted by y; the hull runs down the right side and up the left one.</summary>
    private static List<PagePoint> Hull(List<PagePoint> left, List<PagePoint> right)
    {
        List<PagePoint> hull = [];
        AddChain(hull, right, 1);
        left.Reverse();
        AddChain(hull, left, hull.Count + 1);
        return hull;
    }

    private static void AddChain(List<PagePoint> hull, List<PagePoint> chain, int keep)
    {
        foreach (PagePoint p in chain)
        {
            while (hull.Count > keep && Turn(hull[^2], hull[^1], p) <= 0)
                hull.RemoveAt(hull.Count - 1);
            hull.Add(p);
        }
    }

    private static float Turn(PagePoint a, PagePoint b, PagePoint c) => ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));

    private static OrientedRectangle Around(List<PagePoint> hull)
    {
        OrientedRectangle best = default;
        float bestArea = float.MaxValue;
        for (int i = 0; i < hull.Count; i++)
        {
            PagePoint edge = hull[(i + 1) % hull.Count] - hull[i];
            float length = edge.Length;
            if (length < 1e-3f)
                continue;
            PagePoint axis = edge * (1 / length);
            float minU = float.MaxValue, maxU = float.MinValue, minV = float.MaxValue, maxV = float.MinValue;
            foreach (PagePoint p in hull)
            {
                float u = (p.X * axis.X) + (p.Y * axis.Y);
                float v = (p.Y * axis.X) - (p.X * axis.Y);
                minU = MathF.Min(minU, u);
                maxU = MathF.Max(maxU, u);
                minV = MathF.Min(minV, v);
                maxV = MathF.Max(maxV, v);
            }

            float area = (maxU - minU) * (maxV - minV);
            if (area < bestArea)
            {
                bestArea = area;
                float cu = (minU + maxU) / 2, cv = (minV + maxV) / 2;
                PagePoint center = new((axis.X * cu) - (axis.Y * cv), (axis.Y * cu) + (axis.X * cv));
                best = new OrientedRectangle(center, maxU - minU, maxV - minV, axis);
            }
        }

        return bestArea == float.MaxValue ? new OrientedRectangle(hull[0], 0, 0, new PagePoint(1, 0)) : best.Levelled();
    }
}
