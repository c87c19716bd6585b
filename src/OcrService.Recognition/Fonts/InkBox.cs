using System.Buffers;
using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Imaging;
using OcrService.Recognition.Reading;

namespace OcrService.Recognition.Fonts;

/// <summary>
/// The box of a line, drawn close around its ink. Boxes of the detector leave the more room the smaller the print is, up to its own
/// height; the classifier knows typefaces by letters of one size.
/// </summary>
internal static class InkBox
{
    /// <summary>Rows, and at most so many columns, in which the ink is looked for.</summary>
    private const int Rows = 48, MaxColumns = 1024;

    /// <summary>Contrast of print, of 255; below it nothing is seen.</summary>
    private const int MinContrast = 24;

    /// <summary>Share of the pixels that are no outliers: the contrast is what the rest hardly exceeds.</summary>
    private const float Outliers = 0.02f;

    /// <summary>A pixel is ink when it is so far on the way from the ground to the print.</summary>
    private const float InkLevel = 0.35f;

    /// <summary>Rows without ink within a line, of all rows: between the strokes of 二, under the dot of an i.</summary>
    private const float Hole = 0.16f;

    /// <summary>Room around the ink in its heights, as in training on average: above and below, before and after.</summary>
    private const float RoomUp = 0.08f, RoomSide = 0.15f;

    /// <summary>Ink that is lower, of the box's height, is a dash or a row of dots, and is not blown up to the height of letters.</summary>
    private const float LowestInk = 0.3f;

    /// <summary>Draws the box of a line, given in pixels of the picture; as it was where no ink is seen.</summary>
    public static Quad Around(PixelImage image, in Quad line)
    {
        LineCrop crop = new(line);
        int width = Math.Min(MaxColumns, crop.WidthAt(Rows)), length = Rows * width;
        byte[] grey = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            TensorSampler.FillGray(image, crop.ToImage(width, Rows), width, Rows, grey, width);
            return Ink(grey.AsSpan(0, length), width) is { } ink ? Part(line, ink, width) : line;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(grey);
        }
    }

    private static Quad Part(in Quad line, in Box ink, int width)
    {
        float height = ink.Bottom - ink.Top, up = RoomUp * height;
        // Columns are rows' equals in the picture unless the line was too long for that.
        float side = RoomSide * height * width / Rows / MathF.Max(1, line.Width / MathF.Max(1, line.Height));
        float left = (ink.Left - side) / width, right = (ink.Right + side) / width, top = (ink.Top - up) / Rows, bottom = (ink.Bottom + up) / Rows;
        return new Quad(line.At(left, top), line.At(right, top), line.At(right, bottom), line.At(left, bottom));
    }

    /// <summary>Limits of the ink in pixels of the grey picture; null when there is none to be seen, or none as high as letters.</summary>
    private static Box? Ink(Span<byte> grey, int width)
    {
        if (MarkInk(grey) is not { } isInk)
            return null;
        int top = 0, bottom = 0, most = 0, start = -1, last = -1, sum = 0;
        for (int y = 0; y < Rows; y++)
        {
            int ink = 0;
            foreach (byte value in grey.Slice(y * width, width))
                ink += isInk[value] ? 1 : 0;
            if (ink == 0)
                continue;
            if (start < 0 || y - last > Hole * Rows)
                (start, sum) = (y, 0);
            last = y;
            sum += ink;
            if (sum > most)
                (top, bottom, most) = (start, y + 1, sum);
        }

        if (bottom - top < LowestInk * Rows)
            return null;
        int left = width, right = 0;
        for (int y = top; y < bottom; y++)
        {
            ReadOnlySpan<byte> row = grey.Slice(y * width, width);
            for (int x = 0; x < width; x++)
            {
                if (isInk[row[x]])
                    (left, right) = (Math.Min(left, x), Math.Max(right, x + 1));
            }
        }

        return new Box(left, top, right, bottom);
    }

    /// <summary>Which grey values are ink, dark or light; null when the contrast is too low.</summary>
    private static bool[]? MarkInk(ReadOnlySpan<byte> grey)
    {
        Span<int> histogram = stackalloc int[256];
        foreach (byte value in grey)
            histogram[value]++;
        int ground = 0, seen = 0;
        while ((seen += histogram[ground]) * 2 < grey.Length)
            ground++;
        int contrast = 255, beyond = 0;
        while (contrast > 0 && (beyond += At(histogram, ground - contrast) + At(histogram, ground + contrast)) <= Outliers * grey.Length)
            contrast--;
        if (contrast < MinContrast)
            return null;
        bool[] isInk = new bool[256];
        for (int value = 0; value < isInk.Length; value++)
            isInk[value] = Math.Abs(value - ground) > InkLevel * contrast;
        return isInk;

        static int At(ReadOnlySpan<int> histogram, int value) => value is >= 0 and < 256 ? histogram[value] : 0;
    }
}
