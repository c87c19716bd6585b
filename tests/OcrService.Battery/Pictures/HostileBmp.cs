using System.Buffers.Binary;

namespace OcrService.Battery.Pictures;

/// <summary>BMP files with lying headers, and run lengths that leave the picture.</summary>
internal static class HostileBmp
{
    private const int Offset = 10, HeaderLength = 14, WidthAt = 18, HeightAt = 22, BitsAt = 28, CompressionAt = 30, ColoursAt = 46, PaletteAt = 54;

    public static IEnumerable<PictureFile> All() => [.. Headers(), .. RunLengths()];

    private static IEnumerable<PictureFile> Headers()
    {
        byte[] plain = GoodPictures.All.First(p => p.Name == "bmp info 24").Bytes, indexed = GoodPictures.All.First(p => p.Name == "bmp info 8").Bytes;
        foreach (int width in (int[])[0, -40, int.MinValue, int.MaxValue, 8193, 8192]) yield return new($"bmp that is {width} wide", With(plain, WidthAt, width));
        foreach (int height in (int[])[0, -24, int.MinValue, int.MaxValue, -8192, 8192, -int.MaxValue]) yield return new($"bmp that is {height} high", With(plain, HeightAt, height));
        foreach (int bits in (int[])[0, 1, 3, 4, 8, 16, 32, 48, 64, 0xFFFF]) yield return new($"bmp of {bits} bits", With(plain, BitsAt, bits));
        foreach (int packing in (int[])[1, 2, 3, 4, 5, 6, 11, 12, 13, -1]) yield return new($"bmp of packing {packing}", With(plain, CompressionAt, packing));
        foreach (int offset in (int[])[0, 14, 53, 54, int.MaxValue, -1, plain.Length, plain.Length - 1]) yield return new($"bmp with pixels at {offset}", With(plain, Offset, offset));
        foreach (int length in (int[])[0, 12, 13, 40, 64, 108, 124, 125, int.MaxValue, -1]) yield return new($"bmp with a header of {length}", With(plain, HeaderLength, length));
        foreach (int colours in (int[])[1, 257, int.MaxValue, -1]) yield return new($"bmp of {colours} colours", With(indexed, ColoursAt, colours));
        byte[] masks = GoodPictures.All.First(p => p.Name == "bmp masks 32").Bytes;
        foreach (int mask in (int[])[0, -1, unchecked((int)0x80000001), 1]) yield return new($"bmp with the mask {mask:x}", With(masks, PaletteAt, mask));
    }

    private static IEnumerable<PictureFile> RunLengths()
    {
        byte[] head = [.. GoodPictures.All.First(p => p.Name == "bmp rle8").Bytes.AsSpan(0, 70)];
        (string Name, byte[] Codes)[] codes =
        [
            ("runs beyond the row", [.. Enumerable.Repeat((byte[])[255, 1], 500).SelectMany(c => c)]),
            ("runs beyond the picture", [.. Enumerable.Repeat((byte[])[0, 0, 255, 1], 500).SelectMany(c => c)]),
            ("jumps out of the picture", [.. Enumerable.Repeat((byte[])[0, 2, 255, 255, 255, 1], 200).SelectMany(c => c)]),
            ("plain pixels that are not there", [0, 255, 1]),
            ("a jump that breaks off", [0, 2, 1]),
            ("an odd end", [5]),
            ("the end at once", [0, 1]),
            ("nothing", []),
            ("a million empty runs", [.. Enumerable.Repeat((byte[])[1, 0], 500_000).SelectMany(c => c)]),
        ];
        foreach ((string name, byte[] code) in codes)
        {
            yield return new($"bmp with {name}", [.. head, .. code]);
            byte[] nibbles = [.. head, .. code];
            nibbles[BitsAt] = 4;
            nibbles[CompressionAt] = 2;
            yield return new($"bmp of nibbles with {name}", nibbles);
        }

        byte[] bomb = [.. head, .. new byte[20_000]];
        BinaryPrimitives.WriteInt32LittleEndian(bomb.AsSpan(WidthAt), 8192);
        BinaryPrimitives.WriteInt32LittleEndian(bomb.AsSpan(HeightAt), 8192);
        yield return new("bmp of 8192 x 8192 in 20 KB", bomb);
    }

    private static byte[] With(byte[] file, int at, int value)
    {
        byte[] changed = (byte[])file.Clone();
        if (at == BitsAt) BinaryPrimitives.WriteUInt16LittleEndian(changed.AsSpan(at), (ushort)value);
        else BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(at), value);
        return changed;
    }
}
