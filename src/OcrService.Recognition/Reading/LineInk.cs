using OcrService.Documents.Pages;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Reading;

/// <summary>
/// How far the ink of a line goes on beyond its box. The detector's boxes are shrunk and grown again by a rule that knows no letters: the first or
/// last narrow sign of a line (a Burmese visarga, a digit one) and the marks above and below its letters are often left outside.
/// </summary>
/// <param name="Before">Beyond the beginning, in widths of the box; 0 where the ink ends inside.</param>
/// <param name="After">Beyond the end, in widths.</param>
/// <param name="Above">Beyond the top, in heights.</param>
/// <param name="Below">Beyond the bottom, in heights.</param>
internal readonly record struct LineInk(float Before, float After, float Above, float Below)
{
    /// <summary>Room given where nothing can be seen: usual heights of marks.</summary>
    private static readonly LineInk Unseen = new(0, 0, 0.16f, 0.1f);

    /// <summary>Height at which the box is looked at, in pixels.</summary>
    private const int Rows = 24;

    /// <summary>How far beyond the ends and beyond top and bottom is looked, and the widest gap within a word, in heights of the box.</summary>
    private const float Reach = 1.2f, ReachUp = 0.9f, WordGap = 0.24f;

    /// <summary>Free ground that is kept around the ink, in heights.</summary>
    private const float Margin = 0.1f, MarginUp = 0.06f;

    /// <summary>Ground must be so much brighter than ink (0-255) for the ink to be seen.</summary>
    private const int MinContrast = 40;

    /// <summary>A pixel is ink when it is so far on the way from ground to ink; a row or a column when it has so many of them.</summary>
    private const float InkLevel = 0.5f;
    private const int MinInk = 2;

    /// <summary>Of the ink of the line's fullest row so much shows a neighbour's letters rather than marks.</summary>
    private const float NeighbourInk = 0.35f;

    /// <summary>Rows without ink between a letter and its mark.</summary>
    private const int MarkGap = 2;

    /// <summary>Rows at the edges that do not tell where a line ends: neighbouring lines reach in there.</summary>
    private const int EdgeRows = 4;

    /// <summary>Looks at a box of the view, its first edge in reading direction.</summary>
    public static LineInk Around(PageView view, in Quad line)
    {
        float reach = Reach * line.Height / MathF.Max(1, line.Width);
        LineCrop crop = new(view.ToImage.Map(new LineInk(reach, reach, ReachUp, ReachUp).Grow(line)));
        int up = (int)(ReachUp * Rows), height = Rows + (2 * up), width = crop.WidthAt(height);
        byte[] gray = new byte[width * height];
        TensorSampler.FillGray(view.Image, crop.ToImage(width, height), width, height, gray, width);
        int outside = (int)MathF.Round(reach / (1 + (2 * reach)) * width);
        if (LevelOf(gray, width, outside..(width - outside), up..(up + Rows)) is not { } level)
            return Unseen;
        float pixel = (1 + (2 * reach)) / width, gap = WordGap * Rows, margin = Margin * Rows;
        int before = Beyond(outside, gap, i => ColumnHasInk(outside - 1 - i)), after = Beyond(outside, gap, i => ColumnHasInk(width - outside + i));
        int left = outside - before, right = width - outside + after;
        float most = Enumerable.Range(up, Rows).Max(InkOfRow) * NeighbourInk;
        int? above = RowsBeyond(up, i => InkOfRow(up - 1 - i), most), below = RowsBeyond(up, i => InkOfRow(up + Rows + i), most);
        return new LineInk(
            before == 0 ? 0 : (before + margin) * pixel,
            after == 0 ? 0 : (after + margin) * pixel,
            above is { } a ? ((float)a / Rows) + MarginUp : Unseen.Above,
            below is { } b ? ((float)b / Rows) + MarginUp : Unseen.Below);

        bool ColumnHasInk(int x)
        {
            int ink = 0, all = 0;
            for (int y = 0; y < height; y++)
            {
                bool isInk = gray[(y * width) + x] < level;
                all += isInk ? 1 : 0;
                ink += isInk && y >= up + EdgeRows && y < up + Rows - EdgeRows ? 1 : 0;
            }

            // What goes on above and below is a rule or an edge.
            return ink >= MinInk && all < height;
        }

        int InkOfRow(int y)
        {
            int ink = 0;
            foreach (byte value in gray.AsSpan((y * width) + left, right - left))
                ink += value < level ? 1 : 0;
            return ink;
        }
    }

    /// <summary>The box with the ink around it.</summary>
    public Quad Grow(in Quad line) =>
        new(line.At(-Before, -Above), line.At(1 + After, -Above), line.At(1 + After, 1 + Below), line.At(-Before, 1 + Below));

    /// <summary>Grey value that parts ink from ground in the box; null when there is no dark ink on it.</summary>
    private static float? LevelOf(byte[] gray, int width, Range columns, Range rows)
    {
        int[] histogram = new int[256];
        int count = 0;
        for (int y = rows.Start.Value; y < rows.End.Value; y++)
        {
            foreach (byte value in gray.AsSpan(y * width, width)[columns])
            {
                histogram[value]++;
                count++;
            }
        }

        int ground = Percentile(0.75f), darkest = Percentile(0.04f);
        return ground - darkest < MinContrast ? null : ground - (InkLevel * (ground - darkest));

        int Percentile(float share)
        {
            int seen = 0, value = 0;
            while (value < 255 && (seen += histogram[value]) < share * count)
                value++;
            return value;
        }
    }

    /// <summary>Steps from the edge outwards to the last ink before a gap; 0 when there is none, or no end to it: a neighbour or a picture.</summary>
    private static int Beyond(int count, float gap, Func<int, bool> hasInk)
    {
        int last = -1;
        for (int i = 0; i < count && i - last <= gap; i++)
        {
            if (hasInk(i))
                last = i;
        }

        return last + gap >= count ? 0 : last + 1;
    }

    /// <summary>
    /// Rows from the edge outwards up to the ink before a gap wider than between a letter and its mark, or up to where the row is emptiest when a
    /// neighbour's ink follows without a gap; null when a neighbour stands too close for that.
    /// </summary>
    private static int? RowsBeyond(int count, Func<int, int> inkOf, float neighbour)
    {
        int last = -1, emptiest = 0;
        for (int i = 0; i < count; i++)
        {
            int ink = inkOf(i);
            if (ink >= MinInk)
                last = i;
            else if (i - last > MarkGap)
                return last + 1;
            if (ink <= inkOf(emptiest))
                emptiest = i;
        }

        return inkOf(emptiest) < neighbour ? emptiest : null;
    }
}
