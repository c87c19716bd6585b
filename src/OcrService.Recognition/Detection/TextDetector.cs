using System.Buffers;
using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Detection;

/// <summary>Finds text with the PP-OCR detector (DBNet): one input, N x 3 x H x W with sides multiple of 32; one output, N x 1 x H x W probabilities.</summary>
internal sealed class TextDetector(OnnxSession session, DbOptions options)
{
    /// <summary>Most pixels a network input may have; bounds memory and time for extreme aspect ratios.</summary>
    private const int MaxInputPixels = 1600 * 1600;

    /// <summary>
    /// Boxes in view coordinates. The view is scaled so that its longer side is <paramref name="targetSide"/>, but never enlarged more
    /// than <paramref name="maxEnlargement"/> times.
    /// </summary>
    public List<TextBox> Detect(PageView view, int targetSide, float maxEnlargement, CancellationToken cancellationToken)
    {
        float scale = MathF.Min(ScaleFor(view.Width, view.Height, targetSide), maxEnlargement);
        int width = RoundTo32(view.Width * scale), height = RoundTo32(view.Height * scale);
        while ((long)width * height > MaxInputPixels)
        {
            scale *= 0.9f;
            width = RoundTo32(view.Width * scale);
            height = RoundTo32(view.Height * scale);
        }

        float sx = (float)view.Width / width, sy = (float)view.Height / height;
        int length = 3 * width * height;
        float[] input = ArrayPool<float>.Shared.Rent(length);
        try
        {
            Affine toImage = view.ToImage.After(Affine.Scale(sx, sy));
            TensorSampler.Fill(
                view.Image, toImage, width, height, ChannelNormalization.ImageNet, input, width, view.Angle == 0 ? null : BorderColor(view.Image));
            using OnnxTensor output = session.Run(input.AsMemory(0, length), [1, 3, height, width], cancellationToken);
            List<TextBox> boxes = DbPostProcessor.Find(output.Data, width, height, options);
            for (int i = 0; i < boxes.Count; i++)
                boxes[i] = boxes[i] with { Quad = ToView(boxes[i].Quad, sx, sy) };
            return boxes;
        }
        finally
        {
            ArrayPool<float>.Shared.Return(input);
        }
    }

    /// <summary>
    /// The longer side decides, unless the picture is tall and narrow, like a receipt: then its print would become too small, and the
    /// width decides as far as the pixels of an ordinary page allow.
    /// </summary>
    private static float ScaleFor(int width, int height, int targetSide)
    {
        float byLonger = (float)targetSide / Math.Max(width, height);
        float byWidth = targetSide / 2f / width;
        float byPixels = targetSide * MathF.Sqrt(0.75f / ((float)width * height));
        return width < height ? MathF.Max(byLonger, MathF.Min(byWidth, byPixels)) : byLonger;
    }

    private static Quad ToView(in Quad q, float sx, float sy) => new(ToView(q.TopLeft, sx, sy), ToView(q.TopRight, sx, sy), ToView(q.BottomRight, sx, sy), ToView(q.BottomLeft, sx, sy));

    // Map coordinates have pixel centres at whole numbers.
    private static PagePoint ToView(PagePoint p, float sx, float sy) => new((p.X + 0.5f) * sx, (p.Y + 0.5f) * sy);

    private static int RoundTo32(float side) => Math.Max(32, (int)MathF.Round(side / 32) * 32);

    /// <summary>Mean colour of the picture's border: fills the corners of a turned view without drawing an edge there.</summary>
    private static uint BorderColor(PixelImage image)
    {
        long r = 0, g = 0, b = 0, n = 0;
        int stepX = Math.Max(1, image.Width / 64), stepY = Math.Max(1, image.Height / 64);
        for (int x = 0; x < image.Width; x += stepX)
        {
            Add(image.Row(0)[x]);
            Add(image.Row(image.Height - 1)[x]);
        }

        for (int y = 0; y < image.Height; y += stepY)
        {
            Add(image.Row(y)[0]);
            Add(image.Row(y)[image.Width - 1]);
        }

        return ((uint)(r / n) << 24) | ((uint)(g / n) << 16) | ((uint)(b / n) << 8) | 0xFF;

        void Add(uint p)
        {
            r += p >> 24;
            g += (p >> 16) & 0xFF;
            b += (p >> 8) & 0xFF;
            n++;
        }
    }
}
