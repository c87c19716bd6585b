using System.Runtime.InteropServices;

namespace OcrService.Native;

/// <summary>
/// Environment variables that the C libraries read. They are set in the C environment itself: .NET keeps its own copy, and
/// <see cref="Environment.SetEnvironmentVariable(string, string?)"/> never reaches <c>getenv</c>.
/// </summary>
internal static partial class NativeEnvironment
{
    /// <summary>Parameters of mallopt (malloc.h of glibc), and our values for them.</summary>
    private const int TrimThreshold = -1, MmapThreshold = -3, ArenaMax = -8, LargeBlock = 1 << 20, FreeTop = 16 << 20, Arenas = 2;

    /// <summary>Must run before any of the libraries is loaded: OpenMP reads its limit once, when it starts.</summary>
    public static void Prepare()
    {
        // One request uses one core; more workers, not more threads per page, fill the machine.
        Set("OMP_THREAD_LIMIT", "1");

        // The pinned ONNX Runtime has no telemetry compiled in. A newer one put in its place must stay silent as well.
        Set("ORT_DISABLE_TELEMETRY", "1");

        KeepHeapsSmall();
    }

    /// <summary>The value as C code sees it; null when unset.</summary>
    public static string? Get(string name) => Marshal.PtrToStringUTF8(getenv(name));

    /// <summary>
    /// The C library would keep what large pictures took: it raises the size from which a block goes back to the system with every such
    /// block, up to 32 MB, and gives every thread a heap of its own, which each keep their gaps. With that size fixed it would return and
    /// ask again for the 128 KB at a heap's end between any two operators of a model, so some free memory may stay there.
    /// </summary>
    private static void KeepHeapsSmall()
    {
        try
        {
            _ = mallopt(MmapThreshold, LargeBlock);
            _ = mallopt(TrimThreshold, FreeTop);
            _ = mallopt(ArenaMax, Arenas);
        }
        catch (EntryPointNotFoundException)
        {
            // Another C library than glibc, with its own ways.
        }
    }

    [LibraryImport("libc")]
    private static partial int mallopt(int parameter, int value);

    private static void Set(string name, string value)
    {
        if (setenv(name, value, 1) != 0) throw new NativeOcrException(nameof(setenv), Marshal.GetLastPInvokeError(), $"cannot set {name}");
    }

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint getenv(string name);
}
