using OcrService.Documents;

namespace OcrService.Recognition.Imaging;

/// <summary>TIFF 6.0, the first page. BigTIFF has another magic and is unknown.</summary>
internal static class TiffHeader
{
    private const ushort ImageWidth = 256;
    private const ushort ImageLength = 257;
    private const ushort BitsPerSample = 258;
    private const ushort Compression = 259;
    private const ushort Photometric = 262;
    private const ushort StripOffsets = 273;
    private const ushort SamplesPerPixel = 277;
    private const ushort RowsPerStrip = 278;
    private const ushort StripByteCounts = 279;
    private const ushort PlanarConfiguration = 284;
    private const ushort TileWidth = 322;

    private const uint YCbCr = 6;

    public static bool Matches(ReadOnlySpan<byte> file) => TiffDirectory.Matches(file);

    public static Outcome<ImageSize> ReadSize(ReadOnlySpan<byte> file)
    {
        if (!TiffDirectory.TryOpen(file, out TiffDirectory directory)) return ImageFaults.Corrupt;

        // The decoder reads strips of whole pixels only.
        bool isPlanar = directory.Find(PlanarConfiguration).First == 2 && directory.Find(SamplesPerPixel).First > 1;
        if (isPlanar || directory.Find(TileWidth).Count > 0) return ImageFaults.UnknownFormat;

        Outcome<ImageSize> size = ImageSize.Of(directory.Find(ImageWidth).First ?? 0, directory.Find(ImageLength).First ?? 0);
        if (size.Fault is not null) return size;
        return HoldsPixels(directory, size.Value, file.Length) ? size : ImageFaults.Corrupt;
    }

    /// <summary>
    /// Whether all strips are inside the file and could hold the pixels. The decoder leaves white what it does not find and says nothing.
    /// </summary>
    private static bool HoldsPixels(TiffDirectory directory, ImageSize size, int fileLength)
    {
        TiffValues offsets = directory.Find(StripOffsets);
        TiffValues counts = directory.Find(StripByteCounts);
        long rows = Math.Clamp(directory.Find(RowsPerStrip).First ?? uint.MaxValue, 1, (uint)size.Height);
        long strips = (size.Height + rows - 1) / rows;
        if (offsets.Count < strips || (counts.Count != 0 && counts.Count < strips)) return false;

        long packed = 0;
        for (int i = 0; i < strips; i++)
        {
            // Old writers left out the counts.
            long count = counts.Count == 0 ? Math.Max(0, fileLength - offsets[i]) : counts[i];
            if (offsets[i] + count > fileLength) return false;
            packed += count;
        }

        long bits = (directory.Find(BitsPerSample).First ?? 1) * (long)(directory.Find(SamplesPerPixel).First ?? 1);
        double unpacked = ((size.Width * (double)bits) + 7) / 8 * size.Height;
        return unpacked - size.Height <= packed * BestRatio(directory);
    }

    /// <summary>Bytes that a packed byte can stand for at best.</summary>
    private static double BestRatio(TiffDirectory directory) => directory.Find(Compression).First switch
    {
        // Plain; colour may be stored for a quarter of each side only.
        null or 1 => directory.Find(Photometric).First == YCbCr ? 16 : 1,

        // LZW: 12 bits stand for 4096 bytes.
        5 => 4096,
        8 or 32946 => 1032, // Deflate
        32773 => 64, // PackBits

        // Fax codes and JPEG spend next to nothing on a blank page.
        _ => double.PositiveInfinity,
    };
}
