using OcrService.Documents.Pages;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Reading;

/// <summary>
/// Reads lines that may be of either of two readers' kind with both, and leaves nothing out: a reader drops what it does not know, and is sure of
/// the rest. Where one saw more, what it saw fills the gaps of the other; of readings of a length the surer counts.
/// </summary>
internal sealed class FullerReader(ILineReader one, ILineReader other) : ILineReader
{
    /// <summary>A longer reading less sure than this may have seen what is not there.</summary>
    private const float MinConfidence = 0.6f;

    /// <summary>Probability from which a symbol of the shorter reading stays, and how far from it, in symbols' widths, the longer reading's stands.</summary>
    private const float Sure = 0.9f, SamePlace = 0.5f;

    public LineReading Read(PageView view, in Quad quad, CancellationToken cancellationToken)
    {
        LineReading first = one.Read(view, quad, cancellationToken), second = other.Read(view, quad, cancellationToken);
        (LineReading longer, LineReading shorter) = Count(second) > Count(first) ? (second, first) : (first, second);
        if (Count(longer) > Count(shorter))
            return longer.Confidence >= MinConfidence ? Filled(shorter, longer) : shorter.Confidence > longer.Confidence ? shorter : longer;
        return longer.Confidence >= shorter.Confidence ? longer : shorter;
    }

    private static int Count(LineReading reading) => reading.Symbols.Count(s => s.Text != " ");

    /// <summary>The longer reading with the sure symbols of the shorter in their places.</summary>
    private static LineReading Filled(LineReading shorter, LineReading longer)
    {
        float width = 1f / longer.Symbols.Count;
        return LineReading.Of(
        [
            .. longer.Symbols.Select(s => shorter.Symbols.Where(o => o.Probability >= Sure && MathF.Abs(o.Position - s.Position) < SamePlace * width)
                .OrderBy(o => MathF.Abs(o.Position - s.Position)).Append(s).First()),
        ]);
    }
}
