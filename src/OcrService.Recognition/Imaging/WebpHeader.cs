using System.Buffers.Binary;
using OcrService.Documents;

namespace OcrService.Recognition.Imaging;

/// <summary>WebP (RFC 9649): a RIFF container whose first chunk tells the size in one of three ways.</summary>
internal static class WebpHeader
{
    private const int FirstChunk = 12;
    private const int ChunkHeader = 8;
    private const byte AnimationFlag = 0x02;
    private const byte LosslessSignature = 0x2F;

    private static ReadOnlySpan<byte> LossyStartCode => [0x9D, 0x01, 0x2A];

    public static bool Matches(ReadOnlySpan<byte> file) => file.Length >= FirstChunk && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8);

    public static Outcome<ImageSize> ReadSize(ReadOnlySpan<byte> file)
    {
        const int longestHeader = 10;
        if (file.Length < FirstChunk + ChunkHeader + longestHeader) return ImageFaults.Corrupt;
        ReadOnlySpan<byte> name = file.Slice(FirstChunk, 4);
        ReadOnlySpan<byte> data = file[(FirstChunk + ChunkHeader)..];
        if (name.SequenceEqual("VP8 "u8))
        {
            if (!data[3..].StartsWith(LossyStartCode)) return ImageFaults.Corrupt;
            const int sizeBits = 0x3FFF; // the two bits above ask for scaling, which decoders leave to the viewer
            return ImageSize.Of(BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & sizeBits, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & sizeBits);
        }

        if (name.SequenceEqual("VP8L"u8))
        {
            if (data[0] != LosslessSignature) return ImageFaults.Corrupt;
            uint bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            return ImageSize.Of((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);
        }

        if (!name.SequenceEqual("VP8X"u8)) return ImageFaults.Corrupt;
        if ((data[0] & AnimationFlag) != 0) return ImageFaults.UnknownFormat;
        return ImageSize.Of(U24(data[4..]) + 1, U24(data[7..]) + 1);
    }

    /// <summary>Data of the EXIF chunk; empty when there is none.</summary>
    public static ReadOnlySpan<byte> FindExif(ReadOnlySpan<byte> file)
    {
        int at = FirstChunk;
        while (file.Length - at >= ChunkHeader)
        {
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            if (length > file.Length - at - ChunkHeader) return [];
            if (file[at..].StartsWith("EXIF"u8)) return file.Slice(at + ChunkHeader, (int)length);

            // Chunks begin at even offsets.
            at += ChunkHeader + (int)length + (int)(length & 1);
        }

        return [];
    }

    private static int U24(ReadOnlySpan<byte> data) => data[0] | (data[1] << 8) | (data[2] << 16);
}
