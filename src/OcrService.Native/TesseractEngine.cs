using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OcrService.Native;

/// <summary>A Tesseract engine (LSTM only) for one language. It reads one page at a time; threads take an engine each.</summary>
public sealed unsafe class TesseractEngine : IDisposable
{
    private const int LstmOnly = 1;
    private const int WordLevel = 3;

    /// <summary>The library keeps coordinates in 16 bits.</summary>
    private const int MaxSide = short.MaxValue;

    /// <summary>What the library assumes when a scan says nothing; a picture's own figure is rarely true and it warns on stderr without one.</summary>
    private const int AssumedResolution = 300;

    private readonly TesseractHandle _engine;
    private int _busy;

    private TesseractEngine(TesseractHandle engine) => _engine = engine;

    /// <summary>Whether a thread is inside the engine.</summary>
    internal bool IsReading => Volatile.Read(ref _busy) != 0;

    /// <summary>Makes an engine.</summary>
    /// <param name="traineddata">Content of a <c>.traineddata</c> file. It is not needed afterwards.</param>
    /// <param name="language">The language's code, for messages of the library only.</param>
    /// <exception cref="NativeOcrException">The library is missing or the data are not usable.</exception>
    public static TesseractEngine Open(ReadOnlySpan<byte> traineddata, string language)
    {
        ArgumentException.ThrowIfNullOrEmpty(language);

        // Without data the library would look for a file of its own choice.
        if (traineddata.IsEmpty) throw new ArgumentException("The trained data are empty.", nameof(traineddata));
        var engine = new TesseractHandle();
        try
        {
            // Diagnostics go to stderr otherwise, a line for every odd picture.
            _ = TesseractNative.TessBaseAPISetVariable(engine, "debug_file", "/dev/null");
            int failed;
            fixed (byte* data = traineddata)
            {
                failed = TesseractNative.TessBaseAPIInit5(engine, data, traineddata.Length, language, LstmOnly, 0, 0, 0, 0, 0, 0);
            }

            if (failed != 0)
            {
                throw new NativeOcrException(
                    nameof(TesseractNative.TessBaseAPIInit5), failed, $"the trained data for '{language}' are not usable by the LSTM engine");
            }

            return new TesseractEngine(engine);
        }
        catch
        {
            engine.Dispose();
            throw;
        }
    }

    /// <summary>Sets one of the library's variables, for example <c>tessedit_char_whitelist</c>.</summary>
    /// <exception cref="ArgumentException">The library knows no such variable, or refuses the value.</exception>
    public void SetVariable(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        using Turn turn = TakeTurn();
        if (TesseractNative.TessBaseAPISetVariable(_engine, name, value) == 0)
        {
            throw new ArgumentException($"Tesseract refuses variable '{name}'.", nameof(name));
        }
    }

