using SkiaSharp;

namespace OcrService.Specimens.Wearing;

/// <summary>Shows a picture on a screen: of each of its pixels a red, a green and a blue stripe can be seen, with a dark gap below.</summary>
internal static class Screen
{
    private const int Side = 3;

    // What a stripe lets through of the other two colours, and the gap of all; less would be the darkness of a screen seen through a magnifier.
    private const float Others = 0.68f, Gap = 0.8f;

    /// <summary>The screen's surface, three pixels wide and high for each of the screen's. The receiver owns it.</summary>
    public static SKBitmap Show(SKBitmap source, int width)
    {
        int height = (int)MathF.Round((float)width * source.Height / source.Width);
        using var pixels = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        source.ScalePixels(pixels, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        var surface = new SKBitmap(new SKImageInfo(width * Side, height * Side, SKColorType.Rgba8888, SKAlphaType.Premul));
        ReadOnlySpan<byte> from = pixels.GetPixelSpan();
        Span<byte> to = surface.GetPixelSpan();
        for (int y = 0; y < surface.Height; y++)
        {
            float light = y % Side == Side - 1 ? Gap : 1;
            for (int x = 0; x < surface.Width; x++)
            {
                int pixel = ((y / Side * width) + (x / Side)) * 4, at = ((y * surface.Width) + x) * 4;
                for (int c = 0; c < 3; c++) to[at + c] = (byte)(from[pixel + c] * light * (x % Side == c ? 1 : Others));
                to[at + 3] = from[pixel + 3];
            }
        }

        return surface;
    }
}
