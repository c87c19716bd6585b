namespace OcrService.Native;

/// <summary>A Leptonica picture that we own.</summary>
internal sealed class PixHandle(nint created, string function) : CountedHandle(created, function)
{
    private long _bytes;

    /// <summary>Tells the garbage collector how much hangs on this small object, so that forgotten pictures are collected in time.</summary>
    public void Weigh(long bytes)
    {
        _bytes = bytes;
        GC.AddMemoryPressure(bytes);
    }

    protected override void Free(nint created)
    {
        LeptonicaNative.pixDestroy(ref created);
        if (_bytes > 0) GC.RemoveMemoryPressure(_bytes);
    }
}
