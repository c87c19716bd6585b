using OcrService.Documents.Pages;
using OcrService.Documents.Values;
using OcrService.Recognition.Reading;

namespace OcrService.Recognition.Mrz;

/// <summary>
/// Finds where machine readable zones stand, from the lines that were read of the page: rows of 30 to 44 fixed-pitch capitals, digits
/// and fillers, two or three close under each other. The general reader need not have read them well; it is enough that they look like it.
/// </summary>
internal static class MrzRowFinder
{
    /// <summary>Shortest part of a row that is worth a look, in characters.</summary>
    private const int MinPart = 6;

    /// <summary>Share of MRZ characters in the text of a part.</summary>
    private const float MinShare = 0.8f;

    /// <summary>Characters that may have been read of a single row of 30, and the digits among them: five cells only hold something else.</summary>
    private const int FewestOfSingle = 22, MostOfSingle = 36, FewestDigitsOfSingle = 14;

    /// <summary>Farthest distance of the next row, in heights of a row.</summary>
    private const float FarthestRow = 3.2f;

    /// <summary>How far a row may stand from its place, in distances of rows.</summary>
    private const float PlaceTolerance = 0.25f;

    /// <summary>Share of the widest row's width below which a row is a piece.</summary>
    private const float ShortPiece = 0.8f;

    /// <summary>Candidate zones, the likeliest first: row quads in view coordinates from top to bottom, first edge in reading direction.</summary>
    /// <param name="lines">What was read of the page.</param>
    /// <param name="singleRow">Whether a single row may be a zone; otherwise two or three are.</param>
    public static List<IReadOnlyList<Quad>> Find(IReadOnlyList<ReadLine> lines, bool singleRow)
    {
        List<Part> parts = [];
        foreach (ReadLine line in lines)
        {
            if (TryPart(line) is { } part)
                parts.Add(part);
        }

        List<Row> rows = Join(parts);
        rows.RemoveAll(r => r.Quad.Width < 9 * r.Quad.Height);
        List<IReadOnlyList<Quad>> zones = Group(rows);
        if (singleRow)
            zones.InsertRange(0, rows.Where(r => r.MayStandAlone).OrderByDescending(r => r.Digits).Select(r => (Quad[])[r.Quad]));
        return zones;
    }

    private static Part? TryPart(ReadLine line)
    {
        int good = 0, fillers = 0, digits = 0, all = 0;
        foreach (ReadSymbol symbol in line.Reading.Symbols)
        {
            if (symbol.Text == " ")
                continue;
            // The general reader takes wide print for full-width forms.
            char c = FuzzyText.ToAscii(symbol.Text[0]);
            all++;
            if (c is '<' or '《' or '«' or '‹' or '〈' or 'く')
            {
                good++;
                fillers++;
            }
            else if (char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c))
            {
                good++;
                digits += char.IsAsciiDigit(c) ? 1 : 0;
            }
        }

