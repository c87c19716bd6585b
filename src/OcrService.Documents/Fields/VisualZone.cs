using OcrService.Documents.Finding;
using OcrService.Documents.Pages;
using OcrService.Documents.Values;

namespace OcrService.Documents.Fields;

/// <summary>
/// The printed part of a document. A field is looked for where the layout has it, moved along with the landmarks really found nearby;
/// to the right of its label and below it; and, when that fails, farther around. What a field has taken no other field gets.
/// </summary>
internal sealed class VisualZone
{
    /// <summary>A value read with less confidence is looked at again.</summary>
    private const float Sure = 0.9f;

    /// <summary>Confidence left to a value that is not legal.</summary>
    private const float Illegal = 0.6f;

    private const float MaxConfidence = 0.999f;

    /// <summary>How far around the layout's place a field is looked for at last, in fractions of the document.</summary>
    private const float WideX = 0.06f, WideY = 0.045f;

    /// <summary>Glyphs that overlap by so much of the lower one's height stand in one row; boxes with marks above or below are higher than others.</summary>
    private const float SameRow = 0.55f;

    /// <summary>Print so many times as high as is usual on the card, turned by so many degrees against it, is none of its fields.</summary>
    private const float LargePrint = 1.8f, SlantedPrint = 5;

    /// <summary>Weight of a field's own label among the landmarks that say where it moved.</summary>
    private const float OwnLabel = 1200;

    /// <summary>What middles of rows may stand outside of a region of many.</summary>
    private const float RowRoom = 0.01f;

    /// <summary>Room around a row that is read again, in its heights.</summary>
    private const float RowRoomAlong = 0.35f, RowRoomAcross = 0.08f;

    /// <summary>So few letters, of so small a part of the usual height, are no text.</summary>
    private const int Speck = 2;
    private const float SmallPrint = 0.5f;

    /// <summary>So many letters that hang on to a label are its own, misread.</summary>
    private const int MisreadEnd = 2;

    /// <summary>A region of so much of the card is no place to look at once more.</summary>
    private const float MostOfCard = 0.5f;

    /// <summary>Half the height of a label.</summary>
    private const float LabelHalf = 0.018f;

    /// <summary>Trust in a value that was read without being seen as text first.</summary>
    private const float Blind = 0.7f;

    /// <summary>Room of a character or two, in widths of the document; tops below a label's middle and height of the rows where it may stand, in heights.</summary>
    private const float LoneWidth = 0.12f, LoneHeight = 0.058f;
    private static readonly float[] LoneRows = [0.02f, 0.03f];

    /// <summary>A value below its label stands no lower under it than this.</summary>
    private const float BelowLabel = 0.085f;

    /// <summary>A run that overlaps a longer one by so much of its height is a part of it.</summary>
    private const float SeenTwice = 0.4f;

    /// <summary>Boxes of one row may lie over one another by so much of the shorter one; what is read of them is trusted so much less.</summary>
    private const float MostOverlap = 0.4f, Overlapping = 0.85f;

    /// <summary>Of a word at a window's edge so much may stand outside, for each glyph of the line inside.</summary>
    private const float MostOutside = 0.4f;

    /// <summary>A gap of so many glyph widths ends a column.</summary>
    private const float ColumnGap = 3;

    private readonly List<List<Placed>> _lines;
    private readonly Dictionary<string, Label> _labels = [];
    private readonly List<(float U, float V, float Du, float Dv)> _moves = [];
    private readonly Dictionary<Glyph, Region?> _taken = [];
    private readonly DocumentFrame _frame;
    private readonly IPicture _picture;

    /// <summary>Height of most lines of some length, in pixels.</summary>
    private readonly float _usualHeight;

