using OcrService.Documents;
using OcrService.Native;

namespace OcrService.Recognition.Imaging;

/// <summary>GIF87a and GIF89a. The picture is the first frame, which may be smaller than the canvas.</summary>
internal static class GifHeader
{
    public static bool Matches(ReadOnlySpan<byte> file) => file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8);

    public static Outcome<ImageSize> ReadSize(ReadOnlySpan<byte> file) =>
        GifFirstFrame.Find(file) is { } frame ? ImageSize.Of(frame.Width, frame.Height) : ImageFaults.Corrupt;
}
