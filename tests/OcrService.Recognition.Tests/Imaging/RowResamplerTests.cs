using OcrService.Native;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Tests.Imaging;

public sealed class RowResamplerTests
{
    public static TheoryData<int, int, float, float> Grids => new()
    {
        { 40, 30, 1, 0 }, { 40, 30, 0.37f, -2 }, { 40, 30, 2.9f, 0.25f }, { 2, 1, 0.5f, -1 }, { 17, 9, 1.0001f, 5 },
    };

    [Theory]
    [MemberData(nameof(Grids))]
    public void Every_point_is_the_one_that_is_sampled_alone(int width, int height, float step, float start)
    {
        using PixelImage image = Noise(width, height);
        int columns = (int)((width + 4) / step) + 1;
        float[] xs = [.. Enumerable.Range(0, columns).Select(i => start + (i * step))];
        using RowResampler rows = new(image, columns, i => xs[i]);
        PixelSource points = new(image);
        ulong[] values = new ulong[columns];

        // Downwards, on the spot, and back: the stretched rows that are kept must never be taken for others.
        foreach (float y in (float[])[-1, 0, 0.3f, 0.3f, 0.9f, 1.7f, height - 1.2f, height - 1, height + 3, 0.4f, height / 2f])
        {
            rows.Sample(y, values);
            for (int i = 0; i < columns; i++)
                values[i].ShouldBe(points.Bilinear(xs[i], y), $"at {xs[i]}, {y}");
        }
    }

    [Fact]
    public void A_map_along_the_rows_fills_a_tensor_as_one_that_is_turned_by_nothing()
    {
        using PixelImage image = Noise(61, 47);
        Affine map = Affine.Scale(2.3f, 3.1f);
        float[] along = new float[3 * 20 * 15], pointwise = new float[3 * 20 * 15];
        // A turn too small to move a sample, but one.
        Affine turned = map with { Xy = 1e-20f };

        TensorSampler.Fill(image, map, 20, 15, ChannelNormalization.ImageNet, along, 20);
        TensorSampler.Fill(image, turned, 20, 15, ChannelNormalization.ImageNet, pointwise, 20);

        along.ShouldBe(pointwise);
        along.Distinct().Count().ShouldBeGreaterThan(100);
    }

    private static PixelImage Noise(int width, int height)
    {
        PixelImage image = PixelImage.Create(width, height);
        Random random = new(width * height);
        for (int y = 0; y < height; y++)
        {
            foreach (ref uint pixel in image.WritableRow(y))
                pixel = (uint)random.NextInt64(1L << 32) & 0xFFFFFF00;
        }

        return image;
    }
}
