using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Reading;

/// <summary>
/// Reads Latin lines that the general reader is not sure of a second time, with a reader that knows nothing but ASCII: it tells the
/// letters of receipts and dot-matrix print apart better, and it keeps the spaces.
/// </summary>
internal sealed class LatinReader(TextRecognizer? reader)
{
    /// <summary>Lines surer than this are left alone.</summary>
    private const float Sure = 0.94f;

    /// <summary>How much surer the second reading has to be.</summary>
    private const float Gain = 0.01f;

    public void Improve(PageView view, List<ReadLine> lines, CancellationToken cancellationToken)
    {
        if (reader is null)
            return;
        for (int i = 0; i < lines.Count; i++)
        {
            ReadLine line = lines[i];
            if (line.Reading.Confidence >= Sure || line.Reading.Symbols.Count < 2 || !line.Reading.Symbols.All(s => s.Text[0] < '\u0250'))
                continue;
            LineReading second = reader.Read(view, line.Quad, cancellationToken);
            if (second.Confidence > line.Reading.Confidence + Gain)
                lines[i] = line with { Reading = second };
        }
    }
}