    /// <summary>Lays the page's text over the document.</summary>
    /// <param name="page">What was read.</param>
    /// <param name="picture">Where more can be read.</param>
    /// <param name="frame">Where the document lies.</param>
    /// <param name="landmarks">The landmarks found on it.</param>
    public VisualZone(Page page, IPicture picture, DocumentFrame frame, IReadOnlyList<FoundLandmark> landmarks)
    {
        _picture = picture;
        _frame = frame;
        PageGlyphs glyphs = PageGlyphs.Of(page.Lines);
        _lines = [.. glyphs.Lines.Select(l => l.Select(g => new Placed(g, frame)).ToList())];
        float[] heights = [.. page.Lines.Where((_, i) => _lines[i].Count > Speck).Select(l => l.Quad.Height).Order()];
        _usualHeight = heights.Length == 0 ? 0 : heights[heights.Length / 2];
        for (int i = 0; i < _lines.Count; i++)
        {
            // Overprints run across the card in large letters; specks are marks of letters or parts of pictures and of the ground.
            float height = page.Lines[i].Quad.Height, turn = MathF.Abs(PageTurn(page.Lines[i].Quad.Angle - frame.Quad.Angle));
            bool overprint = height > LargePrint * _usualHeight && turn > SlantedPrint;
            if (overprint || (_lines[i].Count <= Speck && (height < SmallPrint * _usualHeight || turn > 90)))
            {
                _lines[i] = [];
            }
        }

        foreach (FoundLandmark found in landmarks.Where(l => _lines[l.Line].Count > 0))
        {
            List<Placed> run = _lines[found.Line][found.Start..found.End];
            if (found.Landmark.At is { } at)
            {
                _moves.Add((at.X, at.Y, run[0].Left - at.X, run[0].V - at.Y));
            }

            if (found.Landmark is { Pattern: null, IsValue: false })
            {
                _labels[found.Landmark.Key] = new Label(found.Line, run[0].Left, run[^1].Right, run.Average(g => g.V));
                foreach (Placed p in WithRest(_lines[found.Line], found.Start, found.End))
                {
                    _taken[p.Glyph] = null;
                }
            }
        }
    }

    /// <summary>A label's glyphs with the letter or two that were misread at its ends.</summary>
    private static List<Placed> WithRest(List<Placed> line, int start, int end)
    {
        int from = start, to = end;
        while (from > 0 && !line[from].Glyph.SpaceBefore)
        {
            from--;
        }

        while (to < line.Count && !line[to].Glyph.SpaceBefore)
        {
            to++;
        }

        return line[(start - from <= MisreadEnd ? from : start)..(to - end <= MisreadEnd ? to : end)];
    }

    private static float PageTurn(float degrees) => degrees - (360 * MathF.Round(degrees / 360));

    /// <summary>The fields of a side that are printed. Fields with a form of their own go first: what they take narrows the rest.</summary>
    public Dictionary<string, FieldValue> Read(IReadOnlyList<FieldDefinition> fields)
    {
        Dictionary<string, FieldValue> values = [];
        FieldDefinition[] printed = [.. fields.Where(f => f is { Region: not null, Parser: not null }).OrderBy(f => f.Form is null).ThenBy(f => f.IsValid is null)];
        foreach (FieldDefinition field in printed)
        {
            if (!NeedsOwnReader(field.Script) && Best(field, Windows(field, near: true)) is { } found && found.Value.Confidence >= Sure)
            {
                Take(values, found);
            }
        }

        foreach (FieldDefinition field in printed.Where(f => !values.ContainsKey(f.Key)))
        {
            Candidate? first = Best(field, Windows(field, near: true));
            Candidate? again = LookAgain(field);
            Candidate? best = NeedsOwnReader(field.Script) ? again ?? first : Better(first, again);
            if (best is null || best.Value.Confidence < Illegal)
            {
                best = Better(best, Best(field, Windows(field, near: false)));
            }

            if (best is not null)
            {
                Take(values, best);
            }
        }

        return values;
    }

    /// <summary>Whether the reader of the whole page does not know all letters of the script, however sure it is.</summary>
    private static bool NeedsOwnReader(FieldScript script) => script is FieldScript.TraditionalChinese or FieldScript.ChineseName or FieldScript.Spanish;

    private static Candidate? Better(Candidate? a, Candidate? b) => a is null || b?.Value.Confidence > a.Value.Confidence ? b : a;

    private void Take(Dictionary<string, FieldValue> values, Candidate found)
    {
        values[found.Value.Key] = found.Value;
        foreach (Glyph glyph in found.Glyphs)
        {
            _taken.TryAdd(glyph, found.Region);
        }
    }

    private bool IsFree(Placed placed, Region region) => !_taken.TryGetValue(placed.Glyph, out Region? owner) || owner == region;

