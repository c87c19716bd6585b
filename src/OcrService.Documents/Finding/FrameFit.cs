using OcrService.Documents.Pages;

namespace OcrService.Documents.Finding;

/// <summary>A point of the document and where it was seen.</summary>
/// <param name="Declared">In units of the document's height, origin top left.</param>
/// <param name="Found">In pixels.</param>
/// <param name="Angle">Reading direction there, in degrees.</param>
/// <param name="Weight">How much it says.</param>
/// <param name="Name">Which point; several places may be seen of one.</param>
internal sealed record SeenPoint(PagePoint Declared, PagePoint Found, float Angle, float Weight, object Name);

/// <summary>
/// Places a document by points that were seen of it, wrong ones among them: the turn, scale and shift on which most of them agree
/// (every pair proposes one), then stretched and sheared as far as they ask for it.
/// </summary>
internal static class FrameFit
{
    /// <summary>How far off a point may lie, in document heights: print runs differ, and so do the widths of fonts.</summary>
    private const float Tolerance = 0.085f;

    /// <summary>Two points nearer than this propose nothing.</summary>
    private const float MinDistance = 0.12f;

    /// <summary>How far a pair's turn may be from the reading direction, in degrees.</summary>
    private const float MaxTurn = 7;

    /// <summary>Strength with which stretch and shear are held back, in weighted points at one document height from the middle.</summary>
    private const float Stiffness = 4;

    /// <summary>The map on which most points agree, and those points, one of each name; null when no two agree.</summary>
    public static (Placement Map, IReadOnlyList<SeenPoint> Agreeing)? Of(IReadOnlyList<SeenPoint> points)
    {
        List<SeenPoint> best = [];
        Placement map = default;
        float bestScore = 0;
        for (int i = 0; i < points.Count; i++)
        {
            for (int j = 0; j < points.Count; j++)
            {
                if (Propose(points[i], points[j]) is not { } proposal)
                {
                    continue;
                }

                List<SeenPoint> agreeing = Agreeing(points, proposal, out float score);
                if (score > bestScore)
                {
                    (best, map, bestScore) = (agreeing, proposal, score);
                }
            }
        }

        if (best.Count < 2)
        {
            return null;
        }

        for (int round = 0; round < 3; round++)
        {
            map = Refine(best, map);
            best = Agreeing(points, map, out _);
        }

        return (map, best);
    }

    private static Placement? Propose(SeenPoint a, SeenPoint b)
    {
        PagePoint declared = b.Declared - a.Declared, found = b.Found - a.Found;
        if (ReferenceEquals(a.Name, b.Name) || declared.Length < MinDistance || found.Length < 8)
        {
            return null;
        }

        float turn = MathF.Atan2(found.Y, found.X) - MathF.Atan2(declared.Y, declared.X);
        float off = MathF.Abs(Wrap((turn * 180 / MathF.PI) - a.Angle));
        if (off > MaxTurn)
        {
            return null;
        }

        float scale = found.Length / declared.Length;
        (float sin, float cos) = MathF.SinCos(turn);
        Placement map = new(new(scale * cos, scale * sin), new(-scale * sin, scale * cos), default);
        return map with { Shift = a.Found - map.Apply(a.Declared) };
    }

    private static List<SeenPoint> Agreeing(IReadOnlyList<SeenPoint> points, in Placement map, out float score)
    {
        Dictionary<object, (SeenPoint Point, float Gain)> nearest = [];
        foreach (SeenPoint point in points)
        {
            float away = (map.Apply(point.Declared) - point.Found).Length / map.Scale;
            float gain = point.Weight * (1 - (away / Tolerance));
            if (gain > 0 && MathF.Abs(Wrap(map.Angle - point.Angle)) <= MaxTurn && (!nearest.TryGetValue(point.Name, out var other) || gain > other.Gain))
            {
                nearest[point.Name] = (point, gain);
            }
        }

        score = nearest.Values.Sum(n => n.Gain);
        return [.. nearest.Values.Select(n => n.Point)];
    }

    /// <summary>Least squares over the points, stretch and shear held back towards the turn and scale of the whole.</summary>
    private static Placement Refine(List<SeenPoint> points, in Placement before)
    {
        float total = points.Sum(p => p.Weight);
        PagePoint from = points.Aggregate(default(PagePoint), (sum, p) => sum + (p.Declared * p.Weight)) * (1 / total);
        PagePoint to = points.Aggregate(default(PagePoint), (sum, p) => sum + (p.Found * p.Weight)) * (1 / total);
        float real = 0, imaginary = 0, norm = 0;
        foreach (SeenPoint p in points)
        {
            PagePoint a = p.Declared - from, b = p.Found - to;
            real += p.Weight * ((a.X * b.X) + (a.Y * b.Y));
            imaginary += p.Weight * ((a.X * b.Y) - (a.Y * b.X));
            norm += p.Weight * ((a.X * a.X) + (a.Y * a.Y));
        }

        if (norm <= 0)
        {
            return before;
        }

        PagePoint right = new(real / norm, imaginary / norm), down = new(-right.Y, right.X);

        // What the similarity leaves, as a linear map of the declared position: ridge regression.
        float xx = Stiffness * total / points.Count, yy = xx, xy = 0;
        PagePoint rx = default, ry = default;
        foreach (SeenPoint p in points)
        {
            PagePoint a = p.Declared - from;
            PagePoint rest = p.Found - to - (right * a.X) - (down * a.Y);
            xx += p.Weight * a.X * a.X;
            yy += p.Weight * a.Y * a.Y;
            xy += p.Weight * a.X * a.Y;
            rx += rest * (p.Weight * a.X);
            ry += rest * (p.Weight * a.Y);
        }

        float determinant = (xx * yy) - (xy * xy);
        right += ((rx * yy) - (ry * xy)) * (1 / determinant);
        down += ((ry * xx) - (rx * xy)) * (1 / determinant);
        return new Placement(right, down, to - (right * from.X) - (down * from.Y));
    }

    private static float Wrap(float degrees)
    {
        degrees %= 360;
        return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
    }
}

/// <summary>A linear map from document heights to pixels.</summary>
/// <param name="Right">One document height to the right.</param>
/// <param name="Down">One document height downwards.</param>
/// <param name="Shift">The document's top left corner.</param>
internal readonly record struct Placement(PagePoint Right, PagePoint Down, PagePoint Shift)
{
    /// <summary>Pixels in a document height.</summary>
    public float Scale => (Right.Length + Down.Length) / 2;

    /// <summary>Turn in degrees, clockwise.</summary>
    public float Angle => MathF.Atan2(Right.Y, Right.X) * 180 / MathF.PI;

    public PagePoint Apply(PagePoint p) => (Right * p.X) + (Down * p.Y) + Shift;

    /// <summary>The place of a document of that width by height.</summary>
    public DocumentFrame Frame(float aspect) => new(new Quad(Apply(new(0, 0)), Apply(new(aspect, 0)), Apply(new(aspect, 1)), Apply(new(0, 1))));
}
