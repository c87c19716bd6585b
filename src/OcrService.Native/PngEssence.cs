using System.Buffers.Binary;

namespace OcrService.Native;

/// <summary>
/// Leaves of a PNG what makes its pixels: header, palette, transparency, data and end. libpng takes memory for a text, a profile or a
/// note of any length before it looks whether the file is that long, so that 300 bytes cost half a gigabyte, unpacks them, and writes a line to stderr
/// about every one that is wrong.
/// </summary>
internal static class PngEssence
{
    private const int Signature = 8;
    private const int Head = 8;
    private const int Overhead = 12;

    /// <summary>The file without its other chunks; null when a chunk is longer than the file or the end is missing.</summary>
    public static byte[]? Of(ReadOnlySpan<byte> file)
    {
        if (file.Length < Signature) return null;
        byte[] essence = new byte[file.Length];
        file[..Signature].CopyTo(essence);
        int write = Signature;
        for (int at = Signature; file.Length - at >= Overhead;)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - Overhead) return null;
            ReadOnlySpan<byte> chunk = file.Slice(at, (int)length + Overhead), type = chunk[4..Head];
            at += chunk.Length;
            if (!IsEssential(type)) continue;
            chunk.CopyTo(essence.AsSpan(write));
            write += chunk.Length;
            if (type.SequenceEqual("IEND"u8)) return essence[..write];
        }

        return null;
    }

    /// <summary>A chunk of another type that is critical (a capital first letter) stays as well: libpng refuses what it does not know of these.</summary>
    private static bool IsEssential(ReadOnlySpan<byte> type) => (type[0] & 0x20) == 0 || type.SequenceEqual("tRNS"u8);
}
