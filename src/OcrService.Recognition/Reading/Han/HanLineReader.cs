using OcrService.Documents.Fields;
using OcrService.Documents.Pages;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Reading.Han;

/// <summary>
/// Reads short level lines of traditional characters, such as names: windows all along the line go through a network that knows
/// single characters, the best chain of them is the line, and the general reader has a say in each. (A network that reads whole lines
/// learns which characters follow each other; names are the text where that misleads, and rare characters are lost.)
/// </summary>
internal sealed class HanLineReader(HanNetwork network, ILineReader general, ReaderDictionary generalDictionary) : ILineReader
{
    /// <summary>Windows stand so many pixels of the strip apart; the network was taught to bear half of that and more.</summary>
    private const int Step = 6;

    /// <summary>The first and the last window stand so far inside the line.</summary>
    private const int End = HanStrip.Cell / 3;

    /// <summary>Columns at both sides of a window's middle that must not be empty, and the change below which they are.</summary>
    private const int MiddleReach = 12;
    private const float LeastChange = 1.2f;

    /// <summary>A line whose weakest character is surer than this, and that leaves no print over, is not looked at in other bands.</summary>
    private const float Sure = 0.9f;

    /// <summary>Print so far from every character, in em squares, is left over, if it changes by so much of what the characters do; and the most of it.</summary>
    private const float OwnReach = 0.6f, PrintShare = 0.5f, MostLeft = 0.4f;

    /// <summary>
    /// A line of so many letters and figures is none of Han when the general reader is so sure of it. (A lone one may be a character:
    /// 工 looks like I, 丁 like T.)
    /// </summary>
    private const int OtherSymbols = 2;
    private const float SureOther = 0.9f;

    /// <summary>A reading of less confidence is the ground's pattern or print of another kind.</summary>
    private const float LeastConfidence = 0.5f;

    /// <summary>Looks at a doubtful character: the size of the em square, and how far down, in em squares.</summary>
    private static readonly (float Size, float Down)[] Looks = [(1, 0), (0.9f, 0), (1.1f, 0), (1, -0.06f), (1, 0.06f)];

    private readonly HanSecondOpinion _opinion = new(network.Alphabet, generalDictionary);

    public LineReading Read(PageView view, in Quad quad, CancellationToken cancellationToken)
    {
        LineReading second = general.Read(view, quad, cancellationToken);
        LineReading best = LineReading.Empty;
        if (IsOther(second))
            return best;
        foreach (HanBand band in HanBand.Candidates(view, quad))
        {
            HanStrip strip = HanStrip.Cut(view, quad, band);
            (List<HanWindow> chain, bool isWhole) = Read(strip, second.Symbols, cancellationToken);
            bool isSure = chain.TrueForAll(w => w.Probability > Sure);
            if (!isSure)
                LookCloser(view, quad, band, strip, chain, second.Symbols, cancellationToken);
            LineReading reading = LineReading.Of([.. chain.Select(w => new ReadSymbol(network.Alphabet[w.Class], w.Probability, (float)w.Middle / strip.Width))]);
            if (reading.Sense > best.Sense)
                best = reading;
            if (isWhole && isSure)
                break;
        }

        return best.Confidence < LeastConfidence ? LineReading.Empty : best;
    }

    /// <summary>Whether the general reader is sure of a line without a single character.</summary>
    private static bool IsOther(LineReading reading) => reading.Confidence >= SureOther && reading.Symbols.Count(s => char.IsLetterOrDigit(s.Text[0])) >= OtherSymbols
        && !reading.Symbols.Any(s => WritingBlocks.Has(FieldScript.TraditionalChinese, s.Text[0]));

    /// <summary>The line in one band, and whether it leaves hardly any print over.</summary>
    private (List<HanWindow> Chain, bool IsWhole) Read(HanStrip strip, IReadOnlyList<ReadSymbol> second, CancellationToken cancellationToken)
    {
        List<int> middles = [];
        for (int middle = Math.Min(End, strip.Width / 2); middle <= Math.Max(strip.Width - End, strip.Width / 2); middle += Step)
        {
            if (strip.Change(middle, MiddleReach) > LeastChange)
                middles.Add(middle);
        }

        List<HanWindow> windows = new(middles.Count);
        network.Look(strip, middles, (probabilities, middle) => windows.Add(_opinion.Judge(probabilities, middle, strip.Width, second)), cancellationToken);
        List<HanWindow> chain = HanChain.Best(windows);
        return (chain, chain.Count > 0 && PrintLeft(strip, middles, chain) < MostLeft);
    }

    /// <summary>Doubtful characters of a chain, judged by the mean of some looks at a little more or less, above and below.</summary>
    private void LookCloser(
        PageView view, in Quad quad, HanBand band, HanStrip strip, List<HanWindow> chain, IReadOnlyList<ReadSymbol> second, CancellationToken cancellationToken)
    {
        int[] doubtful = [.. Enumerable.Range(0, chain.Count).Where(i => chain[i].Probability <= Sure)];
        float[][] sums = [.. doubtful.Select(_ => new float[network.Alphabet.Count])];
        foreach ((float size, float down) in Looks)
        {
            HanBand other = new(band.Middle + (down * band.Em), band.Em * size);
            HanStrip again = HanStrip.Cut(view, quad, other);
            int at = 0;
            network.Look(again, [.. doubtful.Select(i => Math.Clamp((int)MathF.Round((float)chain[i].Middle / strip.Width * again.Width), 0, again.Width))],
                (probabilities, _) => Add(probabilities, sums[at++]), cancellationToken);
        }

        for (int k = 0; k < doubtful.Length; k++)
        {
            chain[doubtful[k]] = _opinion.Judge(sums[k], chain[doubtful[k]].Middle, strip.Width, second);
        }
    }

    private static void Add(ReadOnlySpan<float> probabilities, float[] sum)
    {
        for (int c = 0; c < sum.Length; c++)
            sum[c] += probabilities[c] / Looks.Length;
    }

    /// <summary>How much print no character of the chain stands for, in em squares.</summary>
    private static float PrintLeft(HanStrip strip, List<int> middles, List<HanWindow> chain)
    {
        float print = PrintShare * chain.Average(w => strip.Change(w.Middle, MiddleReach));
        int left = middles.Count(m => chain.TrueForAll(w => Math.Abs(w.Middle - m) > OwnReach * HanStrip.Cell) && strip.Change(m, MiddleReach) > print);
        return (float)(left * Step) / HanStrip.Cell;
    }
}
