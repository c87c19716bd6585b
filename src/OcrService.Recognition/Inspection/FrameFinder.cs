using OcrService.Documents.Pages;
using OcrService.Native;

namespace OcrService.Recognition.Inspection;

/// <summary>What may be wrong with a rough frame, and what speaks for an edge. Lengths are fractions of <see cref="Unit"/>.</summary>
/// <param name="Unit">Length in pixels; edges are searched up to 7 % of it to either side.</param>
/// <param name="Shift">Usual shift of the rough frame.</param>
/// <param name="Size">Usual error of its width and height, as a fraction of each.</param>
/// <param name="Shape">Usual difference of these two.</param>
/// <param name="Outward">How much better than at the rough line an edge is that lies outside of it by the unit.</param>
/// <param name="MinSupport">A weaker edge is none.</param>
/// <param name="PictureEdges">Whether a side may be the picture's own edge.</param>
internal sealed record FrameSearch(float Unit, float Shift, float Size, float Shape, float Outward, float MinSupport, bool PictureEdges);

/// <summary>A frame with four straight sides.</summary>
/// <param name="Quad">Its corners.</param>
/// <param name="Sides">Its sides, clockwise from the top; one without support was not seen and lies where the rough frame has it.</param>
internal sealed record FoundFrame(Quad Quad, SideLine[] Sides);

/// <summary>
/// Finds a frame by its edges. Around each side of a rough quad the straight edges are collected; of all ways to take one for each side
/// the best is that in which the edges are clear, part different grounds, and together differ little from the rough quad in place, size
/// and shape.
/// </summary>
internal static class FrameFinder
{
    /// <summary>Edges kept for each side.</summary>
    private const int Candidates = 10;

    /// <summary>What an edge is still worth when the ground beyond it is the same.</summary>
    private const float Blind = 0.4f;

    /// <summary>What the picture's own edge is worth as a side, and how far from the rough one it may lie.</summary>
    private const float CutSupport = 0.6f, CutReach = 0.03f;

    /// <summary>Sides that must be seen.</summary>
    private const int MinSides = 3;

    /// <summary>Smallest unit in which there is anything to see, in pixels.</summary>
    private const float MinUnit = 32;

    /// <summary>The frame; null when fewer than three of its sides are seen.</summary>
    public static FoundFrame? Find(PixelImage image, in Quad rough, FrameSearch search)
    {
        if (!(search.Unit >= MinUnit))
            return null;
        PagePoint[] corners = [rough.TopLeft, rough.TopRight, rough.BottomRight, rough.BottomLeft];
        SideStrip[] strips = new SideStrip[4];
        SideEdges[] edges = new SideEdges[4];
        List<SideLine>[] lines = new List<SideLine>[4];
        for (int side = 0; side < 4; side++)
        {
            strips[side] = SideStrip.Take(image, corners[side], corners[(side + 1) % 4], search.Unit);
            edges[side] = new SideEdges(strips[side]);
            lines[side] = Collect(strips[side], edges[side], search);
        }

        if (lines.Count(l => l.Count > 0) < MinSides)
            return null;
        SideLine[] best = SideChoice.Best(lines, search, rough.Width / search.Unit, rough.Height / search.Unit);
        (PagePoint From, PagePoint To)[] sides = new (PagePoint, PagePoint)[4];
        for (int side = 0; side < 4; side++)
        {
            if (best[side].Support > 0)
                best[side] = LineSearch.Refine(strips[side], edges[side], best[side]);
            sides[side] = (strips[side].At(0, best[side].First), strips[side].At(SideStrip.Rows - 1, best[side].Last));
        }

        return new FoundFrame(new Quad(Meet(sides[3], sides[0]), Meet(sides[0], sides[1]), Meet(sides[1], sides[2]), Meet(sides[2], sides[3])), best);
    }

    private static List<SideLine> Collect(SideStrip strip, SideEdges edges, FrameSearch search)
    {
        List<SideLine> lines = [];
        foreach (SideLine line in LineSearch.Find(strip, edges, Candidates))
        {
            float support = line.Support * (Blind + ((1 - Blind) * EdgeBands.Separation(strip, line)));
            if (support >= search.MinSupport)
                lines.Add(line with { Support = support });
        }

        // Many pictures are cut along the card, and then there is nothing beyond its border to tell it by.
        if (search.PictureEdges && strip.PictureEdge(CutSupport) is { } edge && MathF.Abs(edge.Middle) <= CutReach)
            lines.Add(edge);
        return lines;
    }

    /// <summary>Where two lines cross.</summary>
    private static PagePoint Meet((PagePoint From, PagePoint To) a, (PagePoint From, PagePoint To) b)
    {
        PagePoint p = a.To - a.From, q = b.To - b.From, gap = b.From - a.From;
        float cross = (p.X * q.Y) - (p.Y * q.X);
        return a.From + (p * (((gap.X * q.Y) - (gap.Y * q.X)) / cross));
    }
}
