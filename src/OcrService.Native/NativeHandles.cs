using System.Runtime.InteropServices;

namespace OcrService.Native;

/// <summary>Counts the native objects that are alive, so that a leak is a failing test and a visible metric.</summary>
public static class NativeHandles
{
    private static int s_live;

    /// <summary>Native objects created and not yet released, over all libraries. Process-wide ones (ONNX Runtime's environment) do not count.</summary>
    public static int Live => Volatile.Read(ref s_live);

    internal static void Added() => Interlocked.Increment(ref s_live);

    internal static void Released() => Interlocked.Decrement(ref s_live);
}

/// <summary>
/// Base of every handle here. It is built around a pointer that the library has already returned, never by the marshaller: a
/// failed creation then throws in one place and nothing is counted for it.
/// </summary>
internal abstract class CountedHandle : SafeHandle
{
    /// <summary>Owns an object.</summary>
    /// <param name="created">Pointer returned by the library.</param>
    /// <param name="function">C name of the function that returned it.</param>
    /// <exception cref="NativeOcrException">The pointer is null.</exception>
    protected CountedHandle(nint created, string function)
        : base(0, ownsHandle: true)
    {
        if (created == 0) throw new NativeOcrException(function, 0, "returned no object");
        SetHandle(created);
        NativeHandles.Added();
    }

    public sealed override bool IsInvalid => handle == 0;

    protected sealed override bool ReleaseHandle()
    {
        Free(handle);
        NativeHandles.Released();
        return true;
    }

    protected abstract void Free(nint created);
}
