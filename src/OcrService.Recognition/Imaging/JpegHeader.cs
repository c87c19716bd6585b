using System.Buffers.Binary;
using OcrService.Documents;

namespace OcrService.Recognition.Imaging;

/// <summary>JPEG (ITU-T T.81): marker segments up to the frame header, which holds the size.</summary>
internal static class JpegHeader
{
    private const byte Exif = 0xE1;
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    public static bool Matches(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);

    public static Outcome<ImageSize> ReadSize(ReadOnlySpan<byte> file)
    {
        var segments = new Segments(file);
        while (segments.Next())
        {
            if (!IsFrame(segments.Marker)) continue;

            // Precision, height, width. A height of 0 would be told after the first scan; no camera writes that, and no decoder here reads it.
            ReadOnlySpan<byte> frame = segments.Content;
            return frame.Length < 6
                ? ImageFaults.Corrupt
                : ImageSize.Of(BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), BinaryPrimitives.ReadUInt16BigEndian(frame[1..]));
        }

        return ImageFaults.Corrupt;
    }

    /// <summary>The TIFF structure inside the first Exif segment; empty when there is none.</summary>
    public static ReadOnlySpan<byte> FindExif(ReadOnlySpan<byte> file)
    {
        var segments = new Segments(file);
        while (segments.Next())
        {
            if (segments.Marker == Exif && segments.Content.StartsWith("Exif\0"u8) && segments.Content.Length > 6) return segments.Content[6..];
        }

        return [];
    }

    /// <summary>SOF0 to SOF15, without the three tables that live in the same range.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>Walks the segments before the first scan.</summary>
    private ref struct Segments(ReadOnlySpan<byte> file)
    {
        private readonly ReadOnlySpan<byte> _file = file;
        private int _at = 2;

        public byte Marker { get; private set; }

        public ReadOnlySpan<byte> Content { get; private set; }

        public bool Next()
        {
            // Some writers leave stray bytes between segments; libjpeg skips them as well.
            int found = _at < _file.Length ? _file[_at..].IndexOf((byte)0xFF) : -1;
            if (found < 0) return false;
            _at += found;
            while (_at < _file.Length && _file[_at] == 0xFF) _at++;
            if (_at + 3 > _file.Length) return false;

            Marker = _file[_at];
            if (Marker is StartOfScan or EndOfImage) return false;
            if (Marker is 0x00 or 0x01 or (>= 0xD0 and <= 0xD8))
            {
                _at++;
                Content = [];
                return true;
            }

            int length = BinaryPrimitives.ReadUInt16BigEndian(_file[(_at + 1)..]);
            if (length < 2 || _at + 1 + length > _file.Length) return false;
            Content = _file.Slice(_at + 3, length - 2);
            _at += 1 + length;
            return true;
        }
    }
}
