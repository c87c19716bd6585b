using OcrService.Recognition;

namespace OcrService.Benchmarks.Readers;

/// <summary>The one place that builds the recognition for measuring in this process.</summary>
internal static class RecognizerSetup
{
    public static IRecognizer Open()
    {
        Recognizer recognizer = Recognizer.Open(new RecognitionOptions { Timeout = TimeSpan.FromMinutes(5) });
        recognizer.WarmUp();
        return recognizer;
    }
}
