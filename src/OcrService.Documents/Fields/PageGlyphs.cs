using OcrService.Documents.Pages;
using OcrService.Documents.Values;

namespace OcrService.Documents.Fields;

/// <summary>One character with its place in the picture and in the document.</summary>
/// <param name="Character">As read.</param>
/// <param name="Center">In pixels.</param>
/// <param name="U">Fraction of the document's width.</param>
/// <param name="V">Fraction of the document's height.</param>
/// <param name="HalfWidth">Half its width as a fraction of the document's width.</param>
/// <param name="SpaceBefore">True when a space stood before it.</param>
/// <param name="Confidence">Of its word.</param>
/// <param name="Word">Number of its word on the page, to find the quad again.</param>
internal sealed record Glyph(char Character, PagePoint Center, float U, float V, float HalfWidth, bool SpaceBefore, float Confidence, int Word);

/// <summary>
/// The page's text by characters, so that a label or a value can be cut out of a line in which recognition ran columns together.
/// Han characters count as twice as wide as others.
/// </summary>
internal sealed class PageGlyphs
{
    private PageGlyphs(IReadOnlyList<IReadOnlyList<Glyph>> lines) => Lines = lines;

    public IReadOnlyList<IReadOnlyList<Glyph>> Lines { get; }

    public static PageGlyphs Of(IReadOnlyList<TextLine> read, DocumentFrame frame)
    {
        int word = 0;
        List<IReadOnlyList<Glyph>> lines = [];
        foreach (TextLine line in read)
        {
            List<Glyph> glyphs = [];
            IReadOnlyList<Word> words = line.Words.Count > 0 ? line.Words : [new Word(line.Text, line.Quad, line.Confidence)];
            foreach (Word w in words)
            {
                Append(glyphs, w, word++, frame);
            }

            lines.Add(glyphs);
        }

        return new PageGlyphs(lines);
    }

    private static void Append(List<Glyph> glyphs, Word word, int number, DocumentFrame frame)
    {
        float total = word.Text.Sum(Weight);
        float at = 0;
        bool space = glyphs.Count > 0;
        foreach (char c in word.Text)
        {
            float width = Weight(c);
            if (!char.IsWhiteSpace(c))
            {
                PagePoint center = word.Quad.At((at + (width / 2)) / total, 0.5f);
                (float u, float v) = frame.ToFractions(center);
                (float left, _) = frame.ToFractions(word.Quad.At(at / total, 0.5f));
                glyphs.Add(new Glyph(FuzzyText.ToAscii(c), center, u, v, MathF.Abs(u - left), space, word.Confidence, number));
            }

            space = char.IsWhiteSpace(c);
            at += width;
        }
    }

    private static float Weight(char c) => FuzzyText.IsHan(c) || c >= '\u3000' ? 2 : 1;
}
