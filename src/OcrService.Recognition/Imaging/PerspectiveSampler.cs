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
        ulong[] sums = new ulong[width];
        PixelSource source = new(image);
        for (int y = 0; y < height; y++)
        {
            Array.Clear(sums);
            for (int j = 0; j < ny; j++)
                AddRow(source, toImage, y + ((j + 0.5) / ny), nx, sums);
            for (int x = 0; x < width; x++)
                target[(y * width) + x] = (Byte(sums[x] >> 48, norm) << 24) | (Byte(sums[x] >> 32, norm) << 16) | (Byte(sums[x] >> 16, norm) << 8);
        }
    }

    /// <summary>Adds the samples of one line across the result; along it all three parts of the map grow evenly.</summary>
    private static void AddRow(in PixelSource source, in Homography map, double v, int samples, ulong[] sums)
    {
        float x0 = (float)((map.Xy * v) + map.X0), y0 = (float)((map.Yy * v) + map.Y0), w0 = (float)((map.Wy * v) + 1);
        float xx = (float)map.Xx, yx = (float)map.Yx, wx = (float)map.Wx, step = 1f / samples;
        for (int x = 0; x < sums.Length; x++)
        {
            ulong sum = 0;
            for (int i = 0; i < samples; i++)
            {
                float u = x + ((i + 0.5f) * step), w = 1 / (w0 + (wx * u));
                sum += source.Bilinear(((x0 + (xx * u)) * w) - 0.5f, ((y0 + (yx * u)) * w) - 0.5f);
            }

            sums[x] += sum;
        }
    }

    private static uint Byte(ulong lane, float norm) => (uint)(((ushort)lane * norm) + 0.5f);
}
