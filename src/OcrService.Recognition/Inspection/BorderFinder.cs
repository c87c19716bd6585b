using OcrService.Documents.Pages;
using OcrService.Native;

namespace OcrService.Recognition.Inspection;

/// <summary>
/// Finds the corners of a card from its edges. Around each side of a rough quad the straight edges are collected; of all ways to take one
/// for each side that is best in which the edges are clear, lie far out, and together have the rough quad's shape.
/// </summary>
internal static class BorderFinder
{
    /// <summary>Edges kept for each side.</summary>
    private const int Candidates = 5;

    /// <summary>An edge that fewer rows show is none.</summary>
    private const float MinSupport = 0.3f;

    /// <summary>Sides that must be seen.</summary>
    private const int MinSides = 3;

    public static Quad? Find(PixelImage image, in Quad rough)
    {
        float unit = MathF.Max(rough.Width, rough.Height);
        if (!(unit >= 32))
            return null;
        PagePoint[] corners = [rough.TopLeft, rough.TopRight, rough.BottomRight, rough.BottomLeft];
        SideStrip[] strips = new SideStrip[4];
        List<SideLine>[] lines = new List<SideLine>[4];
        for (int side = 0; side < 4; side++)
        {
            strips[side] = SideStrip.Take(image, corners[side], corners[(side + 1) % 4], unit);
            lines[side] = LineSearch.Find(strips[side], new SideEdges(strips[side]), Candidates);
            lines[side].RemoveAll(l => l.Support < MinSupport);
        }

        if (lines.Count(l => l.Count > 0) < MinSides)
            return null;
        (PagePoint From, PagePoint To)[] sides = new (PagePoint, PagePoint)[4];
        for (int side = 0; side < 4; side++)
        {
            SideLine line = lines[side].Count > 0 ? lines[side][0] : default;
            sides[side] = (strips[side].At(0, line.First), strips[side].At(SideStrip.Rows - 1, line.Last));
        }

        return new Quad(Meet(sides[3], sides[0]), Meet(sides[0], sides[1]), Meet(sides[1], sides[2]), Meet(sides[2], sides[3]));
    }

    /// <summary>Where two lines cross.</summary>
    private static PagePoint Meet((PagePoint From, PagePoint To) a, (PagePoint From, PagePoint To) b)
    {
        PagePoint p = a.To - a.From, q = b.To - b.From, gap = b.From - a.From;
        float cross = (p.X * q.Y) - (p.Y * q.X);
        return a.From + (p * (((gap.X * q.Y) - (gap.Y * q.X)) / cross));
    }
}
