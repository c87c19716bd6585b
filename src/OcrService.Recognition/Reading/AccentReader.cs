using OcrService.Documents.Pages;
using OcrService.Documents.Values;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Reading;

/// <summary>
/// Latin lines with the accents that another reader sees too: it sets them where both agree on the letter beneath. Names are wrong by one.
/// </summary>
internal sealed class AccentReader(ILineReader letters, ILineReader accents) : ILineReader
{
    /// <summary>Two readings that differ in more of their letters do not speak of the same line.</summary>
    private const float MaxDifference = 0.3f;

    public LineReading Read(PageView view, in Quad quad, CancellationToken cancellationToken)
    {
        LineReading plain = letters.Read(view, quad, cancellationToken);
        return plain.Symbols.Count == 0 ? plain : SetAccents(plain, accents.Read(view, quad, cancellationToken));
    }

    /// <summary>The reading with the accents that the other one has on the same letters.</summary>
    public static LineReading SetAccents(LineReading plain, LineReading accented)
    {
        int[] places = [.. Enumerable.Range(0, plain.Symbols.Count).Where(i => plain.Symbols[i].Text != " ")];
        ReadingAlignment other = ReadingAlignment.Of(
            [.. places.Select(i => plain.Symbols[i])], [.. accented.Symbols.Where(s => s.Text != " ")], (a, b) => IsSameLetter(a[0], b[0]) ? 0 : 1);
        if (other.Cost > MaxDifference * places.Length)
            return plain;
        ReadSymbol[] symbols = [.. plain.Symbols];
        for (int i = 0; i < places.Length; i++)
        {
            char letter = symbols[places[i]].Text[0];
            if (other.At[i] is { } mark && mark.Text[0] > '\u007F' && IsSameLetter(letter, mark.Text[0]))
                symbols[places[i]] = symbols[places[i]] with { Text = (char.IsUpper(letter) ? char.ToUpperInvariant(mark.Text[0]) : mark.Text[0]).ToString() };
        }

        return plain with { Symbols = symbols };
    }

    private static bool IsSameLetter(char a, char b) => FuzzyText.Fold(a) == FuzzyText.Fold(b);
}
