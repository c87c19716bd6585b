using System.Buffers.Binary;
using OcrService.Native;

namespace OcrService.Battery.Pictures;

/// <summary>GIF files with lying frames and code sizes.</summary>
internal static class HostileGif
{
    public static IEnumerable<PictureFile> All()
    {
        byte[] good = GoodPictures.All.First(p => p.Name == "gif").Bytes;
        (_, _, int frame, int end) = GifFirstFrame.Find(good)!.Value;
        foreach (ushort side in (ushort[])[0, 1, 14, 8192, 8193, 65535])
        {
            yield return new($"gif whose frame is {side} wide", With(good, frame + 5, side));
            yield return new($"gif whose frame is {side} high", With(good, frame + 7, side));
            yield return new($"gif whose frame begins at {side}", With(With(good, frame + 1, side), frame + 3, side));
            yield return new($"gif whose canvas is {side}", With(With(good, 6, side), 8, side));
        }

        // The colour table may be the frame's own.
        int table = (good[frame + 9] & 0x80) == 0 ? 0 : 3 << ((good[frame + 9] & 7) + 1);
        foreach (byte bits in (byte[])[0, 1, 2, 9, 11, 12, 13, 255])
        {
            byte[] file = (byte[])good.Clone();
            file[frame + 10 + table] = bits;
            yield return new($"gif of codes of {bits} bits", file);
        }

        byte[] noPalette = (byte[])good.Clone();
        noPalette[10] &= 0x7F;
        yield return new("gif that says it has no palette", noPalette);
        yield return new("gif of a thousand frames", [.. good.AsSpan(0, end), .. Enumerable.Repeat(good[frame..end], 1000).SelectMany(f => f), 0x3B]);
        yield return new("gif with a frame of 65535 behind", [.. good.AsSpan(0, end), 0x2C, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 8, 255]);
        yield return new("gif of comments", [.. good.AsSpan(0, frame), .. Enumerable.Repeat((byte[])[0x21, 0xFE, 1, 65, 0], 500_000).SelectMany(c => c), .. good.AsSpan(frame)]);
        yield return new("gif of a comment without end", [.. good.AsSpan(0, frame), 0x21, 0xFE, .. Enumerable.Repeat((byte)255, 100_000)]);
        yield return new("gif of 8192 x 8192 in noise", [.. With(With(good, frame + 5, 8192), frame + 7, 8192).AsSpan(0, frame + 11 + table), .. Blocks(GoodPictures.Noise(20_000)), 0, 0x3B]);
    }

    private static IEnumerable<byte> Blocks(byte[] data) => data.Chunk(255).SelectMany(block => (byte[])[(byte)block.Length, .. block]);

    private static byte[] With(byte[] file, int at, ushort value)
    {
        byte[] changed = (byte[])file.Clone();
        BinaryPrimitives.WriteUInt16LittleEndian(changed.AsSpan(at), value);
        return changed;
    }
}
