using System.Buffers.Binary;

namespace OcrService.Battery.Pictures;

/// <summary>TIFF files with lying tables, loops, all compressions and bombs.</summary>
internal static class HostileTiff
{
    private const int Width = GoodPictures.Width, Height = GoodPictures.Height, Largest = 8192;

    private static readonly int[] Compressions =
        [0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 99, 32766, 32767, 32771, 32773, 32809, 32895, 32908, 32909, 32946, 32947, 34661, 34676, 34677, 34712, 34925, 50000, 50001, 65535];

    private static TiffBuilder Plain => new(Width, Height, GoodPictures.Noise(Width * Height));

    public static IEnumerable<PictureFile> All() => [.. Tables(), .. Kinds(), .. Directories(), .. Bombs()];

    private static IEnumerable<PictureFile> Tables()
    {
        foreach (uint value in (uint[])[0, 1, 7, 0x7FFFFFFF, 0x80000000, 0xFFFFFFF0, 0xFFFFFFFF])
        {
            foreach (ushort tag in (ushort[])[
                TiffBuilder.Width, TiffBuilder.Height, TiffBuilder.BitsPerSample, TiffBuilder.SamplesPerPixel, TiffBuilder.RowsPerStrip, TiffBuilder.StripOffsets,
                TiffBuilder.StripByteCounts, TiffBuilder.Predictor, TiffBuilder.Orientation, TiffBuilder.PlanarConfiguration,
            ])
                yield return new($"tiff whose {tag} is {value}", Plain.Longs(tag, value).ToArray());
        }

        foreach (uint count in (uint[])[0, 2, 0x40000000, 0x80000000, 0xFFFFFFFF])
        {
            foreach (ushort tag in (ushort[])[TiffBuilder.StripOffsets, TiffBuilder.StripByteCounts, TiffBuilder.BitsPerSample])
                yield return new($"tiff with {count} values of {tag}", Plain.Announce(tag, count).ToArray());
        }

        foreach (ushort tag in (ushort[])[TiffBuilder.StripOffsets, TiffBuilder.StripByteCounts, TiffBuilder.RowsPerStrip, TiffBuilder.BitsPerSample, TiffBuilder.Photometric])
            yield return new($"tiff without {tag}", Plain.Without(tag).ToArray());
        yield return new("tiff of 8192 strips at one place", new TiffBuilder(Width, Largest, new byte[Width]).Longs(TiffBuilder.RowsPerStrip, 1)
            .Longs(TiffBuilder.StripOffsets, [.. Enumerable.Repeat(8u, Largest)]).Longs(TiffBuilder.StripByteCounts, [.. Enumerable.Repeat((uint)Width, Largest)]).ToArray());
        yield return new("tiff with a short palette", new TiffBuilder(Width, Height, GoodPictures.Noise(Width * Height), photometric: 3).Shorts(TiffBuilder.ColorMap, 1, 2, 3).ToArray());
        yield return new("tiff without palette", new TiffBuilder(Width, Height, GoodPictures.Noise(Width * Height), photometric: 3).ToArray());
    }

