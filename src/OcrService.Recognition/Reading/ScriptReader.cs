using OcrService.Documents.Pages;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Reading;

/// <summary>
/// Reads lines in writings that the general reader does not know, with readers of their own. Lines that made no sense vote: the widest of them are
/// read in every writing, and the one that makes most sense is taken for all. A page without such lines costs nothing.
/// </summary>
internal sealed class ScriptReader(IReadOnlyList<ILineReader> writings)
{
    /// <summary>A line below this confidence may be of another writing.</summary>
    private const float Nonsense = 0.62f;

    /// <summary>Such lines have to make up this share of the page's text, by length.</summary>
    private const float MinShare = 0.3f;

    /// <summary>Widest lines that are read in every writing.</summary>
    private const int Voters = 3;

    /// <summary>A reading is taken from this confidence on.</summary>
    private const float MinConfidence = 0.6f;

    /// <summary>Above this nobody else need be asked: in a wrong writing, or upside down, no line reads as well.</summary>
    private const float Certain = 0.85f;

    /// <summary>On a page of another writing so few symbols must be read as surely as this to be text of their own.</summary>
    private const int SpeckSymbols = 2;
    private const float SureSpeck = 0.95f;

    /// <summary>
    /// Replaces the lines that made no sense by their reading in another writing, where there is one. True when they were upside down.
    /// </summary>
    public bool Improve(PageView view, List<ReadLine> lines, CancellationToken cancellationToken)
    {
        List<int> weak = [.. Enumerable.Range(0, lines.Count)
            .Where(i => lines[i].Reading.Confidence < Nonsense && lines[i].Quad.Height >= 8 && lines[i].Quad.Width > 2 * lines[i].Quad.Height)
            .OrderByDescending(i => lines[i].Quad.Width)];
        if (writings.Count == 0 || weak.Count == 0 || weak.Sum(i => lines[i].Quad.Width) < MinShare * lines.Sum(l => l.Quad.Width))
            return false;
        if (Vote(view, [.. weak.Take(Voters).Select(i => lines[i].Quad)], cancellationToken) is not var (writing, upsideDown))
            return false;
        foreach (int i in weak)
        {
            Quad quad = upsideDown ? lines[i].Quad.UpsideDown : lines[i].Quad;
            LineReading reading = writing.Read(view, quad, cancellationToken);
            if (reading.Confidence >= MinConfidence)
                lines[i] = lines[i] with { Quad = quad, Reading = reading };
        }

        // Specks of the writing, taken for a letter or two of another.
        lines.RemoveAll(l => l.Reading.Symbols.Count <= SpeckSymbols && l.Reading.Confidence < SureSpeck);
        return upsideDown;
    }

    /// <summary>
    /// The writing, and the way round, in which the lines make most sense; null when they make none. The general reader could tell
    /// neither, and upside down a line still looks like some text: only both ways side by side tell.
    /// </summary>
    private (ILineReader Writing, bool UpsideDown)? Vote(PageView view, IReadOnlyList<Quad> quads, CancellationToken cancellationToken)
    {
        (ILineReader, bool)? best = null;
        float bestSense = MinConfidence;
        foreach (ILineReader writing in writings)
        {
            foreach (bool upsideDown in (ReadOnlySpan<bool>)[false, true])
            {
                float sense = quads.Average(q => writing.Read(view, upsideDown ? q.UpsideDown : q, cancellationToken).Confidence);
                if (sense > bestSense)
                    (best, bestSense) = ((writing, upsideDown), sense);
                if (bestSense > Certain)
                    return best;
            }
        }

        return best;
    }
}
