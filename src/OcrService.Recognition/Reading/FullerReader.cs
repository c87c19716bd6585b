using OcrService.Documents.Pages;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Reading;

/// <summary>
/// Reads lines that may be of either of two readers' kind with both, and takes the reading that leaves nothing out: a reader drops what it does
/// not know, and is sure of the rest. Of readings of a length the surer counts.
/// </summary>
internal sealed class FullerReader(ILineReader one, ILineReader other) : ILineReader
{
    /// <summary>A longer reading less sure than this may have seen what is not there.</summary>
    private const float MinConfidence = 0.6f;

    public LineReading Read(PageView view, in Quad quad, CancellationToken cancellationToken)
    {
        LineReading first = one.Read(view, quad, cancellationToken), second = other.Read(view, quad, cancellationToken);
        (LineReading longer, LineReading shorter) = Count(second) > Count(first) ? (second, first) : (first, second);
        return longer.Confidence >= shorter.Confidence || (Count(longer) > Count(shorter) && longer.Confidence >= MinConfidence) ? longer : shorter;
    }

    private static int Count(LineReading reading) => reading.Symbols.Count(s => s.Text != " ");
}
