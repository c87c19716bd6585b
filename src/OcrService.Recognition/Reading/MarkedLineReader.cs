using OcrService.Documents.Pages;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Reading;

/// <summary>
/// Reads lines of writings whose letters bear marks above and below, which the detector's boxes often clip: with all their ink; where that is not
/// beyond doubt, since a neighbour's marks may have come in, the surer of it and the box alone.
/// </summary>
internal sealed class MarkedLineReader(ILineReader reader) : ILineReader
{
    /// <summary>A reading so sure is taken without a second one.</summary>
    private const float BeyondDoubt = 0.985f;

    public LineReading Read(PageView view, in Quad quad, CancellationToken cancellationToken)
    {
        LineInk ink = LineInk.Around(view, quad);
        LineReading whole = reader.Read(view, ink.Grow(quad), cancellationToken).Within(-ink.Before, 1 + ink.After);
        if (whole.Confidence >= BeyondDoubt)
            return whole;
        LineReading close = reader.Read(view, quad, cancellationToken);
        return close.Confidence > whole.Confidence ? close : whole;
    }
}
