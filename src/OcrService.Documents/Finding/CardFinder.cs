using OcrService.Documents.Fields;
using OcrService.Documents.Mrz;
using OcrService.Documents.Pages;

namespace OcrService.Documents.Finding;

/// <summary>A side of a document found on a page.</summary>
/// <param name="Side">Which side.</param>
/// <param name="Frame">Where it lies.</param>
/// <param name="Zone">Its machine readable zone, when it has one and it was understood.</param>
/// <param name="Seen">Every place where one of its landmarks may stand.</param>
/// <param name="Certainty">How sure it is that this is the side, 0 to 1.</param>
internal sealed record FoundCard(DocumentSide Side, DocumentFrame Frame, MrzDocument? Zone, IReadOnlyList<FoundLandmark> Seen, float Certainty)
{
    /// <summary>How far from its declared place a landmark may stand, in document heights: layouts differ between print runs.</summary>
    private const float MaxMove = 0.1f;

    /// <summary>The landmarks that stand where the frame has them, the nearest place of each, and those that have no place of their own.</summary>
    public IReadOnlyList<FoundLandmark> Landmarks =>
    [
        .. Seen.GroupBy(l => l.Landmark.Key, StringComparer.Ordinal)
            .Select(same => same.First().Landmark.At is null ? same.MaxBy(l => l.Weight)! : same.MinBy(Distance)!)
            .Where(l => Distance(l) <= MaxMove),
    ];

    private float Distance(FoundLandmark found)
    {
        if (found.Landmark.At is not { } at)
        {
            return 0;
        }

        (float u, float v) = Frame.ToFractions(found.LeftEdge);
        return new PagePoint((u - at.X) * Side.Aspect, v - at.Y).Length;
    }
}

/// <summary>
/// Finds out which of a document's sides a page shows and where it lies: the side whose landmarks agree best on a place. A side needs
/// landmarks that prove it (its title, the form of its number, its machine readable zone) and enough others in their places.
/// </summary>
internal static class CardFinder
{
    private const int MinAgreeing = 3;

    /// <summary>So many of the landmarks that tell a place have to be found, unless two of those that are prove the side.</summary>
    private const float MinShare = 0.25f;

    /// <summary>Weight of a corner of the machine readable zone.</summary>
    private const float ZoneWeight = 10;

    /// <summary>Weight of a proving zone beside its corners.</summary>
    private const float ZoneProof = 12;

    /// <summary>Two points of a side without fixed places tell its place when they are so far apart, in document heights.</summary>
    private const float FarApart = 0.4f;

    /// <summary>What half convinces.</summary>
    private const float HalfSure = 4;

    public static FoundCard? Find(IEnumerable<DocumentSide> sides, Page page, DateOnly today)
    {
        MrzDocument[] zones = [.. page.MrzZones.Select(z => MrzReader.Read(z, today)).OfType<MrzDocument>()];
        PageGlyphs glyphs = PageGlyphs.Of(page.Lines);
        return sides.Select(side => Find(side, page, glyphs, zones)).OfType<(FoundCard Card, float Score)>().OrderByDescending(f => f.Score).FirstOrDefault().Card;
    }

