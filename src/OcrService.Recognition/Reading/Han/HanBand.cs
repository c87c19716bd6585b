using OcrService.Documents.Pages;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Reading.Han;

/// <summary>
/// Where the characters of a line stand between the top and the bottom of its quad, as fractions of the quad's height. Boxes of the
/// detector and regions of a card leave different room around the print, but a character has to be seen at its own size.
/// </summary>
/// <param name="Middle">Middle of the characters.</param>
/// <param name="Em">Height of the em square.</param>
internal readonly record struct HanBand(float Middle, float Em)
{
    /// <summary>Rows in which the print is looked for.</summary>
    private const int Rows = 32;

    /// <summary>Longest line looked at, in columns of the same scale.</summary>
    private const int MaxColumns = 1024;

    /// <summary>Rows with so much of the strongest rows' change from pixel to pixel hold print.</summary>
    private const float PrintShare = 0.3f;

    /// <summary>The strongest rows: so many of all lie above them.</summary>
    private const float Strongest = 0.1f;

    /// <summary>Rows without print inside a character, as a share of the quad: 二, 三.</summary>
    private const float Hole = 0.16f;

    /// <summary>Ink is so much of the em square's height in most characters.</summary>
    private const float InkShare = 0.92f;

    /// <summary>Print lower than this share of the quad is no line of Han, or a lone 一.</summary>
    private const float LowestPrint = 0.35f;

    /// <summary>The usual room around print in boxes of the detector.</summary>
    private static readonly HanBand[] Usual = [new(0.5f, 0.74f), new(0.5f, 0.95f)];

    /// <summary>Bands that differ less are one to the network.</summary>
    private const float SameSize = 0.1f, SamePlace = 0.06f;

    /// <summary>Places to try, the likeliest first.</summary>
    public static IEnumerable<HanBand> Candidates(PageView view, in Quad quad)
    {
        List<HanBand> bands = Measured(view, quad) is { } measured ? [measured] : [];
        foreach (HanBand usual in Usual)
        {
            if (!bands.Exists(b => MathF.Abs(b.Em / usual.Em - 1) < SameSize && MathF.Abs(b.Middle - usual.Middle) < SamePlace))
                bands.Add(usual);
        }

        return bands;
    }

    /// <summary>The tallest run of rows with print.</summary>
    private static HanBand? Measured(PageView view, in Quad quad)
    {
        LineCrop crop = new(view.ToImage.Map(quad));
        int width = Math.Min(MaxColumns, crop.WidthAt(Rows));
        byte[] grey = new byte[Rows * width];
        TensorSampler.FillGray(view.Image, crop.ToImage(width, Rows), width, Rows, grey, width);
        Span<float> change = stackalloc float[Rows];
        for (int y = 0; y < Rows; y++)
        {
            for (int x = 1; x < width; x++)
            {
                int at = (y * width) + x;
                change[y] += Math.Abs(grey[at] - grey[at - 1]) + (y == 0 ? 0 : Math.Abs(grey[at] - grey[at - width]));
            }
        }

        float[] sorted = change.ToArray();
        Array.Sort(sorted);
        // The ground's own pattern changes as well; only what stands out of it is print.
        float ground = sorted[1], threshold = ground + (PrintShare * (sorted[(int)(Rows * (1 - Strongest))] - ground));
        int best = 0, bestEnd = 0, start = -1, last = -1;
        for (int y = 0; y < Rows; y++)
        {
            if (change[y] < threshold)
                continue;
            if (start < 0 || y - last > Hole * Rows)
                start = y;
            last = y;
            if (y + 1 - start > best)
                (best, bestEnd) = (y + 1 - start, y + 1);
        }

        float height = (float)best / Rows;
        return height < LowestPrint ? null : new HanBand((bestEnd - (best / 2f)) / Rows, height / InkShare);
    }
}
