using System.Runtime.InteropServices;

namespace OcrService.Native;

/// <summary>Tesseract's C interface, names as in <c>capi.h</c>. Its BOOL is an int.</summary>
internal static unsafe partial class TesseractNative
{
    public const string Library = "tesseract";

    static TesseractNative() => NativeLibraries.Attach();

    public static string Version() => Marshal.PtrToStringUTF8(TessVersion()) ?? "";

    /// <summary>The returned text is static.</summary>
    [LibraryImport(Library)]
    public static partial nint TessVersion();

    [LibraryImport(Library)]
    public static partial nint TessBaseAPICreate();

    [LibraryImport(Library)]
    public static partial void TessBaseAPIDelete(nint handle);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int TessBaseAPIInit5(
        TesseractHandle handle, byte* data, int dataSize, string language, int mode, nint configs, int configsSize,
        nint varsVec, nint varsValues, nuint varsVecSize, int setOnlyNonDebugParams);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int TessBaseAPISetVariable(TesseractHandle handle, string name, string value);

    [LibraryImport(Library)]
    public static partial void TessBaseAPISetPageSegMode(TesseractHandle handle, int mode);

    [LibraryImport(Library)]
    public static partial void TessBaseAPISetImage(
        TesseractHandle handle, byte* imagedata, int width, int height, int bytesPerPixel, int bytesPerLine);

    [LibraryImport(Library)]
    public static partial void TessBaseAPISetSourceResolution(TesseractHandle handle, int ppi);

    [LibraryImport(Library)]
    public static partial int TessBaseAPIRecognize(TesseractHandle handle, TesseractMonitorHandle monitor);

    [LibraryImport(Library)]
    public static partial nint TessBaseAPIGetUTF8Text(TesseractHandle handle);

    [LibraryImport(Library)]
    public static partial int TessBaseAPIMeanTextConf(TesseractHandle handle);

    [LibraryImport(Library)]
    public static partial void TessBaseAPIClear(TesseractHandle handle);

    [LibraryImport(Library)]
    public static partial nint TessBaseAPIGetIterator(TesseractHandle handle);

    [LibraryImport(Library)]
    public static partial void TessResultIteratorDelete(nint handle);

    /// <summary>The returned iterator is the same object, not to be deleted.</summary>
    [LibraryImport(Library)]
    public static partial nint TessResultIteratorGetPageIterator(TesseractIteratorHandle handle);

    [LibraryImport(Library)]
    public static partial int TessResultIteratorNext(TesseractIteratorHandle handle, int level);

    [LibraryImport(Library)]
    public static partial nint TessResultIteratorGetUTF8Text(TesseractIteratorHandle handle, int level);

    [LibraryImport(Library)]
    public static partial float TessResultIteratorConfidence(TesseractIteratorHandle handle, int level);

    [LibraryImport(Library)]
    public static partial int TessPageIteratorBoundingBox(nint handle, int level, out int left, out int top, out int right, out int bottom);

    [LibraryImport(Library)]
    public static partial void TessDeleteText(nint text);

    [LibraryImport(Library)]
    public static partial nint TessMonitorCreate();

    [LibraryImport(Library)]
    public static partial void TessMonitorDelete(nint monitor);

    [LibraryImport(Library)]
    public static partial void TessMonitorSetCancelFunc(TesseractMonitorHandle monitor, delegate* unmanaged[Cdecl]<nint, int, byte> cancelFunc);

    [LibraryImport(Library)]
    public static partial void TessMonitorSetCancelThis(TesseractMonitorHandle monitor, nint cancelThis);
}
