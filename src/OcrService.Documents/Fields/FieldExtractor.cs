using OcrService.Documents.Mrz;
using OcrService.Documents.Pages;

namespace OcrService.Documents.Fields;

/// <summary>
/// Fills the fields of a side: labels really found shift the declared regions, parsers judge what stands in them, the machine
/// readable zone is the second source, cross-checks have the last word on confidence. A field that cannot be read is empty and
/// never empties another.
/// </summary>
internal static class FieldExtractor
{
    private const float RowOnly = 0.85f;
    private const float Conflict = 0.6f;
    private const float MaxConfidence = 0.999f;

    /// <summary>A value read with less confidence is looked at again.</summary>
    private const float Sure = 0.9f;

    /// <summary>The values in the order of the declaration.</summary>
    public static IReadOnlyList<FieldValue> Extract(
        DocumentSide side, Page page, IPicture picture, DocumentFrame frame, MrzDocument? zone, DateOnly today)
    {
        VisualZone visual = VisualZone.Of(side, page, picture, frame);
        Dictionary<string, FieldValue> values = side.Fields.ToDictionary(
            field => field.Key,
            field => Merge(field, visual.Read(field), FromZone(field, zone, today)),
            StringComparer.Ordinal);
        foreach (CrossCheck check in side.Checks)
        {
            Apply(check, values);
        }

        return [.. side.Fields.Select(field => values[field.Key])];
    }

    private static FieldValue? FromZone(FieldDefinition field, MrzDocument? zone, DateOnly today)
    {
        if (zone is null || field.Mrz?.Invoke(zone, today) is not { } found || found.Value.Length == 0)
        {
            return null;
        }

        MrzField origin = found.Origin;
        Quad? quad = zone.LineQuads.Count > origin.Line
            ? zone.LineQuads[origin.Line].Slice(
                (float)origin.Start / zone.Lines[origin.Line].Length,
                (float)(origin.Start + origin.Raw.Length) / zone.Lines[origin.Line].Length)
            : null;
        return new FieldValue(field.Key, found.Value, origin.Confidence * zone.Plausibility, quad, FieldSource.Mrz, null) { Check = origin.Check };
    }

    private static FieldValue Merge(FieldDefinition field, FieldValue? printed, FieldValue? zone)
    {
        if (printed is null || zone is null)
        {
            return printed ?? zone ?? FieldValue.Empty(field.Key, field.Region is null ? "not in the machine readable zone" : "not found on the page");
        }

        if (field.SourcesAgree(printed.Value, zone.Value))
        {
            float confidence = 1 - ((1 - printed.Confidence) * (1 - zone.Confidence));
            // Where the two may differ in spelling the printed one is the fuller.
            return printed with { Confidence = MathF.Min(MaxConfidence, confidence), Source = FieldSource.MrzAndPrint, Check = zone.Check };
        }

        if (zone.Check == MrzCheck.Passed)
        {
            return zone with { Confidence = zone.Confidence * (1 - ((1 - Conflict) * printed.Confidence / 2)) };
        }

        FieldValue better = printed.Confidence > zone.Confidence + 0.1f ? printed : zone;
        return better with { Confidence = better.Confidence * Conflict };
    }

    private static void Apply(CrossCheck check, Dictionary<string, FieldValue> values)
    {
        FieldValue first = values[check.First];
        FieldValue second = values[check.Second];
        if (first.Value.Length == 0 || second.Value.Length == 0)
        {
            return;
        }

        bool agrees = check.Agrees(first.Value, second.Value);
        values[check.First] = Judge(first, agrees);
        values[check.Second] = Judge(second, agrees);
    }

    private static FieldValue Judge(FieldValue value, bool agrees)
    {
        // A value behind a check digit that holds does not suffer from a neighbour that was misread.
        float doubt = value.Check == MrzCheck.Passed ? 0.95f : Conflict;
        return value with { Confidence = agrees ? 1 - ((1 - value.Confidence) * 0.6f) : value.Confidence * doubt };
    }

    /// <summary>The printed part of the document: labels found, and what is left of the text once they are taken out.</summary>
    private sealed class VisualZone
    {
        private readonly PageGlyphs _glyphs;
        private readonly HashSet<Glyph> _labels = [];
        private readonly Dictionary<FieldDefinition, (float X, float Y)> _shifts = [];
        private readonly (float X, float Y) _shift;
        private readonly DocumentFrame _frame;
        private readonly IPicture _picture;

