using OcrService.Documents.Pages;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Reading.Han;

/// <summary>
/// A line cut grey at the scale of the network: the em square is <see cref="Cell"/> pixels, the characters' middle the strip's. Half
/// a window of whatever stands beside the line is at either end, so that windows may stand over the first and the last character.
/// </summary>
internal sealed class HanStrip
{
    /// <summary>Side of the square window that the network sees, in pixels, and of the em square in its middle.</summary>
    public const int Window = 40, Cell = 33;

    /// <summary>Longest line in pixels, without its ends; bounds memory on hairline-thin boxes.</summary>
    private const int MaxWidth = 2048;

    private readonly byte[] _grey;

    private HanStrip(byte[] grey, int width)
    {
        _grey = grey;
        Width = width;
    }

    /// <summary>Width of the line itself, without its ends.</summary>
    public int Width { get; }

    /// <summary>Cuts the band out of a line's quad.</summary>
    public static HanStrip Cut(PageView view, in Quad quad, HanBand band)
    {
        float half = band.Em * Window / (2f * Cell);
        float em = band.Em * quad.Height;
        int width = Math.Clamp((int)MathF.Round(quad.Width / MathF.Max(1, em) * Cell), 1, MaxWidth);
        float end = Window / (2f * width);
        Quad line = new(quad.At(-end, band.Middle - half), quad.At(1 + end, band.Middle - half), quad.At(1 + end, band.Middle + half), quad.At(-end, band.Middle + half));
        int full = width + Window;
        byte[] grey = new byte[full * Window];
        TensorSampler.FillGray(view.Image, new LineCrop(view.ToImage.Map(line)).ToImage(full, Window), full, Window, grey, full);
        return new HanStrip(grey, width);
    }

    /// <summary>Fills a window's grey values, 0 to 1, rows one after the other.</summary>
    /// <param name="middle">Where the window's middle stands on the line, 0 to <see cref="Width"/>.</param>
    /// <param name="target">Receives <see cref="Window"/> x <see cref="Window"/> values.</param>
    public void Fill(int middle, Span<float> target)
    {
        int full = Width + Window;
        for (int y = 0; y < Window; y++)
        {
            ReadOnlySpan<byte> row = _grey.AsSpan((y * full) + middle, Window);
            for (int x = 0; x < Window; x++)
                target[(y * Window) + x] = row[x] / 255f;
        }
    }

    /// <summary>How much the columns around a place change from pixel to pixel, in grey values: little where there is no print.</summary>
    public float Change(int middle, int reach)
    {
        int full = Width + Window, sum = 0, from = Math.Max(1, middle + (Window / 2) - reach), to = Math.Min(full, middle + (Window / 2) + reach);
        for (int y = 0; y < Window; y++)
        {
            for (int x = from; x < to; x++)
                sum += Math.Abs(_grey[(y * full) + x] - _grey[(y * full) + x - 1]);
        }

        return sum / (float)(Window * Math.Max(1, to - from));
    }
}
