using OcrService.Documents;
using OcrService.Native;

namespace OcrService.Recognition.Imaging;

/// <summary>Turns an admitted file into pixels.</summary>
internal static class PictureDecoder
{
    /// <summary>
    /// The picture as a viewer shows it: decoded, transparency over white, turned by its EXIF or TIFF orientation. Its pixels are the
    /// frame of all coordinates. <see cref="ImageFaults.Corrupt"/> when it cannot be decoded, ends early, or has another size than its
    /// header told. The caller disposes the picture.
    /// </summary>
    public static Outcome<PixelImage> Decode(AdmittedImage admitted)
    {
        ArgumentNullException.ThrowIfNull(admitted);
        ReadOnlySpan<byte> file = admitted.File.Span;
        if (!DecodeStored(admitted, file).Succeeded(out PixelImage? stored, out Fault? fault)) return fault;

        bool sidesMaySwap = admitted.Format == ImageFormat.Tiff;
        if (!sidesMaySwap && (stored.Width, stored.Height) != (admitted.Width, admitted.Height))
        {
            stored.Dispose();
            return ImageFaults.Corrupt;
        }

        int orientation = ExifOrientation.Read(file, admitted.Format);
        if (orientation == ExifOrientation.Upright) return stored;
        using (stored) return stored.Oriented(orientation);
    }

    private static Outcome<PixelImage> DecodeStored(AdmittedImage admitted, ReadOnlySpan<byte> file)
    {
        try
        {
            return admitted.Format == ImageFormat.Bmp ? BmpDecoder.Decode(file) : PixelImage.Decode(file, admitted.Width, admitted.Height);
        }
        catch (NativeOcrException)
        {
            // The library's words are about the caller's bytes; the fault says all that the caller can use.
            return ImageFaults.Corrupt;
        }
    }
}