        private VisualZone(DocumentSide side, PageGlyphs glyphs, IPicture picture, DocumentFrame frame)
        {
            _glyphs = glyphs;
            _picture = picture;
            _frame = frame;
            foreach (FoundAnchor anchor in AnchorFinder.Near(side, glyphs))
            {
                Glyph first = glyphs.Lines[anchor.Line][anchor.Start];
                _shifts[anchor.Field] = (first.U - first.HalfWidth - anchor.Field.AnchorAt.X, first.V - anchor.Field.AnchorAt.Y);
                _labels.UnionWith(glyphs.Lines[anchor.Line].Skip(anchor.Start).Take(anchor.End - anchor.Start));
            }

            _shift = _shifts.Count == 0 ? (0, 0) : (Median(_shifts.Values.Select(s => s.X)), Median(_shifts.Values.Select(s => s.Y)));
        }

        public static VisualZone Of(DocumentSide side, Page page, IPicture picture, DocumentFrame frame) =>
            new(side, PageGlyphs.Of(page.Lines, frame), picture, frame);

        public FieldValue? Read(FieldDefinition field)
        {
            if (field.Region is not { } region)
            {
                return null;
            }

            bool anchored = _shifts.TryGetValue(field, out (float X, float Y) own)
                && MathF.Abs(own.X - _shift.X) < 0.05f && MathF.Abs(own.Y - _shift.Y) < 0.03f;
            (float X, float Y) shift = anchored ? own : _shift;
            FieldSource source = anchored ? FieldSource.Anchored : FieldSource.Region;
            float margin = region.Height * 0.4f;
            bool InRow(Glyph g) => g.V >= region.Y + shift.Y - margin && g.V <= region.Y + region.Height + shift.Y + margin;
            bool InRegion(Glyph g) => InRow(g) && g.U >= region.X + shift.X - 0.02f && g.U <= region.X + region.Width + shift.X;

            FieldValue? first = Parse(field, Lines(InRegion), source, 1);
            if (first?.Confidence >= Sure)
            {
                return first;
            }

            FieldValue? second = LookAgain(field, region, shift, source);
            return (second is not null && second.Confidence > (first?.Confidence ?? 0) ? second : first)
                ?? Parse(field, Lines(g => InRow(g) && g.U is > -0.05f and < 1.05f), source, RowOnly);
        }

        /// <summary>The region by itself: larger, with the reader of its script, and nothing else in sight.</summary>
        private FieldValue? LookAgain(FieldDefinition field, Region region, (float X, float Y) shift, FieldSource source)
        {
            float left = region.X + shift.X - 0.01f, right = region.X + shift.X + region.Width;
            float top = region.Y + shift.Y - (0.25f * region.Height), bottom = region.Y + shift.Y + (1.25f * region.Height);
            Quad part = new(_frame.ToPixels(left, top), _frame.ToPixels(right, top), _frame.ToPixels(right, bottom), _frame.ToPixels(left, bottom));
            List<List<Glyph>> lines = [.. PageGlyphs.Of(_picture.Read(part, field.Script), _frame).Lines.Where(l => l.Count > 0).Select(l => l.ToList())];
            return Parse(field, lines, source, 1);
        }

        private List<List<Glyph>> Lines(Func<Glyph, bool> chosen) =>
        [
            .. _glyphs.Lines.Select(line => line.Where(g => chosen(g) && !_labels.Contains(g)).ToList())
                .Where(line => line.Count > 0)
                .OrderBy(line => line[0].V),
        ];

        private FieldValue? Parse(FieldDefinition field, List<List<Glyph>> lines, FieldSource source, float trust)
        {
            string text = string.Join('\n', lines.Select(TextOf));
            if (text.Length == 0 || field.Parser!(text) is not { Length: > 0 } value)
            {
                return null;
            }

            List<Glyph> all = [.. lines.SelectMany(l => l)];
            return new FieldValue(field.Key, value, MathF.Min(MaxConfidence, all.Average(g => g.Confidence)) * trust, Around(all), source, null);
        }

        private static string TextOf(List<Glyph> glyphs) =>
            string.Concat(glyphs.Select((g, i) => i > 0 && g.SpaceBefore ? $" {g.Character}" : g.Character.ToString()));

        private Quad Around(List<Glyph> glyphs)
        {
            float left = glyphs.Min(g => g.U - g.HalfWidth);
            float right = glyphs.Max(g => g.U + g.HalfWidth);
            float top = glyphs.Min(g => g.V) - 0.02f;
            float bottom = glyphs.Max(g => g.V) + 0.02f;
            return new Quad(
                _frame.ToPixels(left, top), _frame.ToPixels(right, top), _frame.ToPixels(right, bottom), _frame.ToPixels(left, bottom));
        }

        private static float Median(IEnumerable<float> values)
        {
            float[] sorted = [.. values.Order()];
            return sorted[sorted.Length / 2];
        }
    }
}
