using System.Buffers.Binary;

namespace OcrService.Native.Tests.Support;

/// <summary>Writes an uncompressed 8-bit grey TIFF of one strip, little endian, with an orientation tag.</summary>
internal static class TiffFile
{
    public static byte[] Gray(int width, int height, byte[] pixels, ushort orientation = 1)
    {
        (ushort Tag, ushort Type, int Count, int Value)[] entries =
        [
            (256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1),
            (273, 4, 1, 0), (274, 3, 1, orientation), (277, 3, 1, 1), (278, 4, 1, height), (279, 4, 1, pixels.Length),
        ];
        int start = 8 + 2 + (12 * entries.Length) + 4;
        byte[] file = new byte[start + pixels.Length];
        "II*\0"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), 8);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(8), (short)entries.Length);
        for (int i = 0; i < entries.Length; i++)
        {
            Span<byte> entry = file.AsSpan(10 + (12 * i));
            BinaryPrimitives.WriteUInt16LittleEndian(entry, entries[i].Tag);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[2..], entries[i].Type);
            BinaryPrimitives.WriteInt32LittleEndian(entry[4..], entries[i].Count);
            BinaryPrimitives.WriteInt32LittleEndian(entry[8..], entries[i].Tag == 273 ? start : entries[i].Value);
        }

        pixels.CopyTo(file, start);
        return file;
    }
}
