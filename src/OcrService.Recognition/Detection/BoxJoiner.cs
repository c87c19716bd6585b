using OcrService.Documents.Pages;

namespace OcrService.Recognition.Detection;

/// <summary>
/// Joins boxes that continue one another. The detector breaks a line where its letters change size or stand apart, sometimes with an
/// overlap: read by themselves the parts lose the letters at the break. Columns never stand as close as that.
/// </summary>
internal static class BoxJoiner
{
    /// <summary>Widest gap inside a line, and deepest overlap, as parts of the lower box's height.</summary>
    private const float MaxGap = 0.4f, MaxOverlap = 0.8f;

    /// <summary>How far the middle lines may lie apart, as a part of the lower box's height.</summary>
    private const float MaxOffset = 0.3f;

    /// <summary>Letters of one line differ less in height than this.</summary>
    private const float MaxHeightRatio = 1.5f;

    /// <summary>A box so many times taller than wide is sideways text, or a letter that its neighbour does not need.</summary>
    private const float MaxTallness = 1.5f;

    private static readonly float MinCosine = MathF.Cos(8 * MathF.PI / 180);

    /// <summary>The boxes of whole lines, in no particular order.</summary>
    public static List<TextBox> Join(IReadOnlyList<TextBox> boxes)
    {
        List<TextBox> joined = new(boxes.Count);
        foreach (TextBox next in boxes.OrderBy(b => b.Quad.TopLeft.X + b.Quad.BottomLeft.X))
        {
            TextBox box = next;
            // The joined box may itself continue another.
            for (int i = joined.Count - 1; i >= 0; i--)
            {
                if (!Continues(joined[i].Quad, box.Quad))
                    continue;
                box = Union(joined[i], box);
                joined.RemoveAt(i);
            }

            joined.Add(box);
        }

        return joined;
    }

    private static bool Continues(in Quad left, in Quad right)
    {
        float height = MathF.Min(left.Height, right.Height);
        if (IsTall(left) || IsTall(right) || MathF.Max(left.Height, right.Height) > MaxHeightRatio * height)
            return false;
        PagePoint axis = Axis(left), other = Axis(right);
        PagePoint step = ((right.TopLeft + right.BottomLeft) - (left.TopRight + left.BottomRight)) * 0.5f;
        float gap = Dot(step, axis), offset = Dot(step, Across(axis));
        return Dot(axis, other) >= MinCosine
            && gap <= MaxGap * height
            && gap >= -MaxOverlap * MathF.Min(height, MathF.Min(left.Width, right.Width))
            && MathF.Abs(offset) <= MaxOffset * height;
    }

    /// <summary>The smallest box around both along the axis of the wider one.</summary>
    private static TextBox Union(in TextBox a, in TextBox b)
    {
        Quad wider = a.Quad.Width >= b.Quad.Width ? a.Quad : b.Quad;
        PagePoint axis = Axis(wider), across = Across(axis);
        float left = float.MaxValue, right = float.MinValue, top = float.MaxValue, bottom = float.MinValue;
        foreach (PagePoint p in (ReadOnlySpan<PagePoint>)
            [a.Quad.TopLeft, a.Quad.TopRight, a.Quad.BottomRight, a.Quad.BottomLeft, b.Quad.TopLeft, b.Quad.TopRight, b.Quad.BottomRight, b.Quad.BottomLeft])
        {
            float u = Dot(p, axis), v = Dot(p, across);
            left = MathF.Min(left, u);
            right = MathF.Max(right, u);
            top = MathF.Min(top, v);
            bottom = MathF.Max(bottom, v);
        }

        Quad quad = new(At(left, top), At(right, top), At(right, bottom), At(left, bottom));
        float share = a.Quad.Area / MathF.Max(1, a.Quad.Area + b.Quad.Area);
        return new TextBox(quad, (a.Score * share) + (b.Score * (1 - share)));

        PagePoint At(float u, float v) => (axis * u) + (across * v);
    }

    private static bool IsTall(in Quad quad) => quad.Height > MaxTallness * quad.Width;

    private static PagePoint Axis(in Quad quad)
    {
        PagePoint d = quad.TopRight - quad.TopLeft + (quad.BottomRight - quad.BottomLeft);
        return d * (1 / MathF.Max(1e-3f, d.Length));
    }

    private static PagePoint Across(PagePoint axis) => new(-axis.Y, axis.X);

    private static float Dot(PagePoint a, PagePoint b) => (a.X * b.X) + (a.Y * b.Y);
}
