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
    /// <param name="image">The picture.</param>
    /// <param name="plan">What to look for.</param>
    /// <param name="work">Makes the answer of the page while the picture is still there; counts as part of the reading.</param>
    /// <param name="cancellationToken">The client is gone.</param>
    Task<Outcome<T>> RecognizeAsync<T>(AdmittedImage image, ReadingPlan plan, Func<Page, IPicture, Outcome<T>> work, CancellationToken cancellationToken)
        where T : notnull;
}

/// <summary>Short forms.</summary>
public static class RecognizerExtensions
{
    /// <summary>Reads a picture of which nothing more than the page is asked.</summary>
    public static Task<Outcome<Page>> RecognizeAsync(this IRecognizer recognizer, AdmittedImage image, ReadingPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recognizer);
        return recognizer.RecognizeAsync<Page>(image, plan, (page, _) => page, cancellationToken);
    }
}
