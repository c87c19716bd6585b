using OcrService.Documents;

namespace OcrService.Recognition.Imaging;

/// <summary>Size in pixels as a header tells it; both sides are positive.</summary>
internal readonly record struct ImageSize(int Width, int Height)
{
    public long Pixels => (long)Width * Height;

    /// <summary>The size, or <see cref="ImageFaults.Corrupt"/> when a side is not positive or beyond any format's own limit.</summary>
    public static Outcome<ImageSize> Of(long width, long height) =>
        width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue
            ? new ImageSize((int)width, (int)height)
            : ImageFaults.Corrupt;
}

/// <summary>Tells whether a file begins as the format does.</summary>
internal delegate bool MagicTest(ReadOnlySpan<byte> file);

/// <summary>Reads the size out of a header. Never throws, and takes time in proportion to the header at most.</summary>
internal delegate Outcome<ImageSize> SizeReader(ReadOnlySpan<byte> file);

/// <summary>How one format is told and measured.</summary>
/// <param name="Format">The format.</param>
/// <param name="Matches">Judges the first bytes.</param>
/// <param name="ReadSize">Reads the size; called only when the first bytes match.</param>
/// <param name="MaxPixelsPerByte">
/// The best that the format's compression can do. A file that announces more is refused before memory is taken for its pixels.
/// </param>
internal sealed record HeaderReader(ImageFormat Format, MagicTest Matches, SizeReader ReadSize, long MaxPixelsPerByte)
{
    /// <summary>A blank page of these formats costs next to nothing, so its size says nothing.</summary>
    private const long NoBound = int.MaxValue;

    /// <summary>All formats. No two match the same bytes.</summary>
    public static IReadOnlyList<HeaderReader> All { get; } =
    [
        // Deflate packs 1032 to 1, and a byte holds 8 pixels of 1 bit.
        new(ImageFormat.Png, PngHeader.Matches, PngHeader.ReadSize, 1032 * 8),

        // At least one bit for a block of 8 x 8 pixels, of a component sampled at a quarter of both sides.
        new(ImageFormat.Jpeg, JpegHeader.Matches, JpegHeader.ReadSize, 32 * 32 * 8),

        // Run lengths give 255 pixels for 2 bytes; skipping makes more, but nobody draws with skips alone.
        new(ImageFormat.Bmp, BmpHeader.Matches, BmpHeader.ReadSize, 4096),
        new(ImageFormat.Tiff, TiffHeader.Matches, TiffHeader.ReadSize, NoBound),

        // LZW: a code of 12 bits stands for 4096 pixels at most.
        new(ImageFormat.Gif, GifHeader.Matches, GifHeader.ReadSize, 4096),
        new(ImageFormat.Webp, WebpHeader.Matches, WebpHeader.ReadSize, NoBound),
    ];

    /// <summary>The reader whose magic the file carries, or null.</summary>
    public static HeaderReader? For(ReadOnlySpan<byte> file)
    {
        foreach (HeaderReader reader in All)
        {
            if (reader.Matches(file)) return reader;
        }

        return null;
    }
}