    private static (FoundCard Card, float Score)? Find(DocumentSide side, Page page, PageGlyphs glyphs, MrzDocument[] zones)
    {
        MrzDocument? zone = side.AcceptsZone is { } accepts ? zones.Where(accepts).MaxBy(z => z.Plausibility) : null;
        List<FoundLandmark> found = LandmarkSearch.Find(side.AllLandmarks, glyphs);
        List<SeenPoint> points =
        [
            .. found.Where(f => f.Landmark.At is not null).Select(f => new SeenPoint(
                new PagePoint(f.Landmark.At!.Value.X * side.Aspect, f.Landmark.At.Value.Y), f.LeftEdge,
                page.Lines[f.Line].Quad.Angle, f.Weight, f.Landmark)),
            .. ZonePoints(side, zone),
        ];
        (Placement Map, IReadOnlyList<SeenPoint> Agreeing)? fit = FrameFit.Of(points);
        float proof = (zone is null ? 0 : ZoneProof * zone.Plausibility)
            + found.Where(f => f.Landmark.Proves && (f.Landmark.At is null || (side.IsFreeForm && fit is null))).DistinctBy(f => f.Landmark).Sum(f => f.Weight)
            + (fit?.Agreeing.Sum(p => p.Name is Landmark { Proves: true } ? p.Weight : 0) ?? 0);
        if (proof <= 0)
        {
            return null;
        }

        int placed = side.AllLandmarks.Count(l => l.At is not null);
        DocumentFrame frame;
        float agreement = 0;
        if (fit is { } f && (f.Agreeing.Count >= (Proofs(f.Agreeing) > 1 ? MinAgreeing : Math.Max(MinAgreeing, MinShare * placed)) || zone is not null))
        {
            frame = f.Map.Frame(side.Aspect);
            agreement = f.Agreeing.Sum(p => p.Weight);
        }
        else if (side.IsFreeForm)
        {
            // Two places are better than none, if they lie apart.
            frame = fit is { Agreeing: [{ } a, .., { } b] } two && (a.Declared - b.Declared).Length > FarApart ? two.Map.Frame(side.Aspect) : AroundText(page, side.Aspect);
        }
        else
        {
            return null;
        }

        // A card of which a part would lie outside of the picture is hardly where it is.
        float inside = MathF.Min(1, frame.ShareOf(page.Width, page.Height) * page.Width * page.Height / MathF.Max(1, frame.Quad.Area));
        float score = (proof + agreement) * inside * inside;
        return (new FoundCard(side, frame, zone, found, score / (score + HalfSure)), score);
    }

    /// <summary>How many of the points are different proofs.</summary>
    private static int Proofs(IReadOnlyList<SeenPoint> points) => points.Select(p => p.Name).OfType<Landmark>().Where(l => l.Proves).Distinct().Count();

    /// <summary>The ends of the zone's first and last line.</summary>
    private static IEnumerable<SeenPoint> ZonePoints(DocumentSide side, MrzDocument? zone)
    {
        if (zone is null || side.Zone is not { } at || zone.LineQuads.Count == 0)
        {
            yield break;
        }

        float rows = zone.LineQuads.Count;
        foreach (int row in (int[])[0, zone.LineQuads.Count - 1])
        {
            Quad line = zone.LineQuads[row];
            float y = at.Y + (at.Height * (row + 0.5f) / rows);
            yield return new SeenPoint(new(at.X * side.Aspect, y), line.At(0, 0.5f), line.Angle, ZoneWeight, (zone, row, 0));
            yield return new SeenPoint(new((at.X + at.Width) * side.Aspect, y), line.At(1, 0.5f), line.Angle, ZoneWeight, (zone, row, 1));
        }
    }

    /// <summary>For a side without fixed places: the card around all of the text, as it runs.</summary>
    private static DocumentFrame AroundText(Page page, float aspect)
    {
        const float margin = 0.05f;
        float turn = page.Angle * MathF.PI / 180;
        PagePoint along = new(MathF.Cos(turn), MathF.Sin(turn)), across = new(-along.Y, along.X);
        PagePoint[] corners = [.. page.Lines.SelectMany(l => (PagePoint[])[l.Quad.TopLeft, l.Quad.TopRight, l.Quad.BottomRight, l.Quad.BottomLeft])];
        float Along(PagePoint p) => (p.X * along.X) + (p.Y * along.Y);
        float Across(PagePoint p) => (p.X * across.X) + (p.Y * across.Y);
        float left = corners.Min(Along), right = corners.Max(Along), top = corners.Min(Across), bottom = corners.Max(Across);
        float width = MathF.Max(right - left, (bottom - top) * aspect) * (1 + (2 * margin)), height = width / aspect;
        PagePoint center = (along * ((left + right) / 2)) + (across * ((top + bottom) / 2));
        PagePoint halfRight = along * (width / 2), halfDown = across * (height / 2);
        return new DocumentFrame(new Quad(
            center - halfRight - halfDown, center + halfRight - halfDown, center + halfRight + halfDown, center - halfRight + halfDown));
    }
}
