using System.Buffers.Binary;

namespace OcrService.Native;

/// <summary>
/// Cuts a GIF after its first frame. The library decodes every frame of a file at once, so a small file with thousands of large
/// frames would take gigabytes.
/// </summary>
public static class GifFirstFrame
{
    private const byte Extension = 0x21;
    private const byte ImageDescriptor = 0x2C;
    private const byte Trailer = 0x3B;

    /// <summary>Size of the first frame, where its descriptor begins, and where its data end; null when the file is no GIF or holds no complete frame.</summary>
    public static (int Width, int Height, int Descriptor, int End)? Find(ReadOnlySpan<byte> file)
    {
        if (file.Length < 13 || !(file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8))) return null;
        int at = 13 + ColorTable(file[10]);
        while (at < file.Length)
        {
            switch (file[at])
            {
                case Extension:
                    if (SkipBlocks(file, at + 2) is not { } next) return null;
                    at = next;
                    break;
                case ImageDescriptor when at + 10 < file.Length:
                    int width = BinaryPrimitives.ReadUInt16LittleEndian(file[(at + 5)..]);
                    int height = BinaryPrimitives.ReadUInt16LittleEndian(file[(at + 7)..]);
                    return SkipBlocks(file, at + 10 + ColorTable(file[at + 9]) + 1) is { } end ? (width, height, at, end) : null;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The file up to the first frame's end, closed by a trailer.</summary>
    public static byte[] Cut(ReadOnlySpan<byte> file, int end)
    {
        byte[] cut = new byte[end + 1];
        file[..end].CopyTo(cut);
        cut[end] = Trailer;
        return cut;
    }

    private static int ColorTable(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static int? SkipBlocks(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length)
        {
            int length = file[at];
            at += 1 + length;
            if (length == 0) return at <= file.Length ? at : null;
        }

        return null;
    }
}
