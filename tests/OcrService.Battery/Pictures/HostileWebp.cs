using System.Buffers.Binary;

namespace OcrService.Battery.Pictures;

/// <summary>WebP files with lying canvases and chunks.</summary>
internal static class HostileWebp
{
    public static IEnumerable<PictureFile> All()
    {
        byte[] lossy = GoodPictures.All.First(p => p.Name == "webp lossy").Bytes, lossless = GoodPictures.All.First(p => p.Name == "webp lossless").Bytes;
        foreach (uint length in (uint[])[0, 1, 12, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF])
        {
            yield return new($"webp that says it has {length} bytes", With(lossy, 4, length));
            yield return new($"webp whose chunk has {length} bytes", With(lossy, 16, length));
            yield return new($"lossless webp whose chunk has {length} bytes", With(lossless, 16, length));
        }

        byte[] wide = (byte[])lossy.Clone();
        BinaryPrimitives.WriteUInt16LittleEndian(wide.AsSpan(26), 8192);
        BinaryPrimitives.WriteUInt16LittleEndian(wide.AsSpan(28), 8192);
        yield return new("webp that says 8192 x 8192", wide);
        yield return new("lossless webp that says 8192 x 8192", With(lossless, 21, 8191 | (8191 << 14)));
        foreach ((int width, int height) in ((int, int)[])[(40, 24), (8192, 8192), (8193, 15), (1 << 24, 1 << 24)])
        {
            foreach (byte flags in (byte[])[0x00, 0x02, 0x10, 0xFF])
                yield return new($"extended webp of {width} x {height}, flags {flags:x2}", Extended(width, height, flags, lossy.AsSpan(12)));
        }

        yield return new("webp with noisy transparency", Extended(40, 24, 0x10, [.. "ALPH"u8, 100, 0, 0, 0, .. GoodPictures.Noise(100), .. lossy.AsSpan(12)]));
        yield return new("lossless webp of noise", [.. lossless.AsSpan(0, 25), .. GoodPictures.Noise(Math.Max(64, lossless.Length - 25))]);
        yield return new("lossy webp of noise", [.. lossy.AsSpan(0, 30), .. GoodPictures.Noise(Math.Max(64, lossy.Length - 30))]);
        yield return new("webp without a picture", Extended(40, 24, 0, "EXIF\0\0\0\0"u8));
    }

    private static byte[] Extended(int width, int height, byte flags, ReadOnlySpan<byte> chunks)
    {
        byte[] canvas = [flags, 0, 0, 0, .. U24(width - 1), .. U24(height - 1)];
        byte[] file = [.. "RIFF\0\0\0\0WEBPVP8X"u8, 10, 0, 0, 0, .. canvas, .. chunks];
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        return file;
    }

    private static byte[] U24(int value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16)];

    private static byte[] With(byte[] file, int at, uint value)
    {
        byte[] changed = (byte[])file.Clone();
        BinaryPrimitives.WriteUInt32LittleEndian(changed.AsSpan(at), value);
        return changed;
    }
}
