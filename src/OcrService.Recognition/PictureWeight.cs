using OcrService.Recognition.Imaging;

namespace OcrService.Recognition;

/// <summary>What a picture costs in memory, told from its header.</summary>
/// <param name="File">Bytes it holds while it waits: the file.</param>
/// <param name="Pixels">Bytes it takes at most while it is read.</param>
internal readonly record struct PictureWeight(long File, long Pixels)
{
    /// <summary>
    /// Four bytes a pixel, and as many again for the picture turned as its EXIF tag asks or for what the decoder holds meanwhile (six
    /// bytes a pixel of a progressive JPEG's coefficients, freed before the turn).
    /// </summary>
    private const long BytesPerPixel = 10;

    /// <summary>From 16 megapixels on a picture is large: it takes seconds, so that a few of them could keep everybody else waiting.</summary>
    private const long LargePixels = 16_000_000;

    public bool IsLarge => Pixels >= LargePixels * BytesPerPixel;

    public static PictureWeight Of(AdmittedImage image) => new(image.File.Length, (long)image.Width * image.Height * BytesPerPixel);
}
