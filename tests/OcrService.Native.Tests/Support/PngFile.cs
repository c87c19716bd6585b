using System.Buffers.Binary;
using System.IO.Compression;

namespace OcrService.Native.Tests.Support;

/// <summary>Writes PNG files of kinds that Leptonica's own writer never makes, and broken ones.</summary>
internal sealed class PngFile
{
    private static readonly uint[] s_crcTable = MakeCrcTable();
    private readonly List<byte> _file = [];

    public PngFile(int width, int height, byte depth, byte colorType)
    {
        _file.AddRange([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = depth;
        header[9] = colorType;
        Chunk("IHDR"u8, header);
    }

    public PngFile Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        _file.AddRange(number);
        _file.AddRange(type);
        _file.AddRange(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(type, data));
        _file.AddRange(number);
        return this;
    }

    /// <summary>Compresses the pixels and ends the file.</summary>
    /// <param name="rows">Each row: filter byte 0 and the packed samples.</param>
    public byte[] WithPixels(params byte[][] rows)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (byte[] row in rows) zlib.Write(row);
        }

        return Chunk("IDAT"u8, packed.ToArray()).Chunk("IEND"u8, []).ToArray();
    }

    public byte[] ToArray() => _file.ToArray();

    private static uint Crc(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in type) crc = s_crcTable[(byte)(crc ^ b)] ^ (crc >> 8);
        foreach (byte b in data) crc = s_crcTable[(byte)(crc ^ b)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] MakeCrcTable()
    {
        uint[] table = new uint[256];
        for (uint n = 0; n < table.Length; n++)
        {
            uint c = n;
            for (int bit = 0; bit < 8; bit++) c = (c & 1) == 0 ? c >> 1 : 0xEDB88320 ^ (c >> 1);
            table[n] = c;
        }

        return table;
    }
}
