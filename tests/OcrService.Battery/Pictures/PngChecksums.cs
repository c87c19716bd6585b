using System.Buffers.Binary;

namespace OcrService.Battery.Pictures;

/// <summary>The CRC-32 behind every chunk of a PNG (ISO/IEC 15948, annex D).</summary>
internal static class PngChecksums
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(n =>
    {
        uint c = (uint)n;
        for (int bit = 0; bit < 8; bit++) c = (c & 1) == 0 ? c >> 1 : 0xEDB88320 ^ (c >> 1);
        return c;
    })];

    /// <summary>Computes all checksums anew, as far as chunks follow each other.</summary>
    public static void Repair(Span<byte> file)
    {
        int at = 8;
        while (at + 12 <= file.Length)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - 12) return;
            uint crc = uint.MaxValue;
            foreach (byte b in file.Slice(at + 4, 4 + (int)length)) crc = Table[(byte)(crc ^ b)] ^ (crc >> 8);
            BinaryPrimitives.WriteUInt32BigEndian(file[(at + 8 + (int)length)..], ~crc);
            at += 12 + (int)length;
        }
    }
}
