using System.Collections.Concurrent;
using OcrService.Native;

namespace OcrService.Recognition.Reading;

/// <summary>
/// Tesseract engines of one language. An engine serves one line at a time, so each worker borrows its own; engines are made on demand
/// and kept, at most as many as there are workers. One that failed is thrown away, and one retires after many pages, since its
/// adaptive memory only grows.
/// </summary>
internal sealed class EnginePool(string language, byte[] traineddata) : IDisposable
{
    private const int RetireAfter = 20_000;

    private readonly ConcurrentBag<Entry> _idle = [];
    private bool _disposed;

    public string Language => language;

    /// <summary>Runs the work with an engine.</summary>
    public T Use<T>(Func<TesseractEngine, T> work)
    {
        if (!_idle.TryTake(out Entry? entry))
        {
            entry = new Entry(TesseractEngine.Open(traineddata, language));
            RecognitionTelemetry.EngineMade();
        }

        bool healthy = false;
        try
        {
            T result = work(entry.Engine);
            healthy = true;
            return result;
        }
        finally
        {
            if (healthy && ++entry.Uses < RetireAfter && !Volatile.Read(ref _disposed))
                _idle.Add(entry);
            else
                Close(entry);
        }
    }

    public void Dispose()
    {
        Volatile.Write(ref _disposed, true);
        while (_idle.TryTake(out Entry? entry))
            Close(entry);
    }

    private static void Close(Entry entry)
    {
        entry.Engine.Dispose();
        RecognitionTelemetry.EngineGone();
    }

    private sealed class Entry(TesseractEngine engine)
    {
        public TesseractEngine Engine { get; } = engine;

        public int Uses { get; set; }
    }
}