    private Candidate? Best(FieldDefinition field, IEnumerable<(List<List<Placed>> Lines, float Trust, FieldSource Source)> windows)
    {
        Candidate? best = null;
        foreach ((List<List<Placed>> lines, float trust, FieldSource source) in windows)
        {
            best = Better(best, Parse(field, lines, trust, source));
            if (best?.Value.Confidence >= Sure)
            {
                break;
            }
        }

        return best;
    }

    /// <summary>Where a field may stand, the likeliest first, with how far a value found there is to be trusted.</summary>
    private IEnumerable<(List<List<Placed>> Lines, float Trust, FieldSource Source)> Windows(FieldDefinition field, bool near)
    {
        Region region = field.Region!.Value;
        Label? label = field.Label is { } l ? _labels.GetValueOrDefault(l.Key) : null;
        FieldSource source = label is null ? FieldSource.Region : FieldSource.Anchored;
        Region moved = Moved(field);
        float margin = field.IsMultiLine ? RowRoom : 0.4f * MathF.Min(region.Height, 0.06f);
        if (near)
        {
            yield return (Cut(field, p => InRow(p, moved, margin) && p.U >= moved.X - 0.02f && p.U <= moved.X + moved.Width), 1, source);
            if (label is not null)
            {
                float row = MathF.Min(region.Height, 0.09f);
                float end = NextLabel(label);
                float right = MathF.Max(end, label.Left + region.Width);
                if (field.IsMultiLine)
                {
                    float depth = region.Y + region.Height - field.AnchorAt.Y + RowRoom;
                    yield return (Cut(field, p => p.V > label.V - (0.3f * row) && p.V < label.V + depth && p.U > label.Left - 0.03f && p.U < right), 0.99f, FieldSource.Anchored);
                    yield break;
                }

                yield return (Cut(field, p => p.U > label.Right && p.U < end && MathF.Abs(p.V - label.V) < row * 0.45f), 0.99f, FieldSource.Anchored);
                yield return (Cut(field, p => p.V > label.V + (0.3f * row) && p.V < label.V + BelowLabel && p.U > label.Left - 0.03f && p.U < right), 0.98f, FieldSource.Anchored);
            }

            yield break;
        }

        yield return (Cut(field, p => InRow(p, moved, margin + WideY) && p.U >= moved.X - WideX && p.U <= moved.X + moved.Width + WideX), 0.9f, source);
        yield return (Cut(field, p => InRow(p, moved, margin) && p.U is > -0.05f and < 1.05f), 0.85f, source);
        if (field.Form is not null)
        {
            yield return (Cut(field, p => p.U is > -0.05f and < 1.05f), 0.8f, source);
        }
    }

    /// <summary>Where the next label of the row begins; the card's edge when none follows.</summary>
    private float NextLabel(Label label) => _labels.Values.Where(o => o.Left > label.Right && MathF.Abs(o.V - label.V) < 0.04f).Select(o => o.Left).DefaultIfEmpty(1.05f).Min();

    private static bool InRow(Placed p, Region region, float margin) => p.V >= region.Y - margin && p.V <= region.Y + region.Height + margin;

    /// <summary>The region moved as its label, or else the landmarks around it, have moved.</summary>
    private Region Moved(FieldDefinition field)
    {
        Region region = field.Region!.Value;
        float u = region.X, v = region.Y + (region.Height / 2);
        float weights = 30, du = 0, dv = 0;
        if (field.Label is { } own && _labels.TryGetValue(own.Key, out Label? label))
        {
            (weights, du, dv) = (weights + OwnLabel, OwnLabel * (label.Left - field.AnchorAt.X), OwnLabel * (label.V - field.AnchorAt.Y));
        }

        foreach ((float mu, float mv, float mdu, float mdv) in _moves)
        {
            float away = ((u - mu) * (u - mu)) + ((v - mv) * (v - mv) * 2);
            float weight = 1 / (away + 0.004f);
            (weights, du, dv) = (weights + weight, du + (weight * mdu), dv + (weight * mdv));
        }

        return region with { X = region.X + (du / weights), Y = region.Y + (dv / weights) };
    }

