using System.Globalization;
using OcrService.Documents.Pages;
using OcrService.Documents.Values;

namespace OcrService.Documents.Fields;

/// <summary>One character with its place in the picture.</summary>
/// <param name="Character">As read, full-width forms as ASCII.</param>
/// <param name="Word">The quad of its word, in pixels.</param>
/// <param name="From">Where it begins in the word, as a fraction of the word's width.</param>
/// <param name="To">Where it ends; equal to <paramref name="From"/> for a mark that sits on its neighbour.</param>
/// <param name="SpaceBefore">True when a space stood before it.</param>
/// <param name="Confidence">Of its word.</param>
internal sealed record Glyph(char Character, Quad Word, float From, float To, bool SpaceBefore, float Confidence)
{
    /// <summary>Its middle, in pixels.</summary>
    public PagePoint Center => Word.At((From + To) / 2, 0.5f);

    /// <summary>Its left edge at half its height, in pixels.</summary>
    public PagePoint Left => Word.At(From, 0.5f);

    /// <summary>Its right edge at half its height, in pixels.</summary>
    public PagePoint Right => Word.At(To, 0.5f);
}

/// <summary>
/// The page's text by characters, so that a label or a value can be cut out of a line in which recognition ran columns together.
/// Han characters count as twice as wide as others, combining marks have no width.
/// </summary>
internal sealed class PageGlyphs
{
    private PageGlyphs(IReadOnlyList<IReadOnlyList<Glyph>> lines) => Lines = lines;

    /// <summary>The lines of the page, in its order; a line without text is empty.</summary>
    public IReadOnlyList<IReadOnlyList<Glyph>> Lines { get; }

    public static PageGlyphs Of(IReadOnlyList<TextLine> read)
    {
        List<IReadOnlyList<Glyph>> lines = [];
        foreach (TextLine line in read)
        {
            List<Glyph> glyphs = [];
            foreach (Word word in line.Words.Count > 0 ? line.Words : [new Word(line.Text, line.Quad, line.Confidence)])
            {
                Append(glyphs, word);
            }

            lines.Add(glyphs);
        }

        return new PageGlyphs(lines);
    }

    private static void Append(List<Glyph> glyphs, Word word)
    {
        float total = MathF.Max(1, word.Text.Sum(Weight));
        float at = 0;
        bool space = glyphs.Count > 0;
        foreach (char c in word.Text)
        {
            float width = Weight(c);
            if (!char.IsWhiteSpace(c))
            {
                glyphs.Add(new Glyph(FuzzyText.ToAscii(c), word.Quad, at / total, (at + width) / total, space, word.Confidence));
            }

            space = char.IsWhiteSpace(c);
            at += width;
        }
    }

    private static float Weight(char c) => FuzzyText.IsHan(c) || c >= '\u3000' ? 2
        : char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark ? 0 : 1;
}
