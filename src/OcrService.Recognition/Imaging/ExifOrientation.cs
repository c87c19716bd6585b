namespace OcrService.Recognition.Imaging;

/// <summary>How a camera was held: the Exif orientation tag (CIPA DC-008).</summary>
internal static class ExifOrientation
{
    /// <summary>The picture is stored as it is to be seen.</summary>
    public const int Upright = 1;

    private const ushort Orientation = 0x0112;

    /// <summary>
    /// Reads the orientation, 1 to 8; 1 when the file has none or a wrong one. Always 1 for TIFF, whose decoder applies the tag itself,
    /// and for BMP and GIF, which have no place for it.
    /// </summary>
    public static int Read(ReadOnlySpan<byte> file, ImageFormat format)
    {
        ReadOnlySpan<byte> exif = format switch
        {
            ImageFormat.Jpeg => JpegHeader.FindExif(file),
            ImageFormat.Png => PngHeader.FindExif(file),
            ImageFormat.Webp => WebpHeader.FindExif(file),
            _ => [],
        };

        // Outside JPEG the prefix does not belong there, but some writers copy it along.
        if (exif.StartsWith("Exif\0\0"u8)) exif = exif[6..];
        return TiffDirectory.TryOpen(exif, out TiffDirectory directory) && directory.Find(Orientation).First is >= 1 and <= 8 and var found
            ? (int)found
            : Upright;
    }
}
