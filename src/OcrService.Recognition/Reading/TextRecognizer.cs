using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Reading;

/// <summary>Reads lines with a PP-OCR CTC network: output 1 x (W / 8) x classes, softmax applied.</summary>
internal sealed class TextRecognizer : ILineReader
{
    private readonly LineNetwork _network;
    private readonly bool _keepsSpaces;
    private readonly CtcBeamSearch? _search;

    /// <summary>Takes a network and its alphabet.</summary>
    /// <param name="session">The network.</param>
    /// <param name="dictionary">Its alphabet.</param>
    /// <param name="keepsSpaces">Whether it reads spaces itself, and marks as symbols of their own (our own readers).</param>
    /// <param name="search">Decodes what the network says together with what is known of the writing; without it the likeliest symbols are taken.</param>
    public TextRecognizer(OnnxSession session, ReaderDictionary dictionary, bool keepsSpaces = false, CtcBeamSearch? search = null)
    {
        _network = new LineNetwork(session);
        Dictionary = dictionary;
        _keepsSpaces = keepsSpaces;
        _search = search;
    }

    public ReaderDictionary Dictionary { get; }

    /// <summary>Reads one line, given by its quad in the view's coordinates, first edge in reading direction.</summary>
    public LineReading Read(PageView view, in Quad quad, CancellationToken cancellationToken) =>
        Run(view.Image, new LineCrop(view.ToImage.Map(quad)), ChannelNormalization.Centered, 1, (input, width, output) =>
        {
            int frames = output.Shape[1], classes = output.Shape[2];
            List<CtcDecoder.Peak> peaks = _search?.Decode(output.Data, frames, classes) ?? CtcDecoder.Decode(output.Data, frames, classes);
            List<ReadSymbol> symbols = new(peaks.Count);
            foreach (CtcDecoder.Peak p in peaks)
                symbols.Add(new ReadSymbol(Dictionary[p.Class], p.Probability, (p.Frame + 0.5f) / frames));
            if (_keepsSpaces)
                return LineReading.Of(MarkTidier.Tidy(symbols));
            List<ReadSymbol> spaced = WordSpacing.Insert(symbols, input, width, LineNetwork.Height);
            Lookalikes.Settle(spaced, (index, character) => ProbabilityNear(output, spaced[index].Position, character));
            return LineReading.Of(spaced);
        }, cancellationToken);

    /// <inheritdoc cref="LineNetwork.Run"/>
    public T Run<T>(
        PixelImage image, LineCrop crop, ChannelNormalization normalization, float stretch, OutputDecoder<T> decode,
        CancellationToken cancellationToken) => _network.Run(image, crop, normalization, stretch, decode, cancellationToken);

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
}
