using OcrService.Documents.Pages;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Reading;

/// <summary>A line to be cut out of the picture: its quad in picture coordinates, first edge in reading direction.</summary>
internal readonly record struct LineCrop(Quad Quad)
{
    /// <summary>A longer cut is compressed; bounds memory on hairline-thin boxes.</summary>
    private const int MaxWidth = 4096;

    /// <summary>Width of the cut at a given height, keeping the aspect ratio.</summary>
    public int WidthAt(int height, float stretch = 1) => (int)Math.Clamp(MathF.Ceiling(Quad.Width / MathF.Max(1, Quad.Height) * height * stretch), 8, MaxWidth);

    /// <summary>Maps pixels of a cut of the given size to the picture. Opposite edges are averaged: a line's box is a parallelogram.</summary>
    public Affine ToImage(int width, int height)
    {
        PagePoint u = (Quad.TopRight - Quad.TopLeft + (Quad.BottomRight - Quad.BottomLeft)) * (0.5f / width);
        PagePoint v = (Quad.BottomLeft - Quad.TopLeft + (Quad.BottomRight - Quad.TopRight)) * (0.5f / height);
        PagePoint origin = Quad.Center - (u * (width / 2f)) - (v * (height / 2f));
        return new Affine(u.X, v.X, origin.X, u.Y, v.Y, origin.Y);
    }
}