    /// <summary>The text of a window by rows from top to bottom. Boxes that stand in one row are one line, whatever the detector took them for.</summary>
    private List<List<Placed>> Cut(FieldDefinition field, Func<Placed, bool> chosen)
    {
        // Columns of a block belong together; of a single value they do not.
        float gap = field.IsMultiLine ? float.PositiveInfinity : ColumnGap;
        List<List<List<Placed>>> rows = [];
        List<Placed>[] parts = [.. _lines.Select(line => BehindLabel(field, Whole(line, p => IsFree(p, field.Region!.Value), chosen))).Where(line => line.Count > 0).OrderBy(line => line[0].V)];
        foreach (List<Placed> part in parts.Where(part => !Array.Exists(parts, other => IsWithin(part, other))))
        {
            List<List<Placed>>? row = rows.Find(r => Overlap(r[0][0], part[0]) > SameRow * MathF.Min(r[0][0].Height, part[0].Height)
                && r.TrueForAll(other => Apart(other, part) > -MostOverlap * MathF.Min(Length(other), Length(part))) && r.Min(other => Apart(other, part)) < gap * Width(part));
            if (row is null)
            {
                rows.Add([part]);
            }
            else
            {
                row.Add(part);
            }
        }

        return [.. rows.Select(row => row.OrderBy(part => part[0].Left).SelectMany(part => part).ToList())];
    }

    /// <summary>
    /// The chosen glyphs of a line with the rest of the words at their ends, since a window's edge may run through a word of which most
    /// is inside.
    /// </summary>
    private static List<Placed> Whole(List<Placed> line, Func<Placed, bool> isFree, Func<Placed, bool> chosen)
    {
        bool[] taken = [.. line.Select(p => chosen(p) && isFree(p))];
        int first = Array.IndexOf(taken, true), last = Array.LastIndexOf(taken, true);
        if (first < 0)
        {
            return [];
        }

        int inside = taken.Count(t => t);
        for (int i = first; i > 0 && !line[i].Glyph.SpaceBefore && isFree(line[i - 1]) && first - i < MostOutside * inside; i--)
        {
            taken[i - 1] = true;
        }

        for (int i = last; i + 1 < line.Count && !line[i + 1].Glyph.SpaceBefore && isFree(line[i + 1]) && i - last < MostOutside * inside; i++)
        {
            taken[i + 1] = true;
        }

        return [.. line.Where((_, i) => taken[i])];
    }

    private static float Length(List<Placed> run) => run[^1].Right - run[0].Left;

    /// <summary>Whether a part of a longer run was seen a second time, as by its upper marks.</summary>
    private static bool IsWithin(List<Placed> part, List<Placed> other)
    {
        float grace = Width(part) / 2;
        return other.Count > part.Count && part[0].Left > other[0].Left - grace && part[^1].Right < other[^1].Right + grace
            && Overlap(part[0], other[0]) > SeenTwice * MathF.Min(part[0].Height, other[0].Height);
    }

    private static float Overlap(Placed a, Placed b) => ((a.Height + b.Height) / 2) - MathF.Abs(a.V - b.V);

    /// <summary>A run behind the field's label in Han characters, which is short enough to run into the value.</summary>
    private static List<Placed> BehindLabel(FieldDefinition field, List<Placed> run)
    {
        if (field.Script is not (FieldScript.TraditionalChinese or FieldScript.ChineseName))
        {
            return run;
        }

        string text = string.Concat(run.Select(p => p.Glyph.Character));
        string? label = field.Anchor?.Labels.FirstOrDefault(l => l.Length < text.Length && l.All(FuzzyText.IsHan) && text.StartsWith(l, StringComparison.Ordinal));
        return label is null ? run : run[label.Length..];
    }

    /// <summary>The gap between two parts of a row, with a glyph's grace; not positive when they overlap.</summary>
    private static float Apart(List<Placed> a, List<Placed> b) => MathF.Max(b[0].Left - a[^1].Right, a[0].Left - b[^1].Right) + Width(b);

