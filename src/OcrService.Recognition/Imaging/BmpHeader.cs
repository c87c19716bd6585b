using System.Buffers.Binary;
using OcrService.Documents;

namespace OcrService.Recognition.Imaging;

/// <summary>How the pixels of a BMP are packed.</summary>
internal enum BmpPacking
{
    Plain,
    RunLength8,
    RunLength4,
    Masks,
}

/// <summary>
/// Header of a BMP file: OS/2 1.x (12 bytes), OS/2 2.x (16 or 64), Windows 3 (40), with masks (52, 56), version 4 (108) and 5 (124).
/// </summary>
/// <param name="Size">Size in pixels.</param>
/// <param name="IsTopDown">Whether the first row stored is the top one.</param>
/// <param name="Bits">Bits per pixel: 1, 2, 4, 8, 16, 24 or 32.</param>
/// <param name="Packing">How they are packed.</param>
/// <param name="Masks">Bits of a 16 or 32 bit pixel for red, green, blue and transparency; 0 where there are none.</param>
/// <param name="PaletteOffset">Where the palette begins in the file.</param>
/// <param name="PaletteEntry">Bytes per palette entry: 3 or 4, blue first.</param>
/// <param name="PaletteCount">Entries of the palette, as far as they lie before the pixels; 0 when there is none.</param>
/// <param name="PixelOffset">Where the pixels begin in the file.</param>
internal sealed record BmpHeader(
    ImageSize Size, bool IsTopDown, int Bits, BmpPacking Packing, BmpMasks Masks,
    int PaletteOffset, int PaletteEntry, int PaletteCount, int PixelOffset)
{
    private const int FileHeader = 14;
    private const int CoreHeader = 12;
    private const int InfoHeader = 40;

    public static bool Matches(ReadOnlySpan<byte> file) => file.StartsWith("BM"u8);

    public static Outcome<ImageSize> ReadSize(ReadOnlySpan<byte> file) =>
        Read(file).Succeeded(out BmpHeader? header, out Fault? fault) ? header.Size : fault;

    public static Outcome<BmpHeader> Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < FileHeader + CoreHeader) return ImageFaults.Corrupt;
        uint pixels = BinaryPrimitives.ReadUInt32LittleEndian(file[10..]);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(file[FileHeader..]);
        if (length is not (CoreHeader or 16 or InfoHeader or 52 or 56 or 64 or 108 or 124)) return ImageFaults.Corrupt;
        if (file.Length < FileHeader + length || pixels < FileHeader + length || pixels > file.Length) return ImageFaults.Corrupt;

        ReadOnlySpan<byte> info = file.Slice(FileHeader, (int)length);
        bool isCore = length == CoreHeader;
        long width = isCore ? BinaryPrimitives.ReadUInt16LittleEndian(info[4..]) : BinaryPrimitives.ReadInt32LittleEndian(info[4..]);
        long height = isCore ? BinaryPrimitives.ReadUInt16LittleEndian(info[6..]) : BinaryPrimitives.ReadInt32LittleEndian(info[8..]);
        if (!ImageSize.Of(width, Math.Abs(height)).Succeeded(out ImageSize size, out Fault? fault)) return fault;
        int bits = BinaryPrimitives.ReadUInt16LittleEndian(info[(isCore ? 10 : 14)..]);
        uint compression = length >= InfoHeader ? BinaryPrimitives.ReadUInt32LittleEndian(info[16..]) : 0;
        uint colors = length >= InfoHeader ? BinaryPrimitives.ReadUInt32LittleEndian(info[32..]) : 0;
        if (bits is not (1 or 2 or 4 or 8 or 16 or 24 or 32)) return ImageFaults.Corrupt;
        if (PackingOf(compression, bits, isOs2: length == 64) is not { } packing) return ImageFaults.UnknownFormat;

        int palette = FileHeader + (int)length;
        BmpMasks masks = BmpMasks.Usual(bits);
        if (packing == BmpPacking.Masks)
        {
            // In the header from its second version on, behind it before.
            const uint withTransparency = 6;
            int maskBytes = compression == withTransparency || length >= 56 ? 16 : 12;
            if (file.Length < FileHeader + InfoHeader + maskBytes) return ImageFaults.Corrupt;
            masks = BmpMasks.Read(file.Slice(FileHeader + InfoHeader, maskBytes));
            if (length == InfoHeader) palette += maskBytes;
        }

        int entry = isCore ? 3 : 4;
        int count = 0;
        if (bits <= 8)
        {
            int most = 1 << bits;
            count = colors == 0 ? most : (int)Math.Min(colors, (uint)most);
            count = Math.Min(count, ((int)pixels - palette) / entry);
            if (count <= 0) return ImageFaults.Corrupt;
        }

        return new BmpHeader(size, height < 0, bits, packing, masks, palette, entry, count, (int)pixels);
    }

    private static BmpPacking? PackingOf(uint compression, int bits, bool isOs2) => (compression, bits) switch
    {
        (0, _) => BmpPacking.Plain,
        (1, 8) => BmpPacking.RunLength8,
        (2, 4) => BmpPacking.RunLength4,
        (3 or 6, 16 or 32) when !isOs2 => BmpPacking.Masks,
        _ => null, // a JPEG or PNG inside, fax codes, or nonsense
    };
}

/// <summary>Which bits of a pixel belong to which channel.</summary>
internal readonly record struct BmpMasks(uint Red, uint Green, uint Blue, uint Alpha)
{
    /// <summary>What a header without masks means. The fourth byte of 32 bits is unused then, not transparency.</summary>
    public static BmpMasks Usual(int bits) => bits == 16 ? new(0x7C00, 0x03E0, 0x001F, 0) : new(0xFF0000, 0x00FF00, 0x0000FF, 0);

    public static BmpMasks Read(ReadOnlySpan<byte> data) => new(
        BinaryPrimitives.ReadUInt32LittleEndian(data),
        BinaryPrimitives.ReadUInt32LittleEndian(data[4..]),
        BinaryPrimitives.ReadUInt32LittleEndian(data[8..]),
        data.Length >= 16 ? BinaryPrimitives.ReadUInt32LittleEndian(data[12..]) : 0);

    /// <summary>A channel's value scaled to 0..255.</summary>
    public static uint Channel(uint pixel, uint mask)
    {
        if (mask == 0) return 0;
        int shift = System.Numerics.BitOperations.TrailingZeroCount(mask);
        ulong most = mask >> shift;
        ulong value = (pixel & mask) >> shift;
        return (uint)(((value * 255) + (most / 2)) / most);
    }
}
