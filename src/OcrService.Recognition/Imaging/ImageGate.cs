using OcrService.Documents;

namespace OcrService.Recognition.Imaging;

/// <summary>Judges a file by its first bytes and its header, without decoding it.</summary>
public static class ImageGate
{
    /// <summary>
    /// Admits the file or names the fault: <see cref="ImageFaults.UnknownFormat"/>, <see cref="ImageFaults.Corrupt"/> (no readable
    /// header), <see cref="ImageFaults.SizeOutOfRange"/>, in that order.
    /// </summary>
    public static Outcome<AdmittedImage> Admit(ReadOnlyMemory<byte> file, ImageLimits limits) => ImageFaults.UnknownFormat;
}
