namespace OcrService.Native;

/// <summary>File formats as Leptonica numbers them (<c>imageio.h</c>); only those that we decode.</summary>
internal enum PixelFileFormat
{
    Bmp = 1,
    Jpeg = 2,
    Png = 3,
    Tiff = 4,
    TiffLzw = 9,
    TiffZip = 10,
    Gif = 13,
    Webp = 15,
}
