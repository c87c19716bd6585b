using OcrService.Documents.Pages;
using OcrService.Documents.Values;

namespace OcrService.Documents.Fields;

/// <summary>A label found on the page.</summary>
/// <param name="Field">Field it belongs to.</param>
/// <param name="Line">Line it stands in.</param>
/// <param name="Start">First glyph.</param>
/// <param name="End">Glyph after the last one.</param>
/// <param name="Score">Letters matched less errors and distance; for comparison only.</param>
internal sealed record FoundAnchor(FieldDefinition Field, int Line, int Start, int End, float Score);

/// <summary>Finds the labels of a side, letting pass a wrong letter in four.</summary>
internal static class AnchorFinder
{
    private const int MinAnchorsForFrame = 4;
    private const float MaxOffset = 0.2f;

    /// <summary>For every field the best place of its label, near where the layout has it.</summary>
    public static IReadOnlyList<FoundAnchor> Near(DocumentSide side, PageGlyphs glyphs) =>
        Find(side, glyphs, (field, glyph) =>
            MathF.Max(MathF.Abs(glyph.U - glyph.HalfWidth - field.AnchorAt.X), MathF.Abs(glyph.V - field.AnchorAt.Y)));

    /// <summary>
    /// The document's place from its labels alone: the turn, scale and shift that bring the declared label places nearest to the found
    /// ones. Null when fewer than four labels are found or they do not lie as declared. The aspect is width by height.
    /// </summary>
    public static DocumentFrame? FrameOf(DocumentSide side, Page page, float aspect)
    {
        PageGlyphs glyphs = PageGlyphs.Of(page.Lines, new DocumentFrame(Quad.FromBox(0, 0, 1, 1)));
        List<(PagePoint Declared, PagePoint Found)> pairs =
        [
            .. Find(side, glyphs, (_, _) => 0)
                .DistinctBy(a => a.Field.AnchorAt)
                .Select(a => (new PagePoint(a.Field.AnchorAt.X * aspect, a.Field.AnchorAt.Y), LeftEdge(glyphs, a))),
        ];
        while (pairs.Count >= MinAnchorsForFrame)
        {
            Similarity fit = Similarity.Fit(pairs);
            (PagePoint Declared, PagePoint Found) worst = pairs.MaxBy(p => (fit.Apply(p.Declared) - p.Found).Length);
            // A label found in the wrong place spoils the fit: leave out the worst until the rest lie within a row of each other.
            if ((fit.Apply(worst.Declared) - worst.Found).Length <= fit.Scale * 0.05f)
            {
                return new DocumentFrame(new Quad(fit.Apply(new(0, 0)), fit.Apply(new(aspect, 0)), fit.Apply(new(aspect, 1)), fit.Apply(new(0, 1))));
            }

            pairs.Remove(worst);
        }

        return null;
    }

    private static PagePoint LeftEdge(PageGlyphs glyphs, FoundAnchor anchor)
    {
        Glyph first = glyphs.Lines[anchor.Line][anchor.Start];
        Glyph last = glyphs.Lines[anchor.Line][anchor.End - 1];
        PagePoint along = last.Center - first.Center;
        return along.Length == 0 ? first.Center : first.Center - (along * (0.5f / Math.Max(1, anchor.End - anchor.Start - 1)));
    }

    private static List<FoundAnchor> Find(DocumentSide side, PageGlyphs glyphs, Func<FieldDefinition, Glyph, float> offset)
    {
        string[] lines = [.. glyphs.Lines.Select(l => string.Concat(l.Select(g => FuzzyText.Fold(g.Character))))];
        List<FoundAnchor> found = [];
        foreach (FieldDefinition field in side.Fields.Where(f => f.Anchor is not null))
        {
            FoundAnchor? best = null;
            foreach (string label in field.Anchor!.Labels.Select(FuzzyText.Compact))
            {
                for (int line = 0; line < lines.Length; line++)
                {
                    (int start, int end, int distance) = FuzzyText.Find(lines[line], label);
                    if (end <= start || distance > label.Length / 4)
                    {
                        continue;
                    }

                    float away = offset(field, glyphs.Lines[line][start]);
                    float score = label.Length - (3 * distance) - (40 * away);
                    if (away <= MaxOffset && score > (best?.Score ?? float.NegativeInfinity))
                    {
                        best = new FoundAnchor(field, line, start, end, score);
                    }
                }
            }

            if (best is not null)
            {
                found.Add(best);
            }
        }

        return found;
    }

    /// <summary>Turn, scale and shift, fitted by least squares (complex regression).</summary>
    private readonly record struct Similarity(PagePoint Turn, PagePoint Shift)
    {
        public float Scale => Turn.Length;

        public PagePoint Apply(PagePoint p) => Rotate(p) + Shift;

        public static Similarity Fit(List<(PagePoint Declared, PagePoint Found)> pairs)
        {
            PagePoint from = pairs.Aggregate(default(PagePoint), (sum, p) => sum + p.Declared) * (1f / pairs.Count);
            PagePoint to = pairs.Aggregate(default(PagePoint), (sum, p) => sum + p.Found) * (1f / pairs.Count);
            float real = 0, imaginary = 0, norm = 0;
            foreach ((PagePoint declared, PagePoint found) in pairs)
            {
                PagePoint a = declared - from;
                PagePoint b = found - to;
                real += (a.X * b.X) + (a.Y * b.Y);
                imaginary += (a.X * b.Y) - (a.Y * b.X);
                norm += (a.X * a.X) + (a.Y * a.Y);
            }

            Similarity turn = new(norm > 0 ? new PagePoint(real / norm, imaginary / norm) : default, default);
            return turn with { Shift = to - turn.Rotate(from) };
        }

        private PagePoint Rotate(PagePoint p) => new((Turn.X * p.X) - (Turn.Y * p.Y), (Turn.Y * p.X) + (Turn.X * p.Y));
    }
}
