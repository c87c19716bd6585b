using System.Buffers.Binary;
using OcrService.Documents;
using OcrService.Recognition.Imaging;

namespace OcrService.Api.Tests.Support;

/// <summary>Files that are just enough of a picture for the HTTP layer: a signature and a size.</summary>
internal static class Pictures
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

    public static byte[] Png(int width, int height, int length = 64)
    {
        byte[] file = new byte[length];
        PngSignature.CopyTo(file);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), height);
        return file;
    }

    public static string PngText(int width = 640, int height = 480, int length = 64) => Convert.ToBase64String(Png(width, height, length));

    public static byte[] Gif(int width, int height)
    {
        byte[] file = new byte[32];
        "GIF89a"u8.CopyTo(file);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(6), (ushort)width);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(8), (ushort)height);
        return file;
    }

    /// <summary>
    /// Judges these files the way the image gate judges real ones. The gate has its own tests; here matters what becomes of its verdicts.
    /// </summary>
    public static Outcome<AdmittedImage> Admit(ReadOnlyMemory<byte> file, ImageLimits limits)
    {
        ReadOnlySpan<byte> bytes = file.Span;
        AdmittedImage image;
        if (bytes.StartsWith(PngSignature))
            image = new AdmittedImage(ImageFormat.Png, BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]), file);
        else if (bytes.StartsWith("GIF8"u8))
            image = new AdmittedImage(ImageFormat.Gif, BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]), file);
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            image = new AdmittedImage(ImageFormat.Jpeg, 760, 480, file);
        else
            return ImageFaults.UnknownFormat;

        if (!limits.Formats.Contains(image.Format))
            return ImageFaults.UnknownFormat;

        bool fits = Math.Min(image.Width, image.Height) >= limits.MinSide && Math.Max(image.Width, image.Height) <= limits.MaxSide;
        return fits ? image : ImageFaults.SizeOutOfRange;
    }
}
