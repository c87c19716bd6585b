using OcrService.Documents;
using OcrService.Documents.Pages;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition;

/// <summary>Bytes of a picture in, a <see cref="Page"/> out. The one door of recognition; tests of the HTTP layer put their own behind it.</summary>
public interface IRecognizer
{
    /// <summary>True once models are loaded and one page was read, so that the next call is served at full speed.</summary>
    bool IsReady { get; }

    /// <summary>
    /// Reads an admitted picture. Waits in a bounded queue: a call that finds the queue full returns
    /// <see cref="RecognitionFaults.Busy"/> at once. Other faults: <see cref="ImageFaults.Corrupt"/> when the picture cannot be
    /// decoded, <see cref="RecognitionFaults.Timeout"/> when it takes longer than allowed, <see cref="RecognitionFaults.Failed"/>.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled (the client is gone).</exception>
    Task<Outcome<Page>> RecognizeAsync(AdmittedImage image, ReadingPlan plan, CancellationToken cancellationToken);
}
