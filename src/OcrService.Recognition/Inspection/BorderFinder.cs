using OcrService.Documents.Pages;
using OcrService.Native;

namespace OcrService.Recognition.Inspection;

/// <summary>
/// Finds the corners of a card. Frames and bands that are printed on a card run along its border like a second one, so that of two edges
/// alike the outer one is preferred; shadows and things beside the card lie outwards too, but their rims are soft or out of shape.
/// </summary>
internal static class BorderFinder
{
    /// <summary>How many times as far the edges of a card are looked for whose place is but a guess.</summary>
    private const float Farther = 3;

    /// <summary>The border near a frame; null when less than three sides are seen.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="rough">The frame, in pixels of the picture.</param>
    /// <param name="isVague">Whether the frame is but a guess of the card's place and size.</param>
    public static Quad? Find(PixelImage image, in Quad rough, bool isVague = false)
    {
        FoundFrame? near = isVague ? null : Near(image, rough);
        return near is not null && IsWhole(near) ? near.Quad : Around(image, rough) ?? near?.Quad;
    }

    private static FoundFrame? Near(PixelImage image, in Quad rough) => FrameFinder.Find(image, rough, new FrameSearch(
        MathF.Max(rough.Width, rough.Height), Shift: 0.02f, Size: 0.03f, Shape: 0.025f, Outward: 10, MinSupport: 0.4f, PictureEdges: true));

    /// <summary>The border looked for farther out first, which is less exact, and then from where it was found; null when a side is not seen.</summary>
    private static Quad? Around(PixelImage image, in Quad rough) => FrameFinder.Find(image, rough, new FrameSearch(
        Farther * MathF.Max(rough.Width, rough.Height), Shift: 0.03f, Size: 0.12f, Shape: 0.06f, Outward: 20, MinSupport: 0.4f, PictureEdges: true)) is { } frame
        && IsWhole(frame) ? Near(image, frame.Quad)?.Quad : null;

    private static bool IsWhole(FoundFrame frame) => Array.TrueForAll(frame.Sides, s => s.Support > 0);
}
