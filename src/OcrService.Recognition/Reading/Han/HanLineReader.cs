using System.Buffers;
using OcrService.Documents.Fields;
using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Reading.Han;

/// <summary>
/// Reads short level lines of traditional characters, such as names: windows all along the line go through a network that knows
/// single characters, the best chain of them is the line, and the general reader has a say in each. (A network that reads whole lines
/// learns which characters follow each other; names are the text where that misleads, and rare characters are lost.)
/// </summary>
internal sealed class HanLineReader : ILineReader
{
    /// <summary>Windows stand so many pixels of the strip apart; the network was taught to bear half of that and more.</summary>
    private const int Step = 6;

    /// <summary>The first and the last window stand so far inside the line.</summary>
    private const int End = HanStrip.Cell / 3;

    /// <summary>Columns at both sides of a window's middle that must not be empty, and the change below which they are.</summary>
    private const int MiddleReach = 12;
    private const float LeastChange = 1.2f;

    /// <summary>A line whose weakest character is surer than this is not looked at in other bands.</summary>
    private const float Sure = 0.8f;

    /// <summary>A line of so many symbols, none of them Han, is none of Han when the general reader is so sure of it.</summary>
    private const int OtherSymbols = 4;
    private const float SureOther = 0.85f;

    /// <summary>Most windows that go through the network at once.</summary>
    private const int Batch = 32;

    private readonly OnnxSession _session;
    private readonly ILineReader _general;
    private readonly HanAlphabet _alphabet;
    private readonly HanSecondOpinion _opinion;

    /// <summary>Takes the network of single characters and the reader that has a say.</summary>
    public HanLineReader(OnnxSession session, HanAlphabet alphabet, ILineReader general, ReaderDictionary generalDictionary)
    {
        _session = session;
        _alphabet = alphabet;
        _general = general;
        _opinion = new HanSecondOpinion(alphabet, generalDictionary);
    }

    public LineReading Read(PageView view, in Quad quad, CancellationToken cancellationToken)
    {
        LineReading general = _general.Read(view, quad, cancellationToken);
        LineReading best = LineReading.Empty;
        if (IsOther(general))
            return best;
        foreach (HanBand band in HanBand.Candidates(view, quad))
        {
            LineReading reading = Read(HanStrip.Cut(view, quad, band), general.Symbols, cancellationToken);
            if (reading.Sense > best.Sense)
                best = reading;
            if (best.Symbols.Count > 0 && best.Symbols.Min(s => s.Probability) > Sure)
                break;
        }

        return best;
    }

    /// <summary>Whether the general reader is sure of a line without a single character: Latin letters and figures are its own matter.</summary>
    private static bool IsOther(LineReading general) => general.Confidence >= SureOther && general.Symbols.Count(s => s.Text != " ") >= OtherSymbols
        && !general.Symbols.Any(s => WritingBlocks.Has(FieldScript.TraditionalChinese, s.Text[0]));

    private LineReading Read(HanStrip strip, IReadOnlyList<ReadSymbol> general, CancellationToken cancellationToken)
    {
        List<int> middles = [];
        for (int middle = Math.Min(End, strip.Width / 2); middle <= Math.Max(strip.Width - End, strip.Width / 2); middle += Step)
        {
            if (strip.Change(middle, MiddleReach) > LeastChange)
                middles.Add(middle);
        }

        List<HanWindow> windows = new(middles.Count);
        for (int from = 0; from < middles.Count; from += Batch)
            Classify(strip, middles[from..Math.Min(middles.Count, from + Batch)], general, windows, cancellationToken);
        return LineReading.Of([.. HanChain.Best(windows).Select(w => new ReadSymbol(_alphabet[w.Class], w.Probability, (float)w.Middle / strip.Width))]);
    }

    private void Classify(HanStrip strip, List<int> middles, IReadOnlyList<ReadSymbol> general, List<HanWindow> windows, CancellationToken cancellationToken)
    {
        const int area = HanStrip.Window * HanStrip.Window;
        float[] input = ArrayPool<float>.Shared.Rent(middles.Count * area);
        try
        {
            for (int i = 0; i < middles.Count; i++)
                strip.Fill(middles[i], input.AsSpan(i * area, area));
            using OnnxTensor output = _session.Run(input.AsMemory(0, middles.Count * area), [middles.Count, 1, HanStrip.Window, HanStrip.Window], cancellationToken);
            for (int i = 0; i < middles.Count; i++)
            {
                ReadOnlySpan<float> probabilities = output.Data.Slice(i * _alphabet.Count, _alphabet.Count);
                windows.Add(_opinion.Judge(probabilities, middles[i], strip.Width, general));
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(input);
        }
    }
}
