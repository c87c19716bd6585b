using OcrService.Documents.Pages;
using OcrService.Native;

namespace OcrService.Recognition.Tests;

/// <summary>Pictures of plain shapes.</summary>
internal static class Drawing
{
    /// <summary>A picture of one grey value.</summary>
    public static PixelImage Ground(int width, int height, byte value)
    {
        PixelImage image = PixelImage.Create(width, height);
        for (int y = 0; y < height; y++)
            image.WritableRow(y).Fill(Grey(value));
        return image;
    }

    /// <summary>Fills a rectangle.</summary>
    public static void Fill(PixelImage image, int left, int top, int right, int bottom, byte value)
    {
        for (int y = top; y < bottom; y++)
            image.WritableRow(y)[left..right].Fill(Grey(value));
    }

    /// <summary>Fills a quad, pixels whose middle lies inside.</summary>
    public static void Fill(PixelImage image, Quad quad, byte value)
    {
        PagePoint[] corners = [quad.TopLeft, quad.TopRight, quad.BottomRight, quad.BottomLeft];
        for (int y = 0; y < image.Height; y++)
        {
            Span<uint> row = image.WritableRow(y);
            for (int x = 0; x < image.Width; x++)
            {
                bool inside = true;
                for (int i = 0; i < 4 && inside; i++)
                {
                    PagePoint edge = corners[(i + 1) % 4] - corners[i], to = new PagePoint(x + 0.5f, y + 0.5f) - corners[i];
                    inside = (edge.X * to.Y) - (edge.Y * to.X) >= 0;
                }

                if (inside)
                    row[x] = Grey(value);
            }
        }
    }

    private static uint Grey(byte value) => ((uint)value << 24) | ((uint)value << 16) | ((uint)value << 8) | 0xFF;
}
