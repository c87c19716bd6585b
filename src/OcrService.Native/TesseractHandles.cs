namespace OcrService.Native;

/// <summary>An engine.</summary>
internal sealed class TesseractHandle() : CountedHandle(TesseractNative.TessBaseAPICreate(), nameof(TesseractNative.TessBaseAPICreate))
{
    protected override void Free(nint created) => TesseractNative.TessBaseAPIDelete(created);
}

/// <summary>What an engine asks between two lines whether to go on.</summary>
internal sealed class TesseractMonitorHandle() : CountedHandle(TesseractNative.TessMonitorCreate(), nameof(TesseractNative.TessMonitorCreate))
{
    protected override void Free(nint created) => TesseractNative.TessMonitorDelete(created);
}

/// <summary>A place in an engine's results.</summary>
internal sealed class TesseractIteratorHandle(nint created) : CountedHandle(created, nameof(TesseractNative.TessBaseAPIGetIterator))
{
    protected override void Free(nint created) => TesseractNative.TessResultIteratorDelete(created);
}
