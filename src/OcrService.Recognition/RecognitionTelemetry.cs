using System.Diagnostics;
using System.Diagnostics.Metrics;
using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition;

/// <summary>
/// What recognition tells about itself: durations, counts and scores, and never what was read. Whoever listens knows it by
/// <see cref="Name"/>; while nobody listens, a step costs two comparisons.
/// </summary>
public static class RecognitionTelemetry
{
    /// <summary>The steps of <see cref="RecognitionPipeline"/> and <see cref="Recognizer"/>, as spans and as values of the tag <c>step</c>.</summary>
    internal const string Decode = "decode", Detect = "detect", Read = "read", Mrz = "mrz",
        Latin = "latin", Scripts = "scripts", Build = "build", Extract = "extract";

    private const string SourceName = "OcrService.Recognition";

    private static readonly ActivitySource Source = new(SourceName);
    private static readonly Meter Meter = new(SourceName);
    private static readonly Lock Lock = new();
    private static readonly List<RecognitionGate> Gates = [];
    private static int s_engines;

    private static readonly Histogram<double> StepDuration = Meter.CreateHistogram(
        "ocr.recognition.step.duration",
        "s",
        "Duration of one step of the pipeline",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });

    private static readonly Histogram<double> QueueWait = Meter.CreateHistogram(
        "ocr.recognition.queue.wait",
        "s",
        "Time a picture waited for a worker",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50] });

    private static readonly Histogram<double> Pixels = Meter.CreateHistogram(
        "ocr.recognition.pixels",
        "{pixel}",
        "Pixels of the pictures read",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1e4, 1e5, 2.5e5, 5e5, 1e6, 2e6, 4e6, 8e6, 1.6e7, 3.2e7, 6.4e7] });

    private static readonly Histogram<double> Confidence = Meter.CreateHistogram(
        "ocr.recognition.line.confidence",
        "1",
        "Confidence of the lines read, 0 to 1",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.925, 0.95, 0.975, 0.99] });

    static RecognitionTelemetry()
    {
        Meter.CreateObservableGauge("ocr.recognition.queue.length", () => Sum(g => g.Waiting), "{picture}", "Pictures waiting for a worker");
        Meter.CreateObservableGauge("ocr.recognition.workers.running", () => Sum(g => g.Running), "{worker}", "Workers reading a picture");
        Meter.CreateObservableGauge("ocr.recognition.workers.limit", () => Sum(g => g.Workers), "{worker}", "Workers there are");
        Meter.CreateObservableGauge("ocr.recognition.engines", () => Volatile.Read(ref s_engines), "{engine}", "Tesseract engines in the pools and in use");
        Meter.CreateObservableCounter("ocr.recognition.model.time", () => ModelTime.Total.TotalSeconds, "s", "Time spent inside ONNX Runtime and Tesseract");
        Meter.CreateObservableGauge("ocr.recognition.native.handles", () => NativeHandles.Live, "{handle}", "Native objects created and not yet released");
    }

    /// <summary>Name of the meter and of the activity source. Who asks for it brings the instruments into being.</summary>
    public static string Name => SourceName;

    /// <summary>Begins a step; disposing it ends it.</summary>
    internal static Step Begin(string step) => new(step, Source.StartActivity(step), StepDuration.Enabled ? Stopwatch.GetTimestamp() : 0);

    internal static void Waited(long since) => QueueWait.Record(Stopwatch.GetElapsedTime(since).TotalSeconds);

    internal static void Admitted(AdmittedImage image) => Pixels.Record((double)image.Width * image.Height);

    internal static void Built(Page page)
    {
        if (!Confidence.Enabled)
            return;
        foreach (TextLine line in page.Lines)
            Confidence.Record(line.Confidence);
    }

    internal static void EngineMade() => Interlocked.Increment(ref s_engines);

    internal static void EngineGone() => Interlocked.Decrement(ref s_engines);

    internal static void Opened(RecognitionGate gate)
    {
        lock (Lock)
            Gates.Add(gate);
    }

    internal static void Closed(RecognitionGate gate)
    {
        lock (Lock)
            Gates.Remove(gate);
    }

    private static int Sum(Func<RecognitionGate, int> count)
    {
        lock (Lock)
            return Gates.Sum(count);
    }

    /// <summary>A step that runs.</summary>
    internal readonly struct Step(string name, Activity? activity, long started) : IDisposable
    {
        public void Dispose()
        {
            if (started != 0)
                StepDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("step", name));
            activity?.Dispose();
        }
    }
}
