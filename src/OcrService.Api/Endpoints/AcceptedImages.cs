using OcrService.Recognition.Imaging;

namespace OcrService.Api.Endpoints;

/// <summary>What the endpoints accept, as documented. Sides are in pixels, inclusive.</summary>
internal static class AcceptedImages
{
    public static ImageLimits WebImage { get; } = new(
        new HashSet<ImageFormat> { ImageFormat.Png, ImageFormat.Jpeg, ImageFormat.Bmp, ImageFormat.Tiff, ImageFormat.Gif, ImageFormat.Webp },
        MinSide: 15,
        MaxSide: 8192);

    public static ImageLimits Card { get; } = new(
        new HashSet<ImageFormat> { ImageFormat.Png, ImageFormat.Jpeg, ImageFormat.Bmp, ImageFormat.Tiff },
        MinSide: 15,
        MaxSide: 8192);
}
