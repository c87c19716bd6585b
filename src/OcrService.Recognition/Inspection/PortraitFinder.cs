using OcrService.Documents.Pages;
using OcrService.Native;

namespace OcrService.Recognition.Inspection;

/// <summary>
/// Finds the frame of a portrait photo near the place that a card's declaration gives it. The photo's backdrop differs from the card's
/// ground along all four sides, or on three of them where the shoulders or the hair have the ground's colour.
/// </summary>
internal static class PortraitFinder
{
    /// <summary>The strips reach 7 % of the unit, which is 17 % of the portrait's larger side.</summary>
    private const float Reach = 2.4f;

    public static Quad? Find(PixelImage image, in Quad region) => FindFrame(image, region)?.Quad;

    /// <summary>The frame with what is known of each side.</summary>
    public static FoundFrame? FindFrame(PixelImage image, in Quad region) =>
        FrameFinder.Find(image, region, new FrameSearch(
            Reach * MathF.Max(region.Width, region.Height), Shift: 0.02f, Size: 0.06f, Shape: 0.05f, Outward: 0, MinSupport: 0.2f, PictureEdges: false));
}
