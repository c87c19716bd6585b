using OcrService.Documents.Pages;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Reading;

/// <summary>Reads one line of text.</summary>
internal interface ILineReader
{
    /// <summary>Reads the line at a quad of the view, its first edge in reading direction; empty when it makes no sense to this reader.</summary>
    LineReading Read(PageView view, in Quad quad, CancellationToken cancellationToken);
}
