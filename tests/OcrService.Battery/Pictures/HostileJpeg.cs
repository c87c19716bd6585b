using System.Buffers.Binary;
using OcrService.Native.Tests.Support;

namespace OcrService.Battery.Pictures;

/// <summary>JPEG files with lying frames, tables and markers, and with more work than pixels.</summary>
internal static class HostileJpeg
{
    private const int Largest = 8192;
    private const byte Comment = 0xFE, Exif = 0xE1, Profile = 0xE2, Restarts = 0xDD, Huffman = 0xC4, Quantisation = 0xDB;

    private static byte[] Grey => JpegFile.Flat(GoodPictures.Width, GoodPictures.Height, 70);

    private static byte[] Colour => JpegFile.Flat(GoodPictures.Width, GoodPictures.Height, 70, 120, 130);

    public static IEnumerable<PictureFile> All() => [.. Frames(), .. Tables(), .. Markers(), .. Work()];

    /// <summary>A progressive picture of a flat colour whose bits cost next to nothing, in any number of scans.</summary>
    public static byte[] Progressive(int side, int scans)
    {
        var file = new List<byte>([0xFF, 0xD8]);
        Segment(file, Quantisation, [0, .. Enumerable.Repeat((byte)8, 64)]);
        Segment(file, 0xC2, [8, (byte)(side >> 8), (byte)side, (byte)(side >> 8), (byte)side, 1, 1, 0x11, 0]);
        // One code of one bit each: category 0 for the first scan, a run of 2^14 empty blocks for the others.
        Segment(file, Huffman, [0x00, 1, .. new byte[15], 0]);
        Segment(file, Huffman, [0x10, 1, .. new byte[15], 0xE0]);
        int blocks = (side + 7) / 8 * ((side + 7) / 8);
        Segment(file, 0xDA, [1, 1, 0, 0, 0, 0]);
        file.AddRange(new byte[(blocks + 7) / 8]);
        for (int i = 1; i < scans; i++)
        {
            Segment(file, 0xDA, [1, 1, 0, 1, 63, 0]);
            // A bit for the code and 14 that lengthen the run by nothing.
            file.AddRange(new byte[(blocks / (1 << 14) * 15 / 8) + 2]);
        }

        return [.. file, 0xFF, 0xD9];
    }

    private static IEnumerable<PictureFile> Frames()
    {
        foreach ((int width, int height) in ((int, int)[])[(0, 24), (40, 0), (Largest, Largest), (65535, 65535), (8192, 24), (40, 8192), (14, 14)])
            yield return new($"jpeg that says {width} x {height}", Framed(Grey, f => Size(f, width, height)));
        foreach (byte precision in (byte[])[0, 1, 12, 16, 255]) yield return new($"jpeg of {precision} bits", Framed(Grey, f => f[4] = precision));
        foreach (byte components in (byte[])[0, 2, 5, 255]) yield return new($"jpeg that says {components} components", Framed(Grey, f => f[9] = components));
        foreach (byte sampling in (byte[])[0x00, 0x01, 0x10, 0x44, 0x15, 0xFF]) yield return new($"jpeg sampled {sampling:x2}", Framed(Colour, f => f[11] = sampling));
        foreach (byte kind in (byte[])[0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF])
            yield return new($"jpeg of process {kind - 0xC0}", Framed(Colour, f => f[1] = kind));
        byte[] grey = Grey;
        int frame = FrameOf(grey);
        yield return new("jpeg with two frames", [.. grey.AsSpan(0, frame), .. Framed(grey, f => Size(f, Largest, Largest)).AsSpan(frame, 13), .. grey.AsSpan(frame)]);
        yield return new("jpeg without a frame", [.. grey.AsSpan(0, frame), .. grey.AsSpan(frame + 13)]);
        yield return new("jpeg in a jpeg", [.. grey.AsSpan(0, frame), .. grey.AsSpan()]);
        yield return new("jpeg whose components are one", Framed(Colour, f => f[13] = f[10]));
        yield return new("jpeg with a table that is not there", Framed(Grey, f => f[12] = 3));
    }

