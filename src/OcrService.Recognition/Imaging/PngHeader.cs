using System.Buffers.Binary;
using OcrService.Documents;

namespace OcrService.Recognition.Imaging;

/// <summary>PNG (ISO/IEC 15948): a signature, then chunks of length, name, data and checksum; the first is IHDR.</summary>
internal static class PngHeader
{
    private const int FirstChunk = 8;
    private const int ChunkOverhead = 12;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool Matches(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    public static Outcome<ImageSize> ReadSize(ReadOnlySpan<byte> file)
    {
        const int headerLength = 13;
        if (file.Length < FirstChunk + ChunkOverhead + headerLength) return ImageFaults.Corrupt;
        if (BinaryPrimitives.ReadUInt32BigEndian(file[8..]) != headerLength || !file[12..].StartsWith("IHDR"u8)) return ImageFaults.Corrupt;
        return ImageSize.Of(BinaryPrimitives.ReadUInt32BigEndian(file[16..]), BinaryPrimitives.ReadUInt32BigEndian(file[20..]));
    }

    /// <summary>Data of the eXIf chunk; empty when there is none.</summary>
    public static ReadOnlySpan<byte> FindExif(ReadOnlySpan<byte> file)
    {
        int at = FirstChunk;
        while (file.Length - at >= ChunkOverhead)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - ChunkOverhead) return [];
            if (file[(at + 4)..].StartsWith("eXIf"u8)) return file.Slice(at + 8, (int)length);
            at += ChunkOverhead + (int)length;
        }

        return [];
    }
}
