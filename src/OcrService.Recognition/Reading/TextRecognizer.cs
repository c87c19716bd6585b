using System.Buffers;
using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Reading;

/// <summary>
/// Reads lines with a PP-OCR CTC network: input N x 3 x 48 x W, output N x (W / 8) x classes, softmax applied. Every line keeps its
/// aspect ratio; lines of the same rounded width go through the network together.
/// </summary>
internal sealed class TextRecognizer : ILineReader
{
    /// <summary>Height the networks are trained for, in pixels.</summary>
    public const int Height = 48;

    /// <summary>Widths are rounded up to this; the network shrinks width by 8.</summary>
    private const int WidthStep = 8;

    private readonly OnnxSession _session;
    private readonly bool _keepsSpaces;

    /// <summary>Takes a network and its alphabet.</summary>
    /// <param name="session">The network.</param>
    /// <param name="dictionary">Its alphabet.</param>
    /// <param name="keepsSpaces">Whether it reads spaces itself, and marks as symbols of their own (our own readers).</param>
    public TextRecognizer(OnnxSession session, ReaderDictionary dictionary, bool keepsSpaces = false)
    {
        _session = session;
        Dictionary = dictionary;
        _keepsSpaces = keepsSpaces;
    }

    public ReaderDictionary Dictionary { get; }

    /// <summary>Reads one line, given by its quad in the view's coordinates, first edge in reading direction.</summary>
    public LineReading Read(PageView view, in Quad quad, CancellationToken cancellationToken) =>
        Run(view.Image, new LineCrop(view.ToImage.Map(quad)), ChannelNormalization.Centered, 1, (input, width, output) =>
        {
            int frames = output.Shape[1], classes = output.Shape[2];
            List<CtcDecoder.Peak> peaks = CtcDecoder.Decode(output.Data, frames, classes);
            List<ReadSymbol> symbols = new(peaks.Count);
            foreach (CtcDecoder.Peak p in peaks)
                symbols.Add(new ReadSymbol(Dictionary[p.Class], p.Probability, (p.Frame + 0.5f) / frames));
            if (_keepsSpaces)
                return LineReading.Of(MarkTidier.Tidy(symbols));
            List<ReadSymbol> spaced = WordSpacing.Insert(symbols, input, width, Height);
            Lookalikes.Settle(spaced, (index, character) => ProbabilityNear(output, spaced[index].Position, character));
            return LineReading.Of(spaced);
        }, cancellationToken);

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
            using OnnxTensor output = _session.Run(input.AsMemory(0, length), [1, 3, Height, width], cancellationToken);
            return decode(input.AsSpan(0, length), width, output);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(input);
        }
    }

    /// <summary>Highest probability of a character at a position of the line (fraction of its width) or one frame beside.</summary>
    private float ProbabilityNear(OnnxTensor output, float position, char character)
    {
        int frames = output.Shape[1], classes = output.Shape[2];
        int middle = (int)(position * frames);
        float best = 0;
        if (Dictionary.ClassesOf(character.ToString()) is [int index])
        {
            for (int frame = Math.Max(0, middle - 1); frame <= Math.Min(frames - 1, middle + 1); frame++)
                best = MathF.Max(best, output.Data[(frame * classes) + index]);
        }

        return best;
    }

    private static int RoundUp(int width) => (width + WidthStep - 1) / WidthStep * WidthStep;
}

/// <summary>Turns a network's output for one line into a reading.</summary>
internal delegate T OutputDecoder<out T>(ReadOnlySpan<float> input, int width, OnnxTensor output);
