using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OcrService.Native;

/// <summary>
/// The memory of decoded pixels. A picture is written once from end to end into memory fresh from the system, and with pages of 4 KiB every
/// one of them stops the worker: several thousand times a picture. Large pictures ask for huge pages (madvise(2), MADV_HUGEPAGE), which a
/// system set to "madvise" or "always" gives; anywhere else they have ordinary ones.
/// </summary>
internal static unsafe partial class PixelMemory
{
    /// <summary>Bytes of a huge page, and of the smallest picture that gets some: a worker holds few pictures, so what the last page wastes is little.</summary>
    private const nuint HugePage = 2 << 20;

    private const int AdviseHugePages = 14;

    /// <summary>Makes Leptonica take pixels from here. Must run before it makes its first picture.</summary>
    public static void Provide()
    {
        try
        {
            nint libc = NativeLibrary.Load("libc.so.6");
            LeptonicaNative.setPixMemoryManager(&Take, NativeLibrary.GetExport(libc, "free"));
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            // Another C library than glibc: Leptonica goes on with that one's malloc.
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void* Take(nuint bytes)
    {
        if (bytes < HugePage) return malloc(bytes);
        if (posix_memalign(out void* block, HugePage, bytes) != 0) return null;
        _ = madvise(block, bytes, AdviseHugePages);
        return block;
    }

    [LibraryImport("libc")]
    private static partial void* malloc(nuint size);

    [LibraryImport("libc")]
    private static partial int posix_memalign(out void* block, nuint alignment, nuint size);

    [LibraryImport("libc")]
    private static partial int madvise(void* start, nuint length, int advice);
}
