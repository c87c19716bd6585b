using OcrService.Documents;

namespace OcrService.Recognition.Imaging;

/// <summary>Judges a file by its first bytes and its header, without decoding it.</summary>
public static class ImageGate
{
    /// <summary>
    /// Admits the file or names the fault: <see cref="ImageFaults.UnknownFormat"/> (also for kinds of a known format that cannot be
    /// decoded, such as animations), <see cref="ImageFaults.Corrupt"/> (no readable header, or a file far too small for the picture it
    /// announces), <see cref="ImageFaults.SizeOutOfRange"/>, in that order.
    /// </summary>
    public static Outcome<AdmittedImage> Admit(ReadOnlyMemory<byte> file, ImageLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        ReadOnlySpan<byte> bytes = file.Span;
        if (HeaderReader.For(bytes) is not { } reader || !limits.Formats.Contains(reader.Format)) return ImageFaults.UnknownFormat;
        if (!reader.ReadSize(bytes).Succeeded(out ImageSize size, out Fault? fault)) return fault;
        if (size.Pixels > reader.MaxPixelsPerByte * bytes.Length) return ImageFaults.Corrupt;
        if (Math.Min(size.Width, size.Height) < limits.MinSide || Math.Max(size.Width, size.Height) > limits.MaxSide)
        {
            return ImageFaults.SizeOutOfRange;
        }

        return new AdmittedImage(reader.Format, size.Width, size.Height, file);
    }
}
