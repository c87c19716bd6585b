using System.Diagnostics;

namespace OcrService.Native;

/// <summary>Time spent inside the engines, ONNX Runtime and Tesseract, over all threads since the start: what no code of ours can make shorter.</summary>
public static class ModelTime
{
    private static long s_ticks;

    /// <summary>The sum so far.</summary>
    public static TimeSpan Total => Stopwatch.GetElapsedTime(0, Volatile.Read(ref s_ticks));

    /// <summary>Counts from here until it is disposed.</summary>
    internal static Span Begin() => new(Stopwatch.GetTimestamp());

    /// <summary>A call into an engine.</summary>
    internal readonly ref struct Span(long started)
    {
        public void Dispose() => Interlocked.Add(ref s_ticks, Stopwatch.GetTimestamp() - started);
    }
}
