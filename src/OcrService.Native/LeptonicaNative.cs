using System.Runtime.InteropServices;

namespace OcrService.Native;

/// <summary>Leptonica's C interface, names as in <c>allheaders.h</c>.</summary>
internal static unsafe partial class LeptonicaNative
{
    public const string Library = "leptonica";

    private const int SeverityNone = 6;

    static LeptonicaNative()
    {
        NativeLibraries.Attach();

        // It writes to stderr about every broken picture; that is the caller's failure and not ours to log line by line.
        _ = setMsgSeverity(SeverityNone);
        PixelMemory.Provide();
    }

    public static string Version()
    {
        nint text = getLeptonicaVersion();
        try
        {
            return Marshal.PtrToStringUTF8(text) ?? "";
        }
        finally
        {
            lept_free(text);
        }
    }

    [LibraryImport(Library)]
    public static partial int setMsgSeverity(int newsev);

    [LibraryImport(Library)]
    public static partial void setPixMemoryManager(delegate* unmanaged[Cdecl]<nuint, void*> allocator, nint deallocator);

    [LibraryImport(Library)]
    public static partial nint getLeptonicaVersion();

    [LibraryImport(Library)]
    public static partial void lept_free(nint ptr);

    [LibraryImport(Library)]
    public static partial int findFileFormatBuffer(byte* buf, out int pformat);

    [LibraryImport(Library)]
    public static partial int pixReadHeaderMem(
        byte* data, nuint size, out int pformat, out int pw, out int ph, out int pbps, out int pspp, out int piscmap);

    [LibraryImport(Library)]
    public static partial nint pixReadMem(byte* data, nuint size);

    [LibraryImport(Library)]
    public static partial nint pixReadMemJpeg(byte* data, nuint size, int cmflag, int reduction, out int pnwarn, int hint);

    [LibraryImport(Library)]
    public static partial int pixWriteMem(out nint pdata, out nuint psize, PixHandle pix, int format);

    [LibraryImport(Library)]
    public static partial int pixWriteMemJpeg(out nint pdata, out nuint psize, PixHandle pix, int quality, int progressive);

    [LibraryImport(Library)]
    public static partial nint pixCreate(int width, int height, int depth);

    [LibraryImport(Library)]
    public static partial void pixDestroy(ref nint ppix);

    [LibraryImport(Library)]
    public static partial int pixGetDimensions(PixHandle pix, out int pw, out int ph, out int pd);

    [LibraryImport(Library)]
    public static partial int pixGetSpp(PixHandle pix);

    [LibraryImport(Library)]
    public static partial int pixGetWpl(PixHandle pix);

    [LibraryImport(Library)]
    public static partial uint* pixGetData(PixHandle pix);

    [LibraryImport(Library)]
    public static partial nint pixGetColormap(PixHandle pix);

    [LibraryImport(Library)]
    public static partial int pixcmapIsOpaque(nint cmap, out int popaque);

    [LibraryImport(Library)]
    public static partial nint pixRemoveColormap(PixHandle pixs, int type);

    [LibraryImport(Library)]
    public static partial int pixGetDepth(PixHandle pixs);

    [LibraryImport(Library)]
    public static partial nint pixConvertTo32(PixHandle pixs);

    [LibraryImport(Library)]
    public static partial nint pixAlphaBlendUniform(PixHandle pixs, uint color);

    [LibraryImport(Library)]
    public static partial nint pixRotateOrth(PixHandle pixs, int quads);

    [LibraryImport(Library)]
    public static partial nint pixFlipLR(nint pixd, PixHandle pixs);

    [LibraryImport(Library)]
    public static partial nint pixFlipTB(nint pixd, PixHandle pixs);
}