    /// <summary>Reads a picture.</summary>
    /// <param name="gray">One byte per pixel, 0 black to 255 white, rows from top to bottom without padding.</param>
    /// <param name="width">Width in pixels, up to 32767.</param>
    /// <param name="height">Height in pixels, up to 32767.</param>
    /// <param name="mode">What the picture shows.</param>
    /// <param name="deadline">Longest time it may take. It is looked at between two lines of text, as the token is.</param>
    /// <param name="token">Ends the reading.</param>
    /// <exception cref="OperationCanceledException"><paramref name="token"/> was cancelled.</exception>
    /// <exception cref="TimeoutException">The deadline passed.</exception>
    /// <exception cref="NativeOcrException">The library failed.</exception>
    /// <exception cref="InvalidOperationException">Another thread is using this engine.</exception>
    public TesseractReading Recognize(
        ReadOnlySpan<byte> gray, int width, int height, PageSegMode mode, TimeSpan deadline, CancellationToken token)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, MaxSide);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, MaxSide);
        if (gray.Length != width * height) throw new ArgumentException($"{gray.Length} bytes given for {width} x {height} pixels.", nameof(gray));
        token.ThrowIfCancellationRequested();

        using Turn turn = TakeTurn();
        var watch = new Watch(deadline, token);
        GCHandle self = GCHandle.Alloc(watch);
        try
        {
            using var monitor = new TesseractMonitorHandle();
            TesseractNative.TessMonitorSetCancelThis(monitor, GCHandle.ToIntPtr(self));
            TesseractNative.TessMonitorSetCancelFunc(monitor, &ShouldStop);
            TesseractNative.TessBaseAPISetPageSegMode(_engine, (int)mode);
            int failed;
            fixed (byte* pixels = gray)
            {
                // The pixels are copied here.
                TesseractNative.TessBaseAPISetImage(_engine, pixels, width, height, 1, width);
            }

            TesseractNative.TessBaseAPISetSourceResolution(_engine, AssumedResolution);
            using (ModelTime.Begin())
                failed = TesseractNative.TessBaseAPIRecognize(_engine, monitor);
            watch.ThrowIfStopped();
            if (failed != 0) throw new NativeOcrException(nameof(TesseractNative.TessBaseAPIRecognize), failed, "the picture could not be read");
            return Collect();
        }
        finally
        {
            self.Free();

            // Results and the copy of the picture would stay in memory until the next page.
            TesseractNative.TessBaseAPIClear(_engine);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte ShouldStop(nint self, int words) => ((Watch)GCHandle.FromIntPtr(self).Target!).ShouldStop() ? (byte)1 : (byte)0;

    private static string TakeText(nint text)
    {
        try
        {
            return Marshal.PtrToStringUTF8(text) ?? "";
        }
        finally
        {
            if (text != 0) TesseractNative.TessDeleteText(text);
        }
    }

    private TesseractReading Collect()
    {
        string text = TakeText(TesseractNative.TessBaseAPIGetUTF8Text(_engine)).TrimEnd();
        var words = new List<TesseractWord>();
        nint created = TesseractNative.TessBaseAPIGetIterator(_engine);
        if (created == 0) return new TesseractReading(text, 0, words);

        using var results = new TesseractIteratorHandle(created);
        nint places = TesseractNative.TessResultIteratorGetPageIterator(results);
        do
        {
            // A block without text is in the list as well.
            string word = TakeText(TesseractNative.TessResultIteratorGetUTF8Text(results, WordLevel));
            if (word.Length == 0) continue;
            if (TesseractNative.TessPageIteratorBoundingBox(places, WordLevel, out int left, out int top, out int right, out int bottom) == 0) continue;
            float confidence = Math.Clamp(TesseractNative.TessResultIteratorConfidence(results, WordLevel) / 100, 0, 1);
            words.Add(new TesseractWord(word, confidence, left, top, right, bottom));
        }
        while (TesseractNative.TessResultIteratorNext(results, WordLevel) != 0);

        return new TesseractReading(text, words.Count == 0 ? 0 : words.Average(w => w.Confidence), words);
    }

    private Turn TakeTurn()
    {
        ObjectDisposedException.ThrowIf(_engine.IsClosed, this);
        if (Interlocked.Exchange(ref _busy, 1) != 0) throw new InvalidOperationException("The engine is reading another page; threads take an engine each.");
        return new Turn(this);
    }

    /// <summary>The exclusive use of the engine.</summary>
    private readonly ref struct Turn(TesseractEngine engine)
    {
        public void Dispose() => Volatile.Write(ref engine._busy, 0);
    }

    /// <summary>Decides when to stop and remembers why; the library's own deadline could not tell the two reasons apart.</summary>
    private sealed class Watch(TimeSpan deadline, CancellationToken token)
    {
        private readonly long _start = Stopwatch.GetTimestamp();
        private bool _late;
        private bool _cancelled;

        public bool ShouldStop()
        {
            _cancelled |= token.IsCancellationRequested;
            _late |= Stopwatch.GetElapsedTime(_start) >= deadline;
            return _cancelled || _late;
        }

        public void ThrowIfStopped()
        {
            if (_cancelled) throw new OperationCanceledException(token);
            if (_late) throw new TimeoutException($"Tesseract did not finish within {deadline.TotalMilliseconds:F0} ms.");
        }
    }
}