        if (all < MinPart || good < MinShare * all)
            return null;
        return new Part(line.Quad, all, fillers, digits);
    }

    /// <summary>Parts on one baseline become a row: the detector cuts rows at long runs of fillers.</summary>
    private static List<Row> Join(List<Part> parts)
    {
        List<Row> rows = [];
        foreach (Part part in parts.OrderByDescending(p => p.Quad.Width))
        {
            Row? row = rows.Find(r => r.Accepts(part));
            if (row is null)
                rows.Add(new Row(part));
            else
                row.Add(part);
        }

        return rows;
    }

    private static List<IReadOnlyList<Quad>> Group(List<Row> rows)
    {
        List<(float Score, IReadOnlyList<Quad> Quads)> zones = [];
        foreach (Row first in rows)
        {
            List<Row> zone = [first];
            while (zone.Count < 3)
            {
                Row last = zone[^1];
                Row? next = rows.Where(r => last.IsAbove(r, FarthestRow)).MinBy(r => last.Distance(r));
                if (next is null)
                    break;
                zone.Add(next);
            }

            List<List<Row>> parts = [.. Enumerable.Range(2, Math.Max(0, zone.Count - 1)).Select(count => zone[..count])];
            if (zone.Count < 3 && Completed(first, rows) is { } three)
                parts.Add(three);
            foreach (List<Row> part in parts.Where(p => p.Sum(r => r.Fillers) >= 2 && p.Exists(r => r.IsWhole)))
                zones.Add((part.Sum(r => r.Fillers) + (0.3f * part.Sum(r => r.Characters)), SameExtent(part)));
        }

        return [.. zones.OrderByDescending(z => z.Score).Select(z => z.Quads)];
    }

    /// <summary>
    /// A row and one under it with a third above, below or between them of which the detector found the beginning only, because its end
    /// is fillers: it begins where they begin and keeps their distance. Null when there is none.
    /// </summary>
    private static List<Row>? Completed(Row first, List<Row> rows)
    {
        foreach (Row second in rows.Where(r => first.IsAbove(r, 2 * FarthestRow)).OrderBy(first.Distance))
        {
            float distance = first.Distance(second);
            foreach (Row row in rows.Where(r => r != first && r != second && first.IsBegunLike(r)))
            {
                float place = first.Distance(row) / distance;
                if (MathF.Abs(place - 0.5f) < PlaceTolerance / 2)
                    return [first, row, second];
                if (!first.IsAbove(second, FarthestRow))
                    continue;
                if (MathF.Abs(place + 1) < PlaceTolerance)
                    return [row, first, second];
                if (MathF.Abs(place - 2) < PlaceTolerance)
                    return [first, second, row];
            }
        }

        return null;
    }

    /// <summary>All rows of a zone are equally long: each is drawn out to the farthest left and right ends of all.</summary>
    private static List<Quad> SameExtent(List<Row> rows)
    {
        Quad widest = rows.MaxBy(r => r.Quad.Width)!.Quad;
        PagePoint axis = (widest.TopRight - widest.TopLeft) * (1 / MathF.Max(1, (widest.TopRight - widest.TopLeft).Length));
        float left = rows.Min(r => MathF.Min(Along(r.Quad.TopLeft, axis), Along(r.Quad.BottomLeft, axis)));
        float right = rows.Max(r => MathF.Max(Along(r.Quad.TopRight, axis), Along(r.Quad.BottomRight, axis)));
        List<Quad> quads = [];
        foreach (Row row in rows)
        {
            Quad q = row.Quad;
            // The slope of a short piece is too unsure to be drawn out.
            PagePoint own = q.Width < ShortPiece * widest.Width ? axis : (q.TopRight - q.TopLeft) * (1 / MathF.Max(1, (q.TopRight - q.TopLeft).Length));
            float back = Along(q.TopLeft, axis) - left, forth = right - Along(q.TopRight, axis);
            quads.Add(new Quad(q.TopLeft - (own * back), q.TopRight + (own * forth), q.BottomRight + (own * forth), q.BottomLeft - (own * back)));
        }

        return quads;
    }

    private static float Along(PagePoint p, PagePoint axis) => (p.X * axis.X) + (p.Y * axis.Y);

    private static float Across(PagePoint p, PagePoint axis) => (p.Y * axis.X) - (p.X * axis.Y);

    private readonly record struct Part(Quad Quad, int Characters, int Fillers, int Digits);

    private sealed class Row(Part first)
    {
        public Quad Quad { get; private set; } = first.Quad;

        public int Characters { get; private set; } = first.Characters;

        public int Fillers { get; private set; } = first.Fillers;

        public int Digits { get; private set; } = first.Digits;

        /// <summary>Whether enough of a row was read to know it by itself. Of short names among many fillers less is read often.</summary>
        public bool IsWhole => Characters >= 18;

        /// <summary>Whether this may be the one row of an exit-entry permit.</summary>
        public bool MayStandAlone => Characters is >= FewestOfSingle and <= MostOfSingle && Digits >= FewestDigitsOfSingle;

        private PagePoint Axis => (Quad.TopRight - Quad.TopLeft) * (1 / MathF.Max(1, (Quad.TopRight - Quad.TopLeft).Length));

        public bool Accepts(Part part)
        {
            float height = Quad.Height;
            if (part.Quad.Height > 1.6f * height || part.Quad.Height < 0.5f * height)
                return false;
            if (MathF.Abs(Across(part.Quad.Center - Quad.Center, Axis)) > 0.5f * height)
                return false;
            float gap = MathF.Max(
                Along(part.Quad.TopLeft, Axis) - Along(Quad.TopRight, Axis),
                Along(Quad.TopLeft, Axis) - Along(part.Quad.TopRight, Axis));
            return gap > -0.5f * height && gap < 10 * height;
        }

        public void Add(Part part)
        {
            bool right = Along(part.Quad.Center, Axis) > Along(Quad.Center, Axis);
            Quad = right
                ? new Quad(Quad.TopLeft, part.Quad.TopRight, part.Quad.BottomRight, Quad.BottomLeft)
                : new Quad(part.Quad.TopLeft, Quad.TopRight, Quad.BottomRight, part.Quad.BottomLeft);
            Characters += part.Characters;
            Fillers += part.Fillers;
            Digits += part.Digits;
        }

        /// <summary>Whether another row may be one of the same zone, at most so many heights below.</summary>
        public bool IsAbove(Row other, float farthest)
        {
            float height = (Quad.Height + other.Quad.Height) / 2;
            PagePoint d = other.Quad.Center - Quad.Center;
            float down = Across(d, Axis);
            float ratio = other.Quad.Height / Quad.Height;
            float turn = MathF.Abs(other.Quad.Angle - Quad.Angle);
            turn = MathF.Min(turn, 360 - turn);
            float overlap = MathF.Min(Along(Quad.TopRight, Axis), Along(other.Quad.TopRight, Axis)) - MathF.Max(Along(Quad.TopLeft, Axis), Along(other.Quad.TopLeft, Axis));
            return down > 0.5f * height && down < farthest * height && ratio is > 0.6f and < 1.6f && turn < 6
                && overlap > (IsWhole && other.IsWhole ? 0.5f * MathF.Min(Quad.Width, other.Quad.Width) : 0.85f * MathF.Max(Quad.Width, other.Quad.Width));
        }

        /// <summary>Whether another row begins at the same left edge, in print of the same size and pitch.</summary>
        public bool IsBegunLike(Row other)
        {
            float height = other.Quad.Height / Quad.Height;
            float pitch = other.Quad.Width / other.Characters / (Quad.Width / Characters);
            return MathF.Abs(Along(other.Quad.TopLeft - Quad.TopLeft, Axis)) < Quad.Height && height is > 0.6f and < 1.6f && pitch is > 0.7f and < 1.4f;
        }

        public float Distance(Row other) => Across(other.Quad.Center - Quad.Center, Axis);
    }
}