    private static IEnumerable<PictureFile> Kinds()
    {
        foreach (int compression in Compressions)
        {
            foreach (int bits in (int[])[1, 8, 16])
                yield return new($"tiff of compression {compression}, {bits} bits", new TiffBuilder(Width, Height, GoodPictures.Noise(4000), compression, bits).ToArray());
            yield return new($"tiff of compression {compression}, colour", new TiffBuilder(Width, Height, GoodPictures.Noise(6000), compression, 8, 3, 2).ToArray());
        }

        foreach (int photometric in (int[])[4, 5, 6, 8, 9, 10, 32803, 32844, 32845, 65535])
            yield return new($"tiff of colours {photometric}", new TiffBuilder(Width, Height, GoodPictures.Noise(Width * Height * 4), samples: 4, photometric: photometric).ToArray());
        foreach (int bits in (int[])[0, 3, 5, 12, 24, 32, 64, 65535])
            yield return new($"tiff of {bits} bits", new TiffBuilder(Width, Height, GoodPictures.Noise(Width * Height * 8), bits: bits).ToArray());
        foreach ((ushort x, ushort y) in ((ushort, ushort)[])[(0, 0), (3, 3), (4, 4), (65535, 1)])
            yield return new($"tiff sampled {x} by {y}", new TiffBuilder(Width, Height, GoodPictures.Noise(Width * Height * 3), samples: 3, photometric: 6).Shorts(TiffBuilder.Subsampling, x, y).ToArray());
        byte[] jpeg = OcrService.Native.Tests.Support.JpegFile.Flat(Largest, 64, 9);
        yield return new("tiff with a larger jpeg inside", new TiffBuilder(Width, Height, jpeg, compression: 7).ToArray());
        yield return new("tiff with broken jpeg tables", new TiffBuilder(Width, Height, jpeg, compression: 7).Bytes(TiffBuilder.JpegTables, GoodPictures.Noise(50)).ToArray());
        yield return new("tiff of tiles", Plain.Longs(TiffBuilder.TileWidth, 16).Longs(TiffBuilder.TileLength, 16).Longs(TiffBuilder.TileOffsets, 8).Longs(TiffBuilder.TileByteCounts, 256).ToArray());
        yield return new("tiff of planes", new TiffBuilder(Width, Height, GoodPictures.Noise(Width * Height * 3), samples: 3).Shorts(TiffBuilder.PlanarConfiguration, 2).ToArray());
        byte[] big = Plain.ToArray();
        big[2] = 43;
        yield return new("bigtiff", big);
    }

    private static IEnumerable<PictureFile> Directories()
    {
        yield return new("tiff whose directory is its next", Plain.ToArray(nextDirectory: -1));
        yield return new("tiff whose next directory lies outside", Plain.ToArray(nextDirectory: int.MaxValue));
        foreach (uint place in (uint[])[0, 1, 4, 7, 8, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF])
        {
            byte[] file = Plain.ToArray();
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), place);
            yield return new($"tiff with its directory at {place}", file);
        }

        byte[] many = Plain.ToArray();
        int directory = BinaryPrimitives.ReadInt32LittleEndian(many.AsSpan(4));
        BinaryPrimitives.WriteUInt16LittleEndian(many.AsSpan(directory), ushort.MaxValue);
        yield return new("tiff of 65535 entries that are not there", many);
        var full = new TiffBuilder(Width, Height, GoodPictures.Noise(Width * Height));
        for (ushort tag = 40_000; tag < 60_000; tag++) full.Longs(tag, tag);
        yield return new("tiff of 20,000 unknown entries", full.ToArray());
        yield return new("tiff with subdirectories in a loop", Plain.Longs(330, 8).Longs(34665, 8).Longs(34853, 8).ToArray());
        yield return new("tiff with a profile that is longer than the file", Plain.Bytes(34675, new byte[100]).Announce(34675, 0x7FFFFFFF).ToArray());
    }

    private static IEnumerable<PictureFile> Bombs()
    {
        yield return new("tiff of a white fax page of 8192 x 8192", new TiffBuilder(Largest, Largest, [0x00, 0x10, 0x01, 0x00, 0x10, 0x01], compression: 4, bits: 1, photometric: 0).ToArray());
        yield return new("tiff of one colour, 8192 x 8192, Deflate", new TiffBuilder(Largest, Largest, GoodPictures.Deflate(new byte[Largest * Largest]), compression: 8).ToArray());
        yield return new("tiff whose Deflate says more than it holds", new TiffBuilder(Largest, Largest, [.. GoodPictures.Deflate(new byte[1000]), .. new byte[70_000]], compression: 8).ToArray());
        yield return new("tiff of one colour, 8192 x 4096, PackBits", new TiffBuilder(Largest, 4096, [.. Enumerable.Repeat((byte[])[0x81, 0], Largest * 4096 / 128).SelectMany(r => r)], compression: 32773).ToArray());
        yield return new("tiff of LZW noise that says 8192 x 8192", new TiffBuilder(Largest, Largest, GoodPictures.Noise(20_000), compression: 5).ToArray());
        yield return new("tiff of jpeg noise that says 8192 x 8192", new TiffBuilder(Largest, Largest, GoodPictures.Noise(2_000), compression: 7).ToArray());
    }
}
