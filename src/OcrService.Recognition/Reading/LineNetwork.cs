using System.Buffers;
using OcrService.Native;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Reading;

/// <summary>A network that looks at whole lines: input 1 x 3 x 48 x W. Every line keeps its aspect ratio.</summary>
internal sealed class LineNetwork(OnnxSession session)
{
    /// <summary>Height the networks are trained for, in pixels.</summary>
    public const int Height = 48;

    /// <summary>Widths are rounded up to this; the networks shrink width by 8.</summary>
    private const int WidthStep = 8;

    /// <summary>Gives the network's output of one line to <paramref name="decode"/> together with its input (3 x 48 x width, planes in network order).</summary>
    public T Run<T>(
        PixelImage image, LineCrop crop, ChannelNormalization normalization, float stretch, OutputDecoder<T> decode,
        CancellationToken cancellationToken)
    {
        int width = RoundUp(crop.WidthAt(Height, stretch));
        int length = 3 * Height * width;
        float[] input = ArrayPool<float>.Shared.Rent(length);
        try
        {
            TensorSampler.Fill(image, crop.ToImage(width, Height), width, Height, normalization, input, width);
            using OnnxTensor output = session.Run(input.AsMemory(0, length), [1, 3, Height, width], cancellationToken);
            return decode(input.AsSpan(0, length), width, output);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(input);
        }
    }

    private static int RoundUp(int width) => (width + WidthStep - 1) / WidthStep * WidthStep;
}

/// <summary>Turns a network's output for one line into a reading.</summary>
internal delegate T OutputDecoder<out T>(ReadOnlySpan<float> input, int width, OnnxTensor output);
