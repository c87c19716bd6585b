using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Reading;

/// <summary>
/// Reads lines in writings that the general reader does not know, with Tesseract. Lines that made no sense vote: the widest of them are
/// read in every writing, and the one that makes most sense is taken for all. A page without such lines costs nothing.
/// </summary>
internal sealed class ScriptReader(IReadOnlyList<ScriptReader.Script> scripts) : IDisposable
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

    /// <summary>Height of a line as Tesseract reads it best, with white around it, in pixels.</summary>
    private const int Height = 40, Margin = 8;

    private static readonly TimeSpan LineLimit = TimeSpan.FromSeconds(5);

    /// <summary>A writing: its engines and the Unicode block of its letters.</summary>
    public sealed record Script(EnginePool Engines, char First, char Last);

    /// <summary>Replaces the lines that made no sense by their reading in another writing, where there is one.</summary>
    public void Improve(PageView view, List<ReadLine> lines, CancellationToken cancellationToken)
    {
        List<int> weak = [.. Enumerable.Range(0, lines.Count)
            .Where(i => lines[i].Reading.Confidence < Nonsense && lines[i].Quad.Height >= 8 && lines[i].Quad.Width > 2 * lines[i].Quad.Height)
            .OrderByDescending(i => lines[i].Quad.Width)];
        if (scripts.Count == 0 || weak.Count == 0 || weak.Sum(i => lines[i].Quad.Width) < MinShare * lines.Sum(l => l.Quad.Width))
            return;
        if (Vote(view, [.. weak.Take(Voters).Select(i => lines[i].Quad)], cancellationToken) is not var (script, upsideDown))
            return;
        foreach (int i in weak)
        {
            Quad quad = upsideDown ? lines[i].Quad.UpsideDown : lines[i].Quad;
            LineReading reading = Read(view, quad, script, cancellationToken);
            if (reading.Confidence >= MinConfidence)
                lines[i] = lines[i] with { Quad = quad, Reading = reading };
        }

        // Specks of the writing, taken for a letter or two of another.
        lines.RemoveAll(l => l.Reading.Symbols.Count <= SpeckSymbols && l.Reading.Confidence < SureSpeck);
    }

    public void Dispose()
    {
        foreach (Script script in scripts)
            script.Engines.Dispose();
    }

    /// <summary>
    /// The writing, and the way round, in which the lines make most sense; null when they make none. The general reader could tell
    /// neither, and upside down a line still looks like some text: only both ways side by side tell.
    /// </summary>
    private (Script Script, bool UpsideDown)? Vote(PageView view, IReadOnlyList<Quad> quads, CancellationToken cancellationToken)
    {
        (Script, bool)? best = null;
        float bestSense = MinConfidence;
        foreach (Script script in scripts)
        {
            foreach (bool upsideDown in (ReadOnlySpan<bool>)[false, true])
            {
                float sense = quads.Average(q => Read(view, upsideDown ? q.UpsideDown : q, script, cancellationToken).Confidence);
                if (sense > bestSense)
                    (best, bestSense) = ((script, upsideDown), sense);
                if (bestSense > Certain)
                    return best;
            }
        }

        return best;
    }

    /// <summary>One line in one writing; empty when most of its letters are of another.</summary>
    private static LineReading Read(PageView view, in Quad quad, Script script, CancellationToken cancellationToken)
    {
        LineCrop crop = new(view.ToImage.Map(quad));
        int width = Math.Min(4096, crop.WidthAt(Height));
        int fullWidth = width + (2 * Margin), fullHeight = Height + (2 * Margin);
        byte[] gray = new byte[fullWidth * fullHeight];
        Array.Fill(gray, byte.MaxValue);
        TensorSampler.FillGray(view.Image, crop.ToImage(width, Height), width, Height, gray.AsSpan((Margin * fullWidth) + Margin), fullWidth);
        TesseractReading reading;
        try
        {
            reading = script.Engines.Use(e => e.Recognize(gray, fullWidth, fullHeight, PageSegMode.SingleLine, LineLimit, cancellationToken));
        }
        catch (TimeoutException)
        {
            return LineReading.Empty;
        }

        string text = reading.Text.Trim();
        int letters = text.Count(c => !char.IsWhiteSpace(c));
        if (letters == 0 || text.Count(c => c >= script.First && c <= script.Last) < 0.6f * letters)
            return LineReading.Empty;
        List<ReadSymbol> symbols = new(text.Length);
        for (int i = 0; i < text.Length; i++)
            symbols.Add(new ReadSymbol(char.IsWhiteSpace(text[i]) ? " " : text[i].ToString(), reading.Confidence, (i + 0.5f) / text.Length));
        return LineReading.Of(symbols);
    }
}
