using OcrService.Documents.Fields;
using OcrService.Documents.Pages;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Reading;

/// <summary>The line readers of the process and which of them a script asks for.</summary>
/// <param name="General">Chinese and Latin.</param>
/// <param name="Latin">Latin lines.</param>
/// <param name="Writings">Readers of the writings that the general one does not know, by the script that asks for them.</param>
internal sealed record LineReaders(TextRecognizer General, LatinReader Latin, IReadOnlyDictionary<FieldScript, ILineReader> Writings)
{
    /// <summary>A reading in a writing of its own counts from this confidence on.</summary>
    private const float MinConfidence = 0.5f;

    /// <summary>How much surer the general reader may be: it is sure of Latin lines and of hardly any other.</summary>
    private const float Grace = 0.05f;

    /// <summary>Reads a line of which only the writing beside Latin is known: the more sensible of what two readers say.</summary>
    public LineReading ReadMixed(PageView view, in Quad quad, FieldScript writing, CancellationToken cancellationToken)
    {
        LineReading general = General.Read(view, quad, cancellationToken);
        if (!Writings.TryGetValue(writing, out ILineReader? reader))
            return general;
        LineReading own = reader.Read(view, quad, cancellationToken);
        bool ofWriting = own.Confidence >= MinConfidence && own.Symbols.Any(s => WritingBlocks.Has(writing, s.Text[0]));
        return ofWriting && own.Confidence > general.Confidence - Grace ? own : general;
    }

    /// <summary>Reads a line whose script is known.</summary>
    public LineReading Read(PageView view, in Quad quad, FieldScript script, CancellationToken cancellationToken)
    {
        if (Writings.TryGetValue(script, out ILineReader? own))
            return own.Read(view, quad, cancellationToken);
        return script switch
        {
            FieldScript.Latin or FieldScript.Digits => Latin.ReadAscii(view, quad, cancellationToken),
            FieldScript.Spanish => Latin.Read(view, quad, cancellationToken),
            _ => General.Read(view, quad, cancellationToken),
        };
    }
}

/// <summary>The Unicode blocks of the writings.</summary>
internal static class WritingBlocks
{
    public static bool Has(FieldScript writing, char c) => writing switch
    {
        FieldScript.Thai => c is >= '\u0E00' and <= '\u0E7F',
        FieldScript.Khmer => c is >= '\u1780' and <= '\u17FF',
        FieldScript.Burmese => c is >= '\u1000' and <= '\u109F',
        FieldScript.TraditionalChinese => c is >= '\u3400' and <= '\u9FFF' || char.IsSurrogate(c),
        _ => false,
    };
}
