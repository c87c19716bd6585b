using System.Buffers.Binary;
using OcrService.Native;
using OcrService.Native.Tests.Support;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Tests.Imaging;

/// <summary>Good files of every format, drawn here; the broken ones are made of them.</summary>
internal static class Corpus
{
    public const int Width = 40;
    public const int Height = 24;

    public static ImageLimits Limits { get; } = new(Enum.GetValues<ImageFormat>().ToHashSet(), MinSide: 15, MaxSide: 8192);

    /// <summary>Name, format and file; each shows four quarters of <see cref="Width"/> by <see cref="Height"/>.</summary>
    public static IReadOnlyDictionary<string, (ImageFormat Format, byte[] File)> Good { get; } = Draw();

    public static TheoryData<string> Names => [.. Good.Keys];

    /// <summary>An Exif block with nothing but an orientation.</summary>
    public static byte[] Exif(ushort orientation, bool bigEndian)
    {
        byte[] exif = new byte[8 + 2 + 12 + 4];
        if (bigEndian)
        {
            "MM\0*\0\0\0\b"u8.CopyTo(exif);
            exif[9] = 1;
            BinaryPrimitives.WriteUInt16BigEndian(exif.AsSpan(10), 0x0112);
            exif[13] = 3;
            exif[17] = 1;
            BinaryPrimitives.WriteUInt16BigEndian(exif.AsSpan(18), orientation);
        }
        else
        {
            "II*\0\b\0\0\0"u8.CopyTo(exif);
            exif[8] = 1;
            BinaryPrimitives.WriteUInt16LittleEndian(exif.AsSpan(10), 0x0112);
            exif[12] = 3;
            exif[14] = 1;
            BinaryPrimitives.WriteUInt16LittleEndian(exif.AsSpan(18), orientation);
        }

        return exif;
    }

    /// <summary>The file with the Exif block where its format keeps it.</summary>
    public static byte[] WithExif(string name, byte[] exif)
    {
        byte[] file = Good[name].File;
        switch (Good[name].Format)
        {
            case ImageFormat.Jpeg:
                return JpegFile.Insert(file, 0xE1, [.. "Exif\0\0"u8, .. exif]);
            case ImageFormat.Png:
                byte[] chunk = new PngFile(1, 1, 8, 0).Chunk("eXIf"u8, exif).ToArray()[33..];
                return [.. file.AsSpan(0, 33), .. chunk, .. file.AsSpan(33)];
            default:
                throw new ArgumentException("This format has no place for it.", nameof(name));
        }
    }

    /// <summary>A lossless WebP in the extended container, with an EXIF chunk at its end.</summary>
    public static byte[] ExtendedWebp(byte[] exif)
    {
        byte[] simple = Good["webp"].File;
        byte[] header = [0x08, 0, 0, 0, Width - 1, 0, 0, Height - 1, 0, 0];
        byte[] body = [.. "WEBP"u8, .. Chunk("VP8X"u8, header), .. simple.AsSpan(12), .. Chunk("EXIF"u8, exif)];
        return Chunk("RIFF"u8, body);
    }

    private static byte[] Chunk(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, data.Length);
        return [.. name, .. length, .. data, .. new byte[data.Length & 1]];
    }

    private static Dictionary<string, (ImageFormat Format, byte[] File)> Draw()
    {
        using PixelImage picture = Pictures.Quarters(Width, Height);
        var files = new Dictionary<string, (ImageFormat, byte[])>
        {
            ["png"] = (ImageFormat.Png, picture.EncodePng()),
            ["jpeg"] = (ImageFormat.Jpeg, picture.EncodeJpeg(95)),
            ["progressive jpeg"] = (ImageFormat.Jpeg, picture.EncodeJpeg(95, progressive: true)),
            ["tiff"] = (ImageFormat.Tiff, picture.Encode(PixelFileFormat.Tiff)),
            ["tiff lzw"] = (ImageFormat.Tiff, picture.Encode(PixelFileFormat.TiffLzw)),
            ["gif"] = (ImageFormat.Gif, picture.Encode(PixelFileFormat.Gif)),
            ["webp"] = (ImageFormat.Webp, picture.Encode(PixelFileFormat.Webp)),
            ["bmp by leptonica"] = (ImageFormat.Bmp, picture.Encode(PixelFileFormat.Bmp)),
        };
        foreach (BmpFile kind in BmpFile.Kinds) files[kind.Name] = (ImageFormat.Bmp, kind.Write(picture));
        return files;
    }
}
