namespace OcrService.Documents.Pages;

/// <summary>A position in pixels: origin at the picture's top left corner, x to the right, y down.</summary>
public readonly record struct PagePoint(float X, float Y)
{
    public static PagePoint operator +(PagePoint a, PagePoint b) => new(a.X + b.X, a.Y + b.Y);

    public static PagePoint operator -(PagePoint a, PagePoint b) => new(a.X - b.X, a.Y - b.Y);

    public static PagePoint operator *(PagePoint a, float k) => new(a.X * k, a.Y * k);

    public static PagePoint Add(PagePoint left, PagePoint right) => left + right;

    public static PagePoint Subtract(PagePoint left, PagePoint right) => left - right;

    public static PagePoint Multiply(PagePoint left, float right) => left * right;

    /// <summary>Length of the vector from the origin to this point.</summary>
    public float Length => MathF.Sqrt((X * X) + (Y * Y));
}

/// <summary>
/// Four corners, clockwise as seen on the picture, beginning where the text begins: for upright text top left, top right, bottom
/// right, bottom left; for text turned upside down the first corner is the picture's bottom right one.
/// </summary>
public readonly record struct Quad(PagePoint TopLeft, PagePoint TopRight, PagePoint BottomRight, PagePoint BottomLeft)
{
    /// <summary>Length along the reading direction: mean of the top and the bottom edge, in pixels.</summary>
    public float Width => ((TopRight - TopLeft).Length + (BottomRight - BottomLeft).Length) / 2;

    /// <summary>Length across the reading direction: mean of the left and the right edge, in pixels.</summary>
    public float Height => ((BottomLeft - TopLeft).Length + (BottomRight - TopRight).Length) / 2;

    public PagePoint Center => (TopLeft + TopRight + BottomRight + BottomLeft) * 0.25f;

    /// <summary>Angle of the reading direction against the x axis in degrees, (-180, 180], clockwise positive (y runs down).</summary>
    public float Angle
    {
        get
        {
            PagePoint d = TopRight - TopLeft + (BottomRight - BottomLeft);
            return MathF.Atan2(d.Y, d.X) * 180 / MathF.PI;
        }
    }

    /// <summary>Area in square pixels (shoelace formula); never negative.</summary>
    public float Area
    {
        get
        {
            float twice = Cross(TopLeft, TopRight) + Cross(TopRight, BottomRight) + Cross(BottomRight, BottomLeft) + Cross(BottomLeft, TopLeft);
            return MathF.Abs(twice) / 2;
        }
    }

    /// <summary>The smallest upright box around the quad.</summary>
    public Box Bounds
    {
        get
        {
            float left = MathF.Min(MathF.Min(TopLeft.X, TopRight.X), MathF.Min(BottomRight.X, BottomLeft.X));
            float top = MathF.Min(MathF.Min(TopLeft.Y, TopRight.Y), MathF.Min(BottomRight.Y, BottomLeft.Y));
            float right = MathF.Max(MathF.Max(TopLeft.X, TopRight.X), MathF.Max(BottomRight.X, BottomLeft.X));
            float bottom = MathF.Max(MathF.Max(TopLeft.Y, TopRight.Y), MathF.Max(BottomRight.Y, BottomLeft.Y));
            return new Box(left, top, right, bottom);
        }
    }

    /// <summary>The same box read the other way up: the first corner becomes the third.</summary>
    public Quad UpsideDown => new(BottomRight, BottomLeft, TopLeft, TopRight);

    /// <summary>
    /// The point at fraction (<paramref name="u"/>, <paramref name="v"/>) of the quad: (0,0) is the first corner, (1,0) the second,
    /// (1,1) the third. Bilinear; values outside 0..1 lie outside the quad.
    /// </summary>
    public PagePoint At(float u, float v) =>
        (TopLeft * ((1 - u) * (1 - v))) + (TopRight * (u * (1 - v))) + (BottomRight * (u * v)) + (BottomLeft * ((1 - u) * v));

    /// <summary>The part of the quad between two fractions of its width, at full height.</summary>
    public Quad Slice(float from, float to) => new(At(from, 0), At(to, 0), At(to, 1), At(from, 1));

    public static Quad FromBox(float left, float top, float right, float bottom) =>
        new(new(left, top), new(right, top), new(right, bottom), new(left, bottom));

    /// <summary>The corners. (The generated text would print <see cref="UpsideDown"/>, which is a quad again, without end.)</summary>
    public override string ToString() => $"[{TopLeft}, {TopRight}, {BottomRight}, {BottomLeft}]";

    private static float Cross(PagePoint a, PagePoint b) => (a.X * b.Y) - (b.X * a.Y);
}

/// <summary>An upright box in pixels.</summary>
public readonly record struct Box(float Left, float Top, float Right, float Bottom)
{
    public float Width => Right - Left;

    public float Height => Bottom - Top;
}
