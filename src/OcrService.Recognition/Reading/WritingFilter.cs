using OcrService.Documents.Fields;
using OcrService.Documents.Pages;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Reading;

/// <summary>
/// A reader that knows Latin beside the writings it is asked for: a line most of whose letters are none of theirs is no line of them,
/// however well it was read. (Else Latin lines upside down would come out upright where nobody asked for it.)
/// </summary>
internal sealed class WritingFilter(ILineReader reader, IReadOnlyList<FieldScript> writings) : ILineReader
{
    /// <summary>Least part of the letters that are of the writings.</summary>
    private const float MinShare = 0.5f;

    public LineReading Read(PageView view, in Quad quad, CancellationToken cancellationToken)
    {
        LineReading reading = reader.Read(view, quad, cancellationToken);
        int letters = 0, own = 0;
        foreach (ReadSymbol symbol in reading.Symbols)
        {
            char c = symbol.Text[0];
            bool isOwn = writings.Any(w => WritingBlocks.Has(w, c));
            letters += isOwn || char.IsLetterOrDigit(c) ? 1 : 0;
            own += isOwn ? 1 : 0;
        }

        return own >= MinShare * letters ? reading : LineReading.Empty;
    }
}
