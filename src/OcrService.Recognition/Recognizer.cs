using OcrService.Documents;
using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition;

/// <summary>The recogniser: models, workers and queue behind <see cref="IRecognizer"/>. One instance serves the whole process.</summary>
public sealed class Recognizer : IRecognizer, IDisposable
{
    private readonly RecognitionModels _models;
    private readonly RecognitionGate _gate;
    private readonly TimeSpan _timeout;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Action<Exception>? _failed;
    private bool _ready;

    private Recognizer(RecognitionModels models, RecognitionOptions options, Action<Exception>? failed)
    {
        _models = models;
        _gate = new RecognitionGate(options.EffectiveWorkers, options.QueueLength, options.EffectivePictureMemory);
        _timeout = options.Timeout;
        _failed = failed;
    }

    public bool IsReady => Volatile.Read(ref _ready);

    /// <summary>Loads natives and models.</summary>
    /// <param name="options">Settings.</param>
    /// <param name="failed">Told of every internal failure, which the caller of <see cref="RecognizeAsync"/> sees only as a fault.</param>
    /// <exception cref="InvalidDataException">A model is missing or is not the listed one.</exception>
    /// <exception cref="NativeOcrException">A native library is missing or has the wrong version; the message names the package.</exception>
    public static Recognizer Open(RecognitionOptions options, Action<Exception>? failed = null) => new(RecognitionModels.Load(options), options, failed);

    /// <summary>Reads a small picture of our own on every worker, so that the first call is served at full speed; then <see cref="IsReady"/> is true.</summary>
    public void WarmUp()
    {
        using PixelImage page = WarmUpPage.Draw();
        _models.Pipeline.Read(page, new ReadingPlan { FindMrz = true }, _stopping.Token);
        // No zone is found among the bars.
        _models.MrzReaders[0].Read(PageView.Upright(page), WarmUpPage.Row, _stopping.Token);
        Volatile.Write(ref _ready, true);
    }

    public async Task<Outcome<T>> RecognizeAsync<T>(
        AdmittedImage image, ReadingPlan plan, Func<Page, IPicture, Outcome<T>> work, CancellationToken cancellationToken)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(plan);
        using CancellationTokenSource limit = new(_timeout);
        using CancellationTokenSource any = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stopping.Token, cancellationToken);
        try
        {
            // The gate is gone once we have stopped, and a gate that is gone does not look at the token.
            any.Token.ThrowIfCancellationRequested();
            return await _gate.RunAsync(PictureWeight.Of(image), () => Read(image, plan, work, any.Token), any.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return _stopping.IsCancellationRequested ? RecognitionFaults.Stopping : RecognitionFaults.Timeout;
        }
        catch (NativeOcrException e)
        {
            _failed?.Invoke(e);
            return RecognitionFaults.Failed;
        }
    }

    /// <summary>Ends running work and frees the models. Calls made later, and those still waiting, end as <see cref="RecognitionFaults.Stopping"/>.</summary>
    public void Dispose()
    {
        if (_stopping.IsCancellationRequested)
            return;
        _stopping.Cancel();
        // Native work looks at the token between and inside its steps; the models may go only after it has left them.
        SpinWait.SpinUntil(() => _gate.Admitted == 0, TimeSpan.FromSeconds(10));
        _gate.Dispose();
        _models.Dispose();
    }

    private Outcome<T> Read<T>(AdmittedImage image, ReadingPlan plan, Func<Page, IPicture, Outcome<T>> work, CancellationToken cancellationToken)
        where T : notnull
    {
        cancellationToken.ThrowIfCancellationRequested();
        RecognitionTelemetry.Admitted(image);
        if (!Decode(image).Succeeded(out PixelImage? picture, out Fault? fault))
            return fault;
        using (picture)
        {
            Page page = _models.Pipeline.Read(picture, plan, cancellationToken);
            RecognitionTelemetry.Built(page);
            using (RecognitionTelemetry.Begin(RecognitionTelemetry.Extract))
                return work(page, _models.LookAgain(picture, cancellationToken));
        }
    }

    private static Outcome<PixelImage> Decode(AdmittedImage image)
    {
        using (RecognitionTelemetry.Begin(RecognitionTelemetry.Decode))
            return PictureDecoder.Decode(image);
    }
}
