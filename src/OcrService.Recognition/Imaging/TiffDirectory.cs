using System.Buffers.Binary;

namespace OcrService.Recognition.Imaging;

/// <summary>The first directory of a TIFF structure (TIFF 6.0), which is also what Exif data are.</summary>
internal readonly ref struct TiffDirectory
{
    private const int EntryLength = 12;

    private readonly ReadOnlySpan<byte> _data;
    private readonly ReadOnlySpan<byte> _entries;
    private readonly bool _littleEndian;

    private TiffDirectory(ReadOnlySpan<byte> data, ReadOnlySpan<byte> entries, bool littleEndian)
    {
        _data = data;
        _entries = entries;
        _littleEndian = littleEndian;
    }

    public static bool Matches(ReadOnlySpan<byte> data) => data.StartsWith("II*\0"u8) || data.StartsWith("MM\0*"u8);

    /// <summary>Opens the first directory; false when it is not wholly inside the data.</summary>
    public static bool TryOpen(ReadOnlySpan<byte> data, out TiffDirectory directory)
    {
        directory = default;
        if (data.Length < 8 || !Matches(data)) return false;
        bool littleEndian = data[0] == (byte)'I';
        uint offset = TiffValues.U32(data[4..], littleEndian);
        if (offset < 8 || offset > data.Length - 2) return false;
        ReadOnlySpan<byte> rest = data[(int)offset..];
        int length = TiffValues.U16(rest, littleEndian) * EntryLength;
        if (length > rest.Length - 2) return false;
        directory = new TiffDirectory(data, rest.Slice(2, length), littleEndian);
        return true;
    }

    /// <summary>The values of a tag that holds whole numbers; none when it is absent, of another type, or lies outside the data.</summary>
    public TiffValues Find(ushort tag)
    {
        for (int at = 0; at < _entries.Length; at += EntryLength)
        {
            ReadOnlySpan<byte> entry = _entries.Slice(at, EntryLength);
            if (TiffValues.U16(entry, _littleEndian) != tag) continue;
            int size = TiffValues.SizeOf(TiffValues.U16(entry[2..], _littleEndian));
            long length = TiffValues.U32(entry[4..], _littleEndian) * (long)size;
            if (length <= 4) return new TiffValues(entry.Slice(8, (int)length), size, _littleEndian);

            // Too long for the entry itself, which then tells where they are.
            uint offset = TiffValues.U32(entry[8..], _littleEndian);
            return offset + length <= _data.Length ? new TiffValues(_data.Slice((int)offset, (int)length), size, _littleEndian) : default;
        }

        return default;
    }
}

/// <summary>Values of one tag.</summary>
internal readonly ref struct TiffValues(ReadOnlySpan<byte> data, int size, bool littleEndian)
{
    private const ushort Short = 3;
    private const ushort Long = 4;

    private readonly ReadOnlySpan<byte> _data = data;

    public int Count => size == 0 ? 0 : _data.Length / size;

    /// <summary>The first value, or null.</summary>
    public uint? First => Count > 0 ? this[0] : null;

    public uint this[int index] => size == 2 ? U16(_data[(index * 2)..], littleEndian) : U32(_data[(index * 4)..], littleEndian);

    public static int SizeOf(ushort type) => type switch { Short => 2, Long => 4, _ => 0 };

    public static ushort U16(ReadOnlySpan<byte> data, bool littleEndian) =>
        littleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(data) : BinaryPrimitives.ReadUInt16BigEndian(data);

    public static uint U32(ReadOnlySpan<byte> data, bool littleEndian) =>
        littleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(data) : BinaryPrimitives.ReadUInt32BigEndian(data);
}
