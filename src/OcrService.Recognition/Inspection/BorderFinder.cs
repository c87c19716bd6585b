using OcrService.Documents.Pages;
using OcrService.Native;

namespace OcrService.Recognition.Inspection;

/// <summary>
/// Finds the corners of a card. Frames and bands that are printed on a card run along its border like a second one, so that of two edges
/// alike the outer one is preferred; shadows and things beside the card lie outwards too, but their rims are soft or out of shape.
/// </summary>
internal static class BorderFinder
{
    public static Quad? Find(PixelImage image, in Quad rough) =>
        FrameFinder.Find(image, rough, new FrameSearch(
            MathF.Max(rough.Width, rough.Height), Shift: 0.02f, Size: 0.03f, Shape: 0.025f, Outward: 10, MinSupport: 0.4f, PictureEdges: true))?.Quad;
}
