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
        return plain.Symbols.Count == 0 ? plain : SetAccents(plain, accents.Read(view, quad, cancellationToken).Text);
    }

    /// <summary>The reading with the accents that the other text has on the same letters.</summary>
    public static LineReading SetAccents(LineReading plain, string accented)
    {
        int[] places = [.. Enumerable.Range(0, plain.Symbols.Count).Where(i => plain.Symbols[i].Text != " ")];
        string letters = string.Concat(places.Select(i => plain.Symbols[i].Text[0]));
        string other = string.Concat(accented.Where(c => !char.IsWhiteSpace(c)));
        int[,] distance = new int[letters.Length + 1, other.Length + 1];
        for (int i = 0; i <= letters.Length; i++)
        {
            for (int j = 0; j <= other.Length; j++)
            {
                distance[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1,
                    distance[i - 1, j - 1] + (IsSameLetter(letters[i - 1], other[j - 1]) ? 0 : 1));
            }
        }

        if (distance[letters.Length, other.Length] > MaxDifference * letters.Length)
            return plain;
        ReadSymbol[] symbols = [.. plain.Symbols];
        for (int i = letters.Length, j = other.Length; i > 0 && j > 0;)
        {
            if (distance[i, j] == distance[i - 1, j - 1] + (IsSameLetter(letters[i - 1], other[j - 1]) ? 0 : 1))
            {
                (i, j) = (i - 1, j - 1);
                if (other[j] > '\u007F' && IsSameLetter(letters[i], other[j]))
                    symbols[places[i]] = symbols[places[i]] with { Text = char.IsUpper(letters[i]) ? char.ToUpperInvariant(other[j]).ToString() : other[j].ToString() };
            }
            else if (distance[i, j] == distance[i - 1, j] + 1)
            {
                i--;
            }
            else
            {
                j--;
            }
        }

        return plain with { Symbols = symbols };
    }

    private static bool IsSameLetter(char a, char b) => FuzzyText.Fold(a) == FuzzyText.Fold(b);
}
