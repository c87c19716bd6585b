using System.Runtime.CompilerServices;
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
/// covered area (a grid of bilinear samples), so that thin strokes survive; outside of the picture the nearest border pixel is taken
/// or, for turned pages, a constant colour.
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
        float scaleX = MathF.Sqrt((toImage.Xx * toImage.Xx) + (toImage.Yx * toImage.Yx));
        float scaleY = MathF.Sqrt((toImage.Xy * toImage.Xy) + (toImage.Yy * toImage.Yy));
        int nx = PixelSource.SamplesFor(scaleX), ny = PixelSource.SamplesFor(scaleY);
        int plane = rowStride * height;
        Span<float> p0 = target[..plane], p1 = target.Slice(plane, plane), p2 = target.Slice(2 * plane, plane);
        Planes planes = new(normalization);
        float norm = 1f / (nx * ny);
        PixelSource source = new(image, outside);
        for (int y = 0; y < height; y++)
        {
            int at = y * rowStride;
            for (int x = 0; x < width; x++)
            {
                ulong sum = 0; // four 16-bit lanes: red, green, blue, unused; room for 256 samples
                for (int j = 0; j < ny; j++)
                {
                    float v = y + ((j + 0.5f) / ny);
                    for (int i = 0; i < nx; i++)
                    {
                        float u = x + ((i + 0.5f) / nx);
                        float sx = (toImage.Xx * u) + (toImage.Xy * v) + toImage.X0 - 0.5f;
                        float sy = (toImage.Yx * u) + (toImage.Yy * v) + toImage.Y0 - 0.5f;
                        sum += source.Bilinear(sx, sy);
                    }
                }

                planes.Put(p0, p1, p2, at + x, sum, norm);
            }
        }
    }

    /// <summary>The same for one grey plane of bytes (0 black, 255 white), for readers that want grey pictures.</summary>
    public static void FillGray(PixelImage image, in Affine toImage, int width, int height, Span<byte> target, int rowStride)
    {
        float scaleX = MathF.Sqrt((toImage.Xx * toImage.Xx) + (toImage.Yx * toImage.Yx));
        float scaleY = MathF.Sqrt((toImage.Xy * toImage.Xy) + (toImage.Yy * toImage.Yy));
        int nx = PixelSource.SamplesFor(scaleX), ny = PixelSource.SamplesFor(scaleY);
        PixelSource source = new(image);
        float norm = 1f / (nx * ny);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                ulong sum = 0;
                for (int j = 0; j < ny; j++)
                {
                    float v = y + ((j + 0.5f) / ny);
                    for (int i = 0; i < nx; i++)
                    {
                        float u = x + ((i + 0.5f) / nx);
                        sum += source.Bilinear(
                            (toImage.Xx * u) + (toImage.Xy * v) + toImage.X0 - 0.5f,
                            (toImage.Yx * u) + (toImage.Yy * v) + toImage.Y0 - 0.5f);
                    }
                }

                float red = (ushort)(sum >> 48) * norm, green = (ushort)(sum >> 32) * norm, blue = (ushort)(sum >> 16) * norm;
                target[(y * rowStride) + x] = (byte)((0.299f * red) + (0.587f * green) + (0.114f * blue) + 0.5f);
            }
        }
    }

    private readonly struct Planes(ChannelNormalization n)
    {
        private readonly int _shift0 = 48 - (16 * n.PlaneOrder[0]), _shift1 = 48 - (16 * n.PlaneOrder[1]), _shift2 = 48 - (16 * n.PlaneOrder[2]);
        private readonly float _scale0 = n.Scale[0], _scale1 = n.Scale[1], _scale2 = n.Scale[2];
        private readonly float _offset0 = n.Offset[0], _offset1 = n.Offset[1], _offset2 = n.Offset[2];

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Put(Span<float> p0, Span<float> p1, Span<float> p2, int at, ulong sum, float norm)
        {
            p0[at] = ((ushort)(sum >> _shift0) * norm * _scale0) + _offset0;
            p1[at] = ((ushort)(sum >> _shift1) * norm * _scale1) + _offset1;
            p2[at] = ((ushort)(sum >> _shift2) * norm * _scale2) + _offset2;
        }
    }
}
