using System.Buffers.Binary;
using OcrService.Battery.Pictures;
using OcrService.Recognition.Imaging;

namespace OcrService.Battery.Fuzzing;

/// <summary>Picture files of all formats: chunks of PNG and WebP, segments of JPEG, directory entries of TIFF, blocks of GIF, heads of BMP.</summary>
internal sealed class PictureFormat : InputFormat
{
    public override IReadOnlyList<Range> Parts(byte[] input) => Kind(input) switch
    {
        ImageFormat.Png => Chunks(input, 8, overhead: 12, bigEndian: true, even: false),
        ImageFormat.Webp => Chunks(input, 12, overhead: 8, bigEndian: false, even: true),
        ImageFormat.Jpeg => Segments(input),
        ImageFormat.Tiff => Entries(input),
        ImageFormat.Gif => Blocks(input),
        ImageFormat.Bmp => input.Length > 54 ? [new Range(0, 14), 14..54, new Range(54, Index.End)] : [],
        _ => [],
    };

    public override byte[] Repair(byte[] input)
    {
        switch (Kind(input))
        {
            case ImageFormat.Png:
                PngChecksums.Repair(input);
                break;
            case ImageFormat.Webp when input.Length >= 12:
                BinaryPrimitives.WriteInt32LittleEndian(input.AsSpan(4), input.Length - 8);
                break;
            default:
                break;
        }

        return input;
    }

    private static ImageFormat? Kind(ReadOnlySpan<byte> file) => file switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => ImageFormat.Png,
        [0xFF, 0xD8, ..] => ImageFormat.Jpeg,
        [(byte)'B', (byte)'M', ..] => ImageFormat.Bmp,
        [(byte)'I', (byte)'I', ..] or [(byte)'M', (byte)'M', ..] => ImageFormat.Tiff,
        [(byte)'G', (byte)'I', (byte)'F', ..] => ImageFormat.Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => ImageFormat.Webp,
        _ => null,
    };

    private static List<Range> Chunks(byte[] file, int at, int overhead, bool bigEndian, bool even)
    {
        var parts = new List<Range>();
        while (at + 8 <= file.Length)
        {
            ReadOnlySpan<byte> head = file.AsSpan(bigEndian ? at : at + 4);
            long length = bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(head) : BinaryPrimitives.ReadUInt32LittleEndian(head);
            length += overhead + (even ? length & 1 : 0);
            if (at + length > file.Length) break;
            parts.Add(at..(int)(at + length));
            at += (int)length;
        }

        return parts;
    }

    private static List<Range> Segments(byte[] file)
    {
        var parts = new List<Range>();
        int start = -1;
        for (int i = 2; i + 1 < file.Length; i++)
        {
            // A marker that begins a segment, or the end; what follows a scan's head belongs to it.
            if (file[i] != 0xFF || file[i + 1] is 0 or 1 or 0xFF or (>= 0xD0 and <= 0xD8)) continue;
            if (start >= 0) parts.Add(start..i);
            start = i;
        }

        if (start >= 0) parts.Add(start..file.Length);
        return parts;
    }

    private static List<Range> Entries(byte[] file)
    {
        var parts = new List<Range>();
        if (file.Length < 10) return parts;
        bool little = file[0] == 'I';
        uint at = little ? BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(4)) : BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(4));
        if (at > file.Length - 2) return parts;
        int count = little ? BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan((int)at)) : BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan((int)at));
        for (int i = 0; i < count; i++)
        {
            int start = (int)at + 2 + (12 * i);
            if (start + 12 > file.Length) break;
            parts.Add(start..(start + 12));
        }

        return parts;
    }

    private static List<Range> Blocks(byte[] file)
    {
        var parts = new List<Range>();
        int start = 13;
        for (int i = start; i < file.Length; i++)
        {
            if (file[i] is not (0x21 or 0x2C or 0x3B)) continue;
            if (i > start) parts.Add(start..i);
            start = i;
        }

        return parts;
    }
}
