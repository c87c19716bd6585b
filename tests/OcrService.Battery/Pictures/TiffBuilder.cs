using System.Buffers.Binary;

namespace OcrService.Battery.Pictures;

/// <summary>Writes TIFF files of one directory with any entries, lying ones too.</summary>
internal sealed class TiffBuilder
{
    public const ushort Width = 256, Height = 257, BitsPerSample = 258, Compression = 259, Photometric = 262, StripOffsets = 273, Orientation = 274,
        SamplesPerPixel = 277, RowsPerStrip = 278, StripByteCounts = 279, PlanarConfiguration = 284, Predictor = 317, ColorMap = 320, TileWidth = 322,
        TileLength = 323, TileOffsets = 324, TileByteCounts = 325, JpegTables = 347, Subsampling = 530;

    private const ushort Short = 3, Long = 4, Undefined = 7;
    private const int HeaderLength = 8;

    private readonly SortedDictionary<ushort, (ushort Type, uint Count, byte[] Data)> _entries = [];
    private readonly bool _bigEndian;
    private readonly byte[] _pixels;

    /// <summary>A picture of one strip.</summary>
    public TiffBuilder(int width, int height, byte[] pixels, int compression = 1, int bits = 8, int samples = 1, int photometric = 1, bool bigEndian = false)
    {
        (_bigEndian, _pixels) = (bigEndian, pixels);
        Longs(Width, (uint)width).Longs(Height, (uint)height).Shorts(BitsPerSample, [.. Enumerable.Repeat((ushort)bits, samples)])
            .Shorts(Compression, (ushort)compression).Shorts(Photometric, (ushort)photometric).Shorts(SamplesPerPixel, (ushort)samples)
            .Longs(RowsPerStrip, (uint)height).Longs(StripOffsets, HeaderLength).Longs(StripByteCounts, (uint)pixels.Length);
    }

    public TiffBuilder Longs(ushort tag, params uint[] values)
    {
        byte[] data = new byte[4 * values.Length];
        for (int i = 0; i < values.Length; i++) U32(data.AsSpan(4 * i), values[i]);
        _entries[tag] = (Long, (uint)values.Length, data);
        return this;
    }

    public TiffBuilder Shorts(ushort tag, params ushort[] values)
    {
        byte[] data = new byte[2 * values.Length];
        for (int i = 0; i < values.Length; i++) U16(data.AsSpan(2 * i), values[i]);
        _entries[tag] = (Short, (uint)values.Length, data);
        return this;
    }

    public TiffBuilder Bytes(ushort tag, byte[] data)
    {
        _entries[tag] = (Undefined, (uint)data.Length, data);
        return this;
    }

    /// <summary>Says another count than there are values; where the values lie is not changed.</summary>
    public TiffBuilder Announce(ushort tag, uint count)
    {
        _entries[tag] = _entries[tag] with { Count = count };
        return this;
    }

    public TiffBuilder Without(ushort tag)
    {
        _entries.Remove(tag);
        return this;
    }

    /// <summary>The file: header, pixels, long values, directory.</summary>
    /// <param name="nextDirectory">Where the directory says the next one is; its own place makes a loop (-1).</param>
    public byte[] ToArray(int nextDirectory = 0)
    {
        var file = new List<byte>(new byte[HeaderLength]);
        file.AddRange(_pixels);
        var places = new Dictionary<ushort, int>();
        foreach ((ushort tag, (_, _, byte[] data)) in _entries)
        {
            if (data.Length <= 4) continue;
            if (file.Count % 2 == 1) file.Add(0);
            places[tag] = file.Count;
            file.AddRange(data);
        }

        if (file.Count % 2 == 1) file.Add(0);
        int directory = file.Count;
        byte[] table = new byte[2 + (12 * _entries.Count) + 4];
        U16(table, (ushort)_entries.Count);
        int at = 2;
        foreach ((ushort tag, (ushort type, uint count, byte[] data)) in _entries)
        {
            U16(table.AsSpan(at), tag);
            U16(table.AsSpan(at + 2), type);
            U32(table.AsSpan(at + 4), count);
            if (places.TryGetValue(tag, out int place)) U32(table.AsSpan(at + 8), (uint)place);
            else data.CopyTo(table, at + 8);
            at += 12;
        }

        U32(table.AsSpan(at), (uint)(nextDirectory < 0 ? directory : nextDirectory));
        file.AddRange(table);
        byte[] all = [.. file];
        (_bigEndian ? "MM\0*"u8 : "II*\0"u8).CopyTo(all);
        U32(all.AsSpan(4), (uint)directory);
        return all;
    }

    private void U16(Span<byte> target, ushort value)
    {
        if (_bigEndian) BinaryPrimitives.WriteUInt16BigEndian(target, value);
        else BinaryPrimitives.WriteUInt16LittleEndian(target, value);
    }

    private void U32(Span<byte> target, uint value)
    {
        if (_bigEndian) BinaryPrimitives.WriteUInt32BigEndian(target, value);
        else BinaryPrimitives.WriteUInt32LittleEndian(target, value);
    }
}