    /// <summary>The text where the field should be, line by line with the reader of its script; the place anew when no text was found there.</summary>
    private Candidate? LookAgain(FieldDefinition field)
    {
        Region region = field.Region!.Value;
        Candidate? best = null;
        if (region.Width * region.Height > MostOfCard)
        {
            // The page itself was that look.
            return null;
        }

        foreach ((List<List<Placed>> lines, float trust, FieldSource source) in Windows(field, near: true))
        {
            List<List<Placed>> runs = [.. lines.SelectMany(Columns).OrderBy(r => r[0].V)];
            if (runs.Count is 0 or > 4)
            {
                continue;
            }

            List<List<Placed>> read = [.. runs.Select(r => _picture.ReadLine(RowOf(r), field.Script)).Prepend(LoneBelowLabel(field, runs)).OfType<TextLine>().Select(Place)];
            best = Better(best, Parse(field, read, trust, source));
            if (best?.Value.Confidence >= Sure)
            {
                return best;
            }
        }

        if (best is null)
        {
            Region moved = Moved(field);
            float margin = 0.25f * region.Height;
            Quad part = _frame.ToPixels(moved.X - 0.02f, moved.Y - margin, moved.X + moved.Width + 0.02f, moved.Y + moved.Height + margin);
            best = Parse(field, [.. _picture.Read(part, field.Script).Where(l => l.Quad.Height >= SmallPrint * _usualHeight || l.Text.Length > Speck).Select(Place)], 1, FieldSource.Region);
        }

        return best ?? ReadBlindly(field, Moved(field));
    }

    /// <summary>
    /// A lone character below the label of a value of Han characters on several rows, such as a surname, which the detector often does not see; null
    /// where it did, or there is none.
    /// </summary>
    private TextLine? LoneBelowLabel(FieldDefinition field, List<List<Placed>> runs)
    {
        if (!field.IsMultiLine || field.Script is not FieldScript.TraditionalChinese || field.Label is not { } own || !_labels.TryGetValue(own.Key, out Label? label)
            || runs.Exists(r => r[0].V > label.V && r[0].V < label.V + BelowLabel && r[0].Left < label.Left + LoneWidth))
        {
            return null;
        }

        // The row's height matters to the reader; print above or below in it confuses.
        return LoneRows.Select(top => _picture.ReadLine(_frame.ToPixels(label.Left - 0.01f, label.V + top, label.Left + LoneWidth, label.V + top + LoneHeight), field.Script))
            .OfType<TextLine>().MaxBy(line => line.Confidence);
    }

    /// <summary>
    /// A value that the detector does not take for text, such as a lone letter or a row of dashes: the row where it should be, taken as
    /// one line.
    /// </summary>
    private Candidate? ReadBlindly(FieldDefinition field, Region moved)
    {
        if (field.IsMultiLine)
        {
            return null;
        }

        Label? label = field.Label is { } l ? _labels.GetValueOrDefault(l.Key) : null;
        float top = moved.Y;
        if (label is not null && label.V > top && label.V < top + moved.Height)
        {
            if (label.Right < moved.X + (moved.Width / 2) && Behind(label) is { } value)
            {
                return value;
            }

            // A label that stands in the upper part of the region stands above the value.
            top = label.V < top + (moved.Height / 2) ? label.V + LabelHalf : top;
        }

        return ReadRow(moved.X - 0.01f, top, moved.X + moved.Width, moved.Y + moved.Height);

        Candidate? Behind(Label of) => ReadRow(of.Right + 0.005f, of.V - (LoneHeight / 2), moved.X + moved.Width, of.V + (LoneHeight / 2));

        Candidate? ReadRow(float left, float above, float right, float below) =>
            _picture.ReadLine(_frame.ToPixels(left, above, right, below), field.Script) is { } line ? Parse(field, [Place(line)], Blind, FieldSource.Region) : null;
    }

    private List<Placed> Place(TextLine line) => [.. PageGlyphs.Of([line]).Lines[0].Select(g => new Placed(g, _frame))];

    /// <summary>Mean width of a glyph.</summary>
    private static float Width(List<Placed> line) => MathF.Max(1e-4f, line.Average(p => p.Right - p.Left));

    /// <summary>Runs of a line without a wide gap.</summary>
    private static IEnumerable<List<Placed>> Columns(List<Placed> line)
    {
        float glyph = Width(line);
        List<Placed> run = [line[0]];
        for (int i = 1; i < line.Count; i++)
        {
            if (line[i].Left - line[i - 1].Right > ColumnGap * glyph)
            {
                yield return run;
                run = [];
            }

            run.Add(line[i]);
        }

        yield return run;
    }

