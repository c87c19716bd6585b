using OcrService.Documents.Mrz;
using OcrService.Documents.Pages;
using OcrService.Recognition.Imaging;
using OcrService.Recognition.Reading;

namespace OcrService.Recognition.Mrz;

/// <summary>Reads rows with a reader of lines that knows other characters too and is held to those of machine readable zones.</summary>
/// <param name="name">Name of the way, for diagnosis.</param>
/// <param name="reader">The reader of lines.</param>
/// <param name="normalization">How colours are fed to it.</param>
/// <param name="stretch">How much wider than it is the row is shown to it.</param>
internal sealed class MaskedRowReader(string name, TextRecognizer reader, ChannelNormalization normalization, float stretch) : IMrzRowReader
{
    private readonly MrzAlphabet _alphabet = MrzAlphabet.Of(reader.Dictionary);

    public MrzReading Read(PageView view, in Quad row, CancellationToken cancellationToken) => reader.Run(
        view.Image,
        new LineCrop(view.ToImage.Map(row)),
        normalization,
        stretch,
        (_, _, output) => new MrzReading(name, _alphabet.Frames(output.Data, output.Shape[2]).Symbols()),
        cancellationToken);
}
