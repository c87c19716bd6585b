using OcrService.Documents.Mrz;
using OcrService.Documents.Pages;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Mrz;

/// <summary>A way of reading a row of a machine readable zone.</summary>
internal interface IMrzRowReader
{
    /// <summary>Reads a row, given by its quad in the view's coordinates, first edge in reading direction.</summary>
    MrzReading Read(PageView view, in Quad row, CancellationToken cancellationToken);
}
