using OcrService.Documents;

namespace OcrService.Recognition.Imaging;

/// <summary>File formats that can be told by their first bytes and decoded.</summary>
public enum ImageFormat
{
    Png,
    Jpeg,
    Bmp,
    Tiff,
    Gif,
    Webp,
}

/// <summary>What an endpoint accepts, as data.</summary>
/// <param name="Formats">Accepted formats, told by content.</param>
/// <param name="MinSide">Shortest side allowed, in pixels, inclusive.</param>
/// <param name="MaxSide">Longest side allowed, in pixels, inclusive.</param>
public sealed record ImageLimits(IReadOnlySet<ImageFormat> Formats, int MinSide, int MaxSide);

/// <summary>
/// A picture that passed the gate: format and size are known from its header, nothing is decoded yet. Made by <see cref="ImageGate"/> only.
/// </summary>
/// <param name="Format">Format told by content.</param>
/// <param name="Width">Width in pixels as stored, before any EXIF turn.</param>
/// <param name="Height">Height in pixels as stored.</param>
/// <param name="File">The complete file.</param>
public sealed record AdmittedImage(ImageFormat Format, int Width, int Height, ReadOnlyMemory<byte> File);

/// <summary>Why a picture is refused.</summary>
public static class ImageFaults
{
    /// <summary>The bytes are no picture of a format the endpoint accepts.</summary>
    public static readonly Fault UnknownFormat = new("image.unknown_format");

    /// <summary>A side lies outside the endpoint's limits.</summary>
    public static readonly Fault SizeOutOfRange = new("image.size_out_of_range");

    /// <summary>The header is broken, or the picture cannot be decoded, or it is not what its header says.</summary>
    public static readonly Fault Corrupt = new("image.corrupt");
}
