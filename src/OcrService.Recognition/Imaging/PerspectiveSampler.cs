using OcrService.Documents.Pages;
using OcrService.Native;

namespace OcrService.Recognition.Imaging;

/// <summary>Straightens a part of a picture that is seen in perspective. Shrinking averages over the covered area, outside of the picture its border is repeated.</summary>
internal static class PerspectiveSampler
{
    /// <summary>Fills rows of pixels 0xRRGGBB00.</summary>
    /// <param name="image">Source picture.</param>
    /// <param name="toImage">Map from the result's coordinates to the picture's; both count from the corner of the first pixel.</param>
    /// <param name="width">Width of the result.</param>
    /// <param name="height">Height of the result.</param>
    /// <param name="target">Receives <paramref name="height"/> rows of <paramref name="width"/> pixels.</param>
    public static void Fill(PixelImage image, in Homography toImage, int width, int height, Span<uint> target)
    {
        PagePoint middle = toImage.Map(width / 2f, height / 2f);
        int nx = PixelSource.SamplesFor((toImage.Map((width / 2f) + 1, height / 2f) - middle).Length);
        int ny = PixelSource.SamplesFor((toImage.Map(width / 2f, (height / 2f) + 1) - middle).Length);
        float norm = 1f / (nx * ny);
        PixelSource source = new(image);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                ulong sum = 0;
                for (int j = 0; j < ny; j++)
                {
                    for (int i = 0; i < nx; i++)
                    {
                        PagePoint p = toImage.Map(x + ((i + 0.5f) / nx), y + ((j + 0.5f) / ny));
                        sum += source.Bilinear(p.X - 0.5f, p.Y - 0.5f);
                    }
                }

                target[(y * width) + x] = (Byte(sum >> 48, norm) << 24) | (Byte(sum >> 32, norm) << 16) | (Byte(sum >> 16, norm) << 8);
            }
        }
    }

    private static uint Byte(ulong lane, float norm) => (uint)(((ushort)lane * norm) + 0.5f);
}