    private Candidate? Parse(FieldDefinition field, List<List<Placed>> lines, float trust, FieldSource source)
    {
        string text = string.Join('\n', lines.Select(TextOf));
        if (text.Length == 0 || field.Parser!(text) is not { Length: > 0 } value)
        {
            return null;
        }

        List<Placed> all = [.. lines.SelectMany(l => l)];
        List<Placed> span = Span(all, value);
        float confidence = MathF.Min(MaxConfidence, span.Average(p => p.Glyph.Confidence)) * trust;
        bool legal = field.IsValid?.Invoke(value) ?? true;
        confidence *= lines.Exists(Doubles) ? Overlapping : 1;
        confidence = !legal ? confidence * Illegal : field.IsValid is null ? confidence : 1 - ((1 - confidence) * 0.6f);
        return new Candidate(
            new FieldValue(field.Key, value, confidence, Around(span), source, null), [.. span.Select(p => p.Glyph)], field.Region!.Value);
    }

    /// <summary>The glyphs that the value was made of: those of the stretch most like it, or all when nothing is.</summary>
    private static List<Placed> Span(List<Placed> all, string value)
    {
        string text = string.Concat(all.Select(p => FuzzyText.Fold(p.Glyph.Character)));
        string wanted = FuzzyText.Compact(value);
        (int start, int end, int distance) = FuzzyText.Find(text, wanted);
        return end > start && distance * 3 <= wanted.Length ? all[start..end] : all;
    }

    /// <summary>Whether boxes of a row lie over one another, so that some letters are there twice.</summary>
    private static bool Doubles(List<Placed> row) => row.Zip(row.Skip(1)).Any(pair => pair.Second.Left < pair.First.Right - (0.5f * (pair.First.Right - pair.First.Left)) - 1e-4f && pair.First.Glyph.Word != pair.Second.Glyph.Word);

    private static string TextOf(List<Placed> glyphs) =>
        string.Concat(glyphs.Select((p, i) => i > 0 && (p.Glyph.SpaceBefore || p.Glyph.From == 0 && p.Glyph.Word != glyphs[i - 1].Glyph.Word) ? $" {p.Glyph.Character}" : p.Glyph.Character.ToString()));

    /// <summary>The quad around glyphs: along their line when they stand in one, else along the document.</summary>
    private Quad Around(List<Placed> glyphs)
    {
        Quad first = glyphs[0].Glyph.Word, last = glyphs[^1].Glyph.Word;
        if (glyphs.Max(p => p.V) - glyphs.Min(p => p.V) < 0.03f)
        {
            return new Quad(
                first.At(glyphs[0].Glyph.From, 0), last.At(glyphs[^1].Glyph.To, 0), last.At(glyphs[^1].Glyph.To, 1), first.At(glyphs[0].Glyph.From, 1));
        }

        float half = first.Height / MathF.Max(1, _frame.Quad.Height) / 2;
        return _frame.ToPixels(glyphs.Min(p => p.Left), glyphs.Min(p => p.V) - half, glyphs.Max(p => p.Right), glyphs.Max(p => p.V) + half);
    }

    /// <summary>
    /// The quad around a row's glyphs to be read as one line, with a little room: glyphs are placed by counting, not by looking. Boxes that took in
    /// other print are higher than the rest and do not count.
    /// </summary>
    private static Quad RowOf(List<Placed> row)
    {
        PagePoint from = row[0].Glyph.Left, to = row[^1].Glyph.Right;
        float height = row.Select(p => p.Glyph.Word.Height).Order().ElementAt(row.Count / 3), length = MathF.Max(1, (to - from).Length);
        PagePoint along = (to - from) * (1 / length);
        PagePoint end = along * (RowRoomAlong * height), half = new PagePoint(-along.Y, along.X) * ((0.5f + RowRoomAcross) * height);
        return new Quad(from - end - half, to + end - half, to + end + half, from - end + half);
    }

    /// <summary>A glyph with its place on the document.</summary>
    private sealed class Placed
    {
        public Placed(Glyph glyph, DocumentFrame frame)
        {
            Glyph = glyph;
            (U, V) = frame.ToFractions(glyph.Center);
            (Left, _) = frame.ToFractions(glyph.Left);
            (Right, _) = frame.ToFractions(glyph.Right);
            Height = glyph.Word.Height / MathF.Max(1, frame.Quad.Height);
        }

        public Glyph Glyph { get; }

        public float U { get; }

        public float V { get; }

        public float Left { get; }

        public float Right { get; }

        public float Height { get; }
    }

    private sealed record Label(int Line, float Left, float Right, float V);

    private sealed record Candidate(FieldValue Value, IReadOnlyList<Glyph> Glyphs, Region Region);
}
