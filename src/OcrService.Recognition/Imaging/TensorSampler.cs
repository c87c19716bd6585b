using OcrService.Native;

namespace OcrService.Recognition.Imaging;

/// <summary>How colour values 0..255 become network input: value * Scale + Offset, per plane.</summary>
/// <param name="Scale">Factor of each plane.</param>
/// <param name="Offset">Addend of each plane.</param>
/// <param name="PlaneOrder">Which colour fills plane 0, 1, 2: 0 red, 1 green, 2 blue. PP-OCR networks are trained on OpenCV's blue, green, red.</param>
internal sealed record ChannelNormalization(int[] PlaneOrder, float[] Scale, float[] Offset)
{
    private static readonly int[] Bgr = [2, 1, 0];

    /// <summary>ImageNet mean and deviation in the plane order of the PP-OCR detector.</summary>
    public static readonly ChannelNormalization ImageNet = new(
        Bgr,
        [1 / (255 * 0.229f), 1 / (255 * 0.224f), 1 / (255 * 0.225f)],
        [-0.485f / 0.229f, -0.456f / 0.224f, -0.406f / 0.225f]);

    /// <summary>(x / 255 - 0.5) / 0.5: what the PP-OCR readers were trained with.</summary>
    public static readonly ChannelNormalization Centered = new(Bgr, [2 / 255f, 2 / 255f, 2 / 255f], [-1, -1, -1]);

    /// <summary>x / 255: half the contrast of <see cref="Centered"/>; the readers then drop fewer narrow symbols (MRZ fillers, spaces).</summary>
    public static readonly ChannelNormalization Unit = new(Bgr, [1 / 255f, 1 / 255f, 1 / 255f], [0, 0, 0]);
}

/// <summary>
/// Fills a planar float tensor (3 x height x width) with a part of a picture seen through a map. Shrinking averages over the
/// covered area; outside of the picture the nearest border pixel is taken or, for turned pages, a constant colour.
/// </summary>
internal static class TensorSampler
{
    /// <summary>Fills three planes of floats.</summary>
    /// <param name="image">Source picture.</param>
    /// <param name="toImage">Map from tensor pixel centres (x + 0.5, y + 0.5) to picture coordinates.</param>
    /// <param name="width">Tensor width.</param>
    /// <param name="height">Tensor height.</param>
    /// <param name="normalization">Colour planes and their scaling.</param>
    /// <param name="target">Receives 3 * height * width values, planes one after the other.</param>
    /// <param name="rowStride">Distance between rows of a plane in the tensor; at least <paramref name="width"/>.</param>
    /// <param name="outside">Colour as 0xRRGGBBAA for points outside the picture; null repeats the border.</param>
    public static void Fill(
        PixelImage image, in Affine toImage, int width, int height, ChannelNormalization normalization, Span<float> target, int rowStride,
        uint? outside = null)
    {
        int plane = rowStride * height;
        using AreaSums sums = new(image, toImage, width, outside);
        Planes planes = new(normalization, sums.Count);
        for (int y = 0; y < height; y++)
        {
            Span<float> row = target[(y * rowStride)..];
            planes.Put(sums.Row(y), row[..width], row.Slice(plane, width), row.Slice(2 * plane, width));
        }
    }

    /// <summary>The same for one grey plane of bytes (0 black, 255 white), for readers that want grey pictures.</summary>
    public static void FillGray(PixelImage image, in Affine toImage, int width, int height, Span<byte> target, int rowStride)
    {
        using AreaSums sums = new(image, toImage, width, outside: null);
        float norm = 1f / sums.Count;
        for (int y = 0; y < height; y++)
        {
            ReadOnlySpan<ulong> row = sums.Row(y);
            for (int x = 0; x < width; x++)
            {
                float red = (ushort)(row[x] >> 48) * norm, green = (ushort)(row[x] >> 32) * norm, blue = (ushort)(row[x] >> 16) * norm;
                target[(y * rowStride) + x] = (byte)((0.299f * red) + (0.587f * green) + (0.114f * blue) + 0.5f);
            }
        }
    }

    private readonly struct Planes(ChannelNormalization n, int samples)
    {
        private readonly float _norm = 1f / samples;
        private readonly int _shift0 = 48 - (16 * n.PlaneOrder[0]), _shift1 = 48 - (16 * n.PlaneOrder[1]), _shift2 = 48 - (16 * n.PlaneOrder[2]);
        private readonly float _scale0 = n.Scale[0], _scale1 = n.Scale[1], _scale2 = n.Scale[2];
        private readonly float _offset0 = n.Offset[0], _offset1 = n.Offset[1], _offset2 = n.Offset[2];

        public void Put(ReadOnlySpan<ulong> sums, Span<float> p0, Span<float> p1, Span<float> p2)
        {
            // One length for all lets the compiler drop the checks of every index.
            p0 = p0[..sums.Length];
            p1 = p1[..sums.Length];
            p2 = p2[..sums.Length];
            for (int x = 0; x < sums.Length; x++)
            {
                ulong sum = sums[x];
                p0[x] = ((ushort)(sum >> _shift0) * _norm * _scale0) + _offset0;
                p1[x] = ((ushort)(sum >> _shift1) * _norm * _scale1) + _offset1;
                p2[x] = ((ushort)(sum >> _shift2) * _norm * _scale2) + _offset2;
            }
        }
    }
}
