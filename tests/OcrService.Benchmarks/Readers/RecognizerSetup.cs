using OcrService.Recognition;

namespace OcrService.Benchmarks.Readers;

/// <summary>The one place that builds the recognition for measuring in this process.</summary>
internal static class RecognizerSetup
{
    public static IRecognizer Open() =>
        throw new NotSupportedException("Recognition in this process is not built in yet; measure a running service with --url.");
}
