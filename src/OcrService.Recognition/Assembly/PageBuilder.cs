using System.Text;
using OcrService.Documents.Mrz;
using OcrService.Documents.Pages;
using OcrService.Recognition.Imaging;
using OcrService.Recognition.Reading;

namespace OcrService.Recognition.Assembly;

/// <summary>Puts read lines into a page: order, words, picture coordinates.</summary>
internal static class PageBuilder
{
    /// <summary>Builds the page.</summary>
    /// <param name="view">The view in which the lines' quads are given.</param>
    /// <param name="upsideDown">The page stands upside down in that view.</param>
    /// <param name="lines">Lines in any order.</param>
    /// <param name="mrzZones">Zones in picture coordinates.</param>
    public static Page Build(PageView view, bool upsideDown, IReadOnlyList<ReadLine> lines, IReadOnlyList<MrzZone> mrzZones)
    {
        Quad[] quads = [.. lines.Select(l => upsideDown ? Turned(l.Quad, view) : l.Quad)];
        List<TextLine> ordered = new(lines.Count);
        foreach (int i in ReadingOrder.Of(quads))
            ordered.Add(ToTextLine(lines[i], view));
        float angle = PageView.Normalize(view.Angle + (upsideDown ? 180 : 0));
        return new Page(view.Image.Width, view.Image.Height, angle, ordered, mrzZones);
    }

    private static Quad Turned(in Quad q, PageView view)
    {
        PagePoint far = new(view.Width, view.Height);
        return new Quad(far - q.TopLeft, far - q.TopRight, far - q.BottomRight, far - q.BottomLeft);
    }

    private static TextLine ToTextLine(ReadLine line, PageView view)
    {
        Quad quad = view.ToImage.Map(line.Quad);
        List<Word> words = [];
        StringBuilder text = new(), word = new();
        IReadOnlyList<ReadSymbol> symbols = line.Reading.Symbols;
        float sum = 0, start = 0;
        int count = 0;
        for (int i = 0; i <= symbols.Count; i++)
        {
            bool end = i == symbols.Count;
            if (!end && symbols[i].Text != " ")
            {
                word.Append(symbols[i].Text);
                sum += symbols[i].Probability;
                count++;
                continue;
            }

            float stop = end ? 1 : symbols[i].Position;
            if (count > 0)
            {
                if (text.Length > 0)
                    text.Append(' ');
                text.Append(word);
                words.Add(new Word(word.ToString(), quad.Slice(start, stop), sum / count));
            }

            word.Clear();
            sum = 0;
            count = 0;
            start = stop;
        }

        return new TextLine(text.ToString(), quad, line.Reading.Confidence, line.DetectionScore, words);
    }
}
