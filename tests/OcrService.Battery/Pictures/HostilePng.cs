using System.Buffers.Binary;
using System.IO.Compression;
using OcrService.Native.Tests.Support;

namespace OcrService.Battery.Pictures;

/// <summary>PNG files that lie about sizes, checksums and lengths, and bombs.</summary>
internal static class HostilePng
{
    private const int Width = GoodPictures.Width, Height = GoodPictures.Height, Largest = 8192;

    private static readonly byte[] Rows = new byte[Height * ((3 * Width) + 1)];

    public static IEnumerable<PictureFile> All() => [.. Headers(), .. Palettes(), .. Chunks(), .. Bombs()];

    private static IEnumerable<PictureFile> Headers()
    {
        foreach ((int width, int height) in ((int, int)[])[(0, 24), (40, 0), (-1, 24), (int.MaxValue, int.MaxValue), (8193, 24), (Largest, Largest), (40, 8000), (8000, 24), (14, 24)])
            yield return new($"png that says {width} x {height}", Picture(width, height, 8, 2, Rows));
        foreach ((byte depth, byte type) in ((byte, byte)[])[(0, 2), (3, 0), (32, 2), (255, 255), (1, 2), (16, 3), (8, 5), (8, 7)])
            yield return new($"png of {depth} bits and type {type}", Picture(Width, Height, depth, type, Rows));
        foreach (int at in (int[])[26, 27, 28])
        {
            byte[] file = Picture(Width, Height, 8, 2, Rows);
            file[at] = 9;
            PngChecksums.Repair(file);
            yield return new($"png with method {at - 26} unknown", file);
        }

        byte[] short12 = Picture(Width, Height, 8, 2, Rows);
        short12[11] = 12;
        yield return new("png with a short header", short12);
        yield return new("png with two headers", new PngFile(Width, Height, 8, 2).Chunk("IHDR"u8, [0, 0, 32, 0, 0, 0, 32, 0, 8, 2, 0, 0, 0]).WithPixels(Rows));
        yield return new("png with filters unknown", Picture(Width, Height, 8, 2, [.. Enumerable.Repeat((byte)0xFF, Rows.Length)]));
    }

    private static IEnumerable<PictureFile> Palettes()
    {
        byte[] indices = [.. Enumerable.Repeat((byte)0xFF, (Width + 1) * Height).Select((b, i) => i % (Width + 1) == 0 ? (byte)0 : b)];
        yield return new("png without palette", new PngFile(Width, Height, 8, 3).WithPixels(indices));
        foreach (int bytes in (int[])[0, 1, 3, 5, 768, 771, 3000])
            yield return new($"png with {bytes} bytes of palette", new PngFile(Width, Height, 8, 3).Chunk("PLTE"u8, new byte[bytes]).WithPixels(indices));
        yield return new("png with more transparency than palette", new PngFile(Width, Height, 8, 3).Chunk("PLTE"u8, new byte[6]).Chunk("tRNS"u8, new byte[256]).WithPixels(indices));
        yield return new("png with transparency in the wrong place", new PngFile(Width, Height, 8, 6).Chunk("tRNS"u8, new byte[6]).WithPixels(new byte[((4 * Width) + 1) * Height]));
    }

    private static IEnumerable<PictureFile> Chunks()
    {
        foreach (uint length in (uint[])[0x1FFFFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFF4, 0xFFFFFFFF])
        {
            foreach (string type in (string[])["tEXt", "iCCP", "PLTE", "IDAT", "eXIf"])
            {
                byte[] file = new PngFile(Width, Height, 8, 2).Chunk(System.Text.Encoding.ASCII.GetBytes(type), new byte[6]).WithPixels(Rows);
                BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(33), length);
                yield return new($"png whose {type} has {length} bytes", file);
            }
        }

        byte[] good = Picture(Width, Height, 8, 2, Rows), wrong = (byte[])good.Clone();
        wrong[^13] ^= 1;
        yield return new("png with a wrong checksum", wrong);
        yield return new("png without pixels", new PngFile(Width, Height, 8, 2).Chunk("IEND"u8, []).ToArray());
        yield return new("png with pixels that are no deflate", new PngFile(Width, Height, 8, 2).Chunk("IDAT"u8, GoodPictures.Noise(100)).Chunk("IEND"u8, []).ToArray());
        yield return new("png with an unknown critical chunk", new PngFile(Width, Height, 8, 2).Chunk("ABCD"u8, [1]).WithPixels(Rows));
        var many = new PngFile(Width, Height, 8, 2);
        for (int i = 0; i < 100_000; i++) many.Chunk("pHYs"u8, [1]);
        yield return new("png with 100,000 wrong notes", many.WithPixels(Rows));
        var split = new PngFile(Width, Height, 8, 2);
        foreach (byte b in GoodPictures.Deflate(Rows)) split.Chunk("IDAT"u8, []).Chunk("IDAT"u8, [b]);
        yield return new("png with a chunk for each byte", split.Chunk("IEND"u8, []).ToArray());
        yield return new("png with exif that points at itself", new PngFile(Width, Height, 8, 2).Chunk("eXIf"u8, [.. "II*\0"u8, 8, 0, 0, 0, 0xFF, 0xFF, .. new byte[20]]).WithPixels(Rows));
    }

    private static IEnumerable<PictureFile> Bombs()
    {
        byte[] bomb = Zeros(256 << 20);
        foreach (string type in (string[])["zTXt", "iCCP"])
            yield return new($"png with a {type} of 256 MB", new PngFile(Width, Height, 8, 2).Chunk(System.Text.Encoding.ASCII.GetBytes(type), [.. "x\0\0"u8, .. bomb]).WithPixels(Rows));
        yield return new("png with an iTXt of 256 MB", new PngFile(Width, Height, 8, 2).Chunk("iTXt"u8, [.. "x\0\u0001\0\0\0"u8, .. bomb]).WithPixels(Rows));
        yield return new("png with 256 MB of pixels too many", new PngFile(Width, Height, 8, 2).Chunk("IDAT"u8, bomb).Chunk("IEND"u8, []).ToArray());
        foreach ((byte depth, byte type, int bytes) in ((byte, byte, int)[])[(1, 0, Largest / 8), (8, 2, 3 * Largest), (16, 6, 8 * Largest)])
        {
            yield return new(
                $"png of {Largest} x {Largest} of one colour, {depth} bits type {type}",
                new PngFile(Largest, Largest, depth, type).Chunk("IDAT"u8, Zeros((bytes + 1) * (long)Largest)).Chunk("IEND"u8, []).ToArray());
        }

        byte[] strip = new PngFile(Largest, 15, 8, 2).Chunk("IDAT"u8, Zeros(2_000_000)).Chunk("IEND"u8, []).ToArray();
        strip[28] = 1;
        PngChecksums.Repair(strip);
        yield return new("png of 8192 x 15, interlaced", strip);
    }

    private static byte[] Picture(int width, int height, byte depth, byte type, byte[] rows) => new PngFile(width, height, depth, type).WithPixels(rows);

    private static byte[] Zeros(long length)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[] block = new byte[1 << 20];
            for (long left = length; left > 0; left -= block.Length) zlib.Write(block.AsSpan(0, (int)Math.Min(left, block.Length)));
        }

        return packed.ToArray();
    }
}