    private static IEnumerable<PictureFile> Tables()
    {
        yield return new("jpeg with too many codes", JpegFile.Insert(Grey, Huffman, [0, .. Enumerable.Repeat((byte)255, 16), .. new byte[300]]));
        yield return new("jpeg with more codes than bits", JpegFile.Insert(Grey, Huffman, [0, 3, .. new byte[15], 1, 2, 3]));
        yield return new("jpeg with an empty code table", JpegFile.Insert(Grey, Huffman, [0, .. new byte[16]]));
        yield return new("jpeg with code table 15", JpegFile.Insert(Grey, Huffman, [0x0F, 1, .. new byte[15], 0]));
        yield return new("jpeg with quantisation table 15", JpegFile.Insert(Grey, Quantisation, [0x0F, .. new byte[64]]));
        yield return new("jpeg with a short quantisation table", JpegFile.Insert(Grey, Quantisation, [0, 1, 2]));
        yield return new("jpeg quantised by nothing", JpegFile.Insert(Grey, Quantisation, [0, .. new byte[64]]));
        yield return new("jpeg with restarts that never come", JpegFile.Insert(Colour, Restarts, [0, 1]));
        yield return new("jpeg with arithmetic tables", JpegFile.Insert(Grey, 0xCC, [0, 255, 16, 255]));
    }

    private static IEnumerable<PictureFile> Markers()
    {
        foreach (ushort length in (ushort[])[0, 1, 2, 3, 65535])
        {
            foreach (byte marker in (byte[])[Comment, Exif, Quantisation, Huffman])
            {
                byte[] file = JpegFile.Insert(Grey, marker, new byte[4]);
                BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), length);
                yield return new($"jpeg whose marker {marker:x2} has {length} bytes", file);
            }
        }

        byte[] loop = [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x69, 0x87, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0, 8, 0, 0, 0];
        yield return new("jpeg with exif that points at itself", JpegFile.Insert(Grey, Exif, [.. "Exif\0\0"u8, .. loop]));
        yield return new("jpeg with exif of 65535 entries", JpegFile.Insert(Grey, Exif, [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 0xFF, 0xFF, .. new byte[100]]));
        yield return new("jpeg with orientation 9", JpegFile.Insert(Grey, Exif, [.. "Exif\0\0"u8, .. GoodPictures.Exif(9)]));
        byte[] withProfiles = Grey, withComments = Grey;
        for (int i = 0; i < 100; i++)
        {
            withProfiles = JpegFile.Insert(withProfiles, Profile, [.. "ICC_PROFILE\0"u8, 1, 255, .. new byte[60_000]]);
            withComments = JpegFile.Insert(withComments, Comment, new byte[65_000]);
        }

        yield return new("jpeg with 6 MB of profile", withProfiles);
        yield return new("jpeg with 6 MB of comments", withComments);
        yield return new("jpeg of fill bytes", [0xFF, 0xD8, .. Enumerable.Repeat((byte)0xFF, 2_000_000), .. Grey.AsSpan(2)]);
        yield return new("jpeg of restart marks", [.. Grey.AsSpan(0, Grey.Length - 2), .. Enumerable.Repeat((byte[])[0xFF, 0xD0], 500_000).SelectMany(m => m), 0xFF, 0xD9]);
        yield return new("jpeg that ends at once", [0xFF, 0xD8, 0xFF, 0xD9]);
    }

    private static IEnumerable<PictureFile> Work()
    {
        byte[] grey = Grey;
        int scan = grey.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        yield return new("jpeg of 3,000 scans", [.. grey.AsSpan(0, scan), .. Enumerable.Repeat(grey[scan..^2], 3000).SelectMany(s => s), 0xFF, 0xD9]);
        yield return new("jpeg of 5,000 progressive scans", Progressive(64, 5000));
        yield return new("jpeg of 250 scans of 8192 x 8192", Progressive(Largest, 250));
        yield return new("jpeg of 8192 x 8192 of one colour", JpegFile.Flat(Largest, Largest, 70));
        yield return new("jpeg of arithmetic noise of 2000 x 2000", Framed(GoodPictures.All.First(p => p.Name == "jpeg arithmetic").Bytes, f => Size(f, 2000, 2000), 0xC9));
    }

    private static void Size(Span<byte> frame, int width, int height)
    {
        BinaryPrimitives.WriteUInt16BigEndian(frame[5..], (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(frame[7..], (ushort)width);
    }

    private static int FrameOf(ReadOnlySpan<byte> file, byte kind = 0xC0) => file.IndexOf((ReadOnlySpan<byte>)[0xFF, kind]);

    private static byte[] Framed(byte[] file, FrameChange change, byte kind = 0xC0)
    {
        byte[] changed = (byte[])file.Clone();
        change(changed.AsSpan(FrameOf(changed, kind)));
        return changed;
    }

    private static void Segment(List<byte> file, byte marker, ReadOnlySpan<byte> content)
    {
        int length = content.Length + 2;
        file.AddRange([0xFF, marker, (byte)(length >> 8), (byte)length]);
        file.AddRange(content);
    }

    /// <summary>Changes a frame header, of which the span begins with the marker.</summary>
    private delegate void FrameChange(Span<byte> frame);
}
