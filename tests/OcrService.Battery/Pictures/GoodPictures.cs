using System.IO.Compression;
using OcrService.Native;
using OcrService.Native.Tests.Support;
using OcrService.Recognition.Tests.Imaging;
using SkiaSharp;

namespace OcrService.Battery.Pictures;

/// <summary>Small whole files of every format and of as many of their kinds as can be written here; hostile ones are made of them.</summary>
internal static class GoodPictures
{
    public const int Width = 40, Height = 24;

    // All that libtiff knows by name and more: Huffman, fax 3 and 4, both JPEGs, 16 bit fax, NeXT, PackBits, Thunderscan, Pixar,
    // Deflate, JBIG, SGI logarithms, LZMA, Zstandard, WebP. Their pixels are noise here.
    private static readonly int[] TiffCompressions = [2, 3, 4, 6, 7, 32766, 32771, 32773, 32809, 32909, 32946, 34661, 34676, 34677, 34925, 50000, 50001];

    public static IReadOnlyList<PictureFile> All { get; } = [.. Png(), .. Jpeg(), .. Bmp(), .. Tiff(), .. Gif(), .. Webp()];

    /// <summary>Noise of a fixed seed.</summary>
    public static byte[] Noise(int length, int seed = 1)
    {
        byte[] noise = new byte[length];
        new Random(seed).NextBytes(noise);
        return noise;
    }

