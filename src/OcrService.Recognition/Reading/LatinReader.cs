using OcrService.Documents.Pages;
using OcrService.Documents.Values;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Reading;

/// <summary>
/// Latin lines. The general reader is the best on photographs but is not sure of receipts and dot-matrix print and knows no accents; another one reads accents
/// and spaces. Where they differ a second opinion is asked for, and all vote.
/// </summary>
/// <param name="general">Chinese and Latin.</param>
/// <param name="second">The one that is asked when the others differ; may be absent.</param>
/// <param name="accented">Latin with accents and spaces; may be absent.</param>
internal sealed class LatinReader(ILineReader general, ILineReader? second, ILineReader? accented) : ILineReader
{
    /// <summary>Lines of a page surer than this are left alone.</summary>
    private const float Sure = 0.98f;

    /// <summary>How much surer a second reading has to be where there is no third.</summary>
    private const float Gain = 0.01f;

    /// <summary>Lines of a page that are looked at for accents: those with the least sure letters, since the others have none for é.</summary>
    private const int AccentVoters = 3;

    /// <summary>Probability from which an accented letter shows that a page is in a language with accents.</summary>
    private const float SureAccent = 0.9f;

    public ILineReader? Second => second;

    public ILineReader? Accented => accented;

    public LineReading Read(PageView view, in Quad quad, CancellationToken cancellationToken) =>
        Settle(general.Read(view, quad, cancellationToken), view, quad, gain: 0, cancellationToken);

    /// <summary>Reads a line that has no accents: what looks like one is ground.</summary>
    public LineReading ReadAscii(PageView view, in Quad quad, CancellationToken cancellationToken)
    {
        LineReading reading = Read(view, quad, cancellationToken);
        return reading with { Symbols = [.. reading.Symbols.Select(s => s with { Text = FuzzyText.WithoutAccent(s.Text[0]) + s.Text[1..] })] };
    }

    /// <summary>Reads the lines of a page again that the general reader was not sure of, and all Latin ones where the page turns out to have accents.</summary>
    public void Improve(PageView view, List<ReadLine> lines, CancellationToken cancellationToken)
    {
        int[] latin = [.. Enumerable.Range(0, lines.Count).Where(i => lines[i].Reading.Symbols.Count >= 2 && lines[i].Reading.Symbols.All(s => s.Text[0] < '\u0250'))];
        HashSet<int> again = [.. latin.Where(i => lines[i].Reading.Confidence < Sure)];
        if (accented is not null && HasAccents(view, [.. latin.OrderBy(i => lines[i].Reading.Symbols.Min(s => s.Probability)).Take(AccentVoters).Select(i => lines[i])], cancellationToken))
            again.UnionWith(latin);
        foreach (int i in again)
            lines[i] = lines[i] with { Reading = Settle(lines[i].Reading, view, lines[i].Quad, Gain, cancellationToken) };
    }

    private bool HasAccents(PageView view, IReadOnlyList<ReadLine> voters, CancellationToken cancellationToken) =>
        voters.Any(v => accented!.Read(view, v.Quad, cancellationToken).Symbols.Any(s => s.Text[0] > '\u00BF' && s.Probability >= SureAccent));

    private LineReading Settle(LineReading first, PageView view, in Quad quad, float gain, CancellationToken cancellationToken)
    {
        LineReading? third = accented?.Read(view, quad, cancellationToken);
        if (third is not null && ReadingVote.HasLettersOf(third, first))
            return ReadingVote.Of(first, first, third);
        if (second is null)
            return first;
        LineReading other = second.Read(view, quad, cancellationToken);
        (LineReading better, LineReading worse) = other.Confidence > first.Confidence + gain ? (other, first) : (first, other);
        return third is null || better.Symbols.Count == 0 ? better : ReadingVote.Of(better, worse, third);
    }
}