    public static byte[] Deflate(ReadOnlySpan<byte> data)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(data);
        return packed.ToArray();
    }

    private static IEnumerable<PictureFile> Png()
    {
        using PixelImage drawn = Draw();
        yield return new("png", drawn.EncodePng());
        yield return new("png skia", Skia(SKEncodedImageFormat.Png, 100));
        byte[] palette = Noise(3 * 256), alphas = Noise(200);
        foreach ((byte depth, byte type) in ((byte, byte)[])[(1, 0), (2, 0), (4, 0), (8, 0), (16, 0), (8, 2), (16, 2), (1, 3), (2, 3), (4, 3), (8, 3), (8, 4), (16, 4), (8, 6), (16, 6)])
        {
            foreach (bool interlaced in (bool[])[false, true])
            {
                var file = new PngFile(Width, Height, depth, type);
                if (type == 3) file.Chunk("PLTE"u8, palette.AsSpan(0, 3 << depth)).Chunk("tRNS"u8, alphas.AsSpan(0, Math.Min(200, 1 << depth)));
                else if (type is 0 or 2) file.Chunk("tRNS"u8, new byte[type == 0 ? 2 : 6]);
                file.Chunk("gAMA"u8, [0, 0, 0xB1, 0x8F]).Chunk("pHYs"u8, [0, 0, 0x0B, 0x13, 0, 0, 0x0B, 0x13, 1]).Chunk("tEXt"u8, "Title\0drawn"u8);
                byte[] whole = file.Chunk("IDAT"u8, Deflate(Rows(depth, type, interlaced))).Chunk("IEND"u8, []).ToArray();
                if (interlaced)
                {
                    whole[28] = 1;
                    PngChecksums.Repair(whole);
                }

                yield return new($"png {depth} bit type {type}{(interlaced ? " interlaced" : "")}", whole);
            }
        }
    }

    private static IEnumerable<PictureFile> Jpeg()
    {
        using PixelImage drawn = Draw();
        yield return new("jpeg", drawn.EncodeJpeg(90));
        yield return new("jpeg progressive", drawn.EncodeJpeg(90, progressive: true));
        yield return new("jpeg skia", Skia(SKEncodedImageFormat.Jpeg, 80));
        byte[] grey = JpegFile.Flat(Width, Height, 70);
        yield return new("jpeg grey", grey);
        yield return new("jpeg ycc", JpegFile.Flat(Width, Height, 70, 120, 130));
        yield return new("jpeg cmyk", JpegFile.Flat(Width, Height, 70, 120, 130, 9));
        yield return new("jpeg restarts", JpegFile.Insert(grey, 0xDD, [0, 1]));
        yield return new("jpeg exif", JpegFile.Insert(grey, 0xE1, [.. "Exif\0\0"u8, .. Exif(6)]));
        yield return new("jpeg arithmetic", Arithmetic(grey));
    }

    private static IEnumerable<PictureFile> Bmp()
    {
        using PixelImage drawn = Draw();
        foreach (BmpFile kind in BmpFile.Kinds) yield return new(kind.Name, kind.Write(drawn));
    }

    private static IEnumerable<PictureFile> Tiff()
    {
        using PixelImage drawn = Draw();
        foreach (PixelFileFormat format in (PixelFileFormat[])[PixelFileFormat.Tiff, PixelFileFormat.TiffLzw, PixelFileFormat.TiffZip])
            yield return new($"tiff {format}", drawn.Encode(format));
        foreach (int bits in (int[])[1, 2, 4, 8, 16, 32])
        {
            byte[] pixels = Noise(((Width * bits) + 7) / 8 * Height);
            yield return new($"tiff grey {bits} bit", new TiffBuilder(Width, Height, pixels, bits: bits).ToArray());
            yield return new($"tiff grey {bits} bit big endian", new TiffBuilder(Width, Height, pixels, bits: bits, photometric: 0, bigEndian: true).ToArray());
        }

        foreach (int samples in (int[])[2, 3, 4, 5])
            yield return new($"tiff {samples} samples", new TiffBuilder(Width, Height, Noise(Width * Height * samples), samples: samples, photometric: 2).ToArray());
        yield return new("tiff palette", new TiffBuilder(Width, Height, Noise(Width * Height), photometric: 3)
            .Shorts(TiffBuilder.ColorMap, [.. Noise(768).Select(b => (ushort)(b << 8))]).ToArray());
        yield return new("tiff cmyk", new TiffBuilder(Width, Height, Noise(Width * Height * 4), samples: 4, photometric: 5).ToArray());
        yield return new("tiff ycc", new TiffBuilder(Width, Height, Noise(Width * Height * 3), samples: 3, photometric: 6).Shorts(TiffBuilder.Subsampling, 2, 2).ToArray());
        yield return new("tiff lab", new TiffBuilder(Width, Height, Noise(Width * Height * 3), samples: 3, photometric: 8).ToArray());
        yield return new("tiff predictor", new TiffBuilder(Width, Height, Deflate(Noise(Width * Height)), compression: 8).Shorts(TiffBuilder.Predictor, 2).ToArray());
        yield return new("tiff strips", new TiffBuilder(Width, Height, Noise(Width * Height)).Longs(TiffBuilder.RowsPerStrip, 8)
            .Longs(TiffBuilder.StripOffsets, 8, 8 + (8 * Width), 8 + (16 * Width)).Longs(TiffBuilder.StripByteCounts, 8 * Width, 8 * Width, 8 * Width).ToArray());
        yield return new("tiff jpeg", new TiffBuilder(Width, Height, JpegFile.Flat(Width, Height, 70), compression: 7).ToArray());
        foreach (ushort turn in (ushort[])[2, 5, 6, 8])
            yield return new($"tiff turned {turn}", new TiffBuilder(Width, Height, Noise(Width * Height)).Shorts(TiffBuilder.Orientation, turn).ToArray());
        foreach (int compression in TiffCompressions)
        {
            bool isBilevel = compression is 2 or 3 or 4 or 32771 or 34661;
            bool isColour = compression is 32909 or 34676 or 34677;
            yield return new($"tiff compression {compression}", new TiffBuilder(
                Width, Height, Noise(600), compression, isBilevel ? 1 : compression is 32766 or 32809 ? 2 * (compression % 2) + 2 : 8, isColour ? 3 : 1, isColour ? 2 : 1).ToArray());
        }
    }

    private static IEnumerable<PictureFile> Gif()
    {
        using PixelImage drawn = Draw();
        byte[] gif = drawn.Encode(PixelFileFormat.Gif);
        yield return new("gif", gif);
        int descriptor = GifFirstFrame.Find(gif)!.Value.Descriptor;
        byte[] interlaced = (byte[])gif.Clone();
        interlaced[descriptor + 9] |= 0x40;
        yield return new("gif interlaced", interlaced);
        byte[] control = [0x21, 0xF9, 4, 1, 0, 0, 3, 0], comment = [0x21, 0xFE, 5, .. "drawn"u8, 0];
        yield return new("gif extensions", [.. gif.AsSpan(0, descriptor), .. control, .. comment, .. gif.AsSpan(descriptor)]);
    }

    private static IEnumerable<PictureFile> Webp()
    {
        yield return new("webp lossy", Skia(SKEncodedImageFormat.Webp, 70));
        yield return new("webp lossless", Skia(SKEncodedImageFormat.Webp, 100));
        yield return new("webp alpha", Skia(SKEncodedImageFormat.Webp, 70, seeThrough: true));
        yield return new("webp lossless alpha", Skia(SKEncodedImageFormat.Webp, 100, seeThrough: true));
    }

    /// <summary>An Exif block with nothing but an orientation.</summary>
    internal static byte[] Exif(ushort orientation) => [.. "II*\0\b\0\0\0\u0001\0"u8, 0x12, 1, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>The frame said to be coded arithmetically; any bits are a picture then.</summary>
    private static byte[] Arithmetic(byte[] jpeg)
    {
        byte[] file = (byte[])jpeg.Clone();
        int frame = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        file[frame + 1] = 0xC9;
        return [.. file.AsSpan(0, file.Length - 2), .. Noise(300).Where(b => b != 0xFF), 0xFF, 0xD9];
    }

    private static byte[] Rows(int depth, int type, bool interlaced)
    {
        int channels = type switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        // First pixel and step of each pass, columns then rows (ISO/IEC 15948, 8.2).
        (int X, int Dx, int Y, int Dy)[] passes = interlaced
            ? [(0, 8, 0, 8), (4, 8, 0, 8), (0, 4, 4, 8), (2, 4, 0, 4), (0, 2, 2, 4), (1, 2, 0, 2), (0, 1, 1, 2)]
            : [(0, 1, 0, 1)];
        var rows = new List<byte>();
        foreach ((int x, int dx, int y, int dy) in passes)
        {
            int width = (Width - x + dx - 1) / dx, height = (Height - y + dy - 1) / dy;
            for (int row = 0; row < height; row++)
            {
                rows.Add((byte)(row % 5));
                rows.AddRange(Noise(((width * depth * channels) + 7) / 8, seed: row + 1));
            }
        }

        return [.. rows];
    }

    /// <summary>Four quarters, red, green, blue and white: colours that every kind of palette file here has.</summary>
    private static PixelImage Draw()
    {
        PixelImage image = PixelImage.Create(Width, Height);
        for (int y = 0; y < Height; y++)
        {
            Span<uint> row = image.WritableRow(y);
            for (int x = 0; x < Width; x++)
                row[x] = (x < Width / 2, y < Height / 2) switch { (true, true) => 0xFF0000FF, (false, true) => 0x00FF00FF, (true, false) => 0x0000FFFF, _ => 0xFFFFFFFF };
        }

        return image;
    }

    private static byte[] Skia(SKEncodedImageFormat format, int quality, bool seeThrough = false)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, seeThrough ? SKAlphaType.Unpremul : SKAlphaType.Opaque));
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
                bitmap.SetPixel(x, y, new SKColor((byte)(x * 6), (byte)(y * 10), (byte)(x * y), seeThrough ? (byte)(x * 6) : (byte)255));
        }

        using SKData data = bitmap.Encode(format, quality);
        return data.ToArray();
    }
}
