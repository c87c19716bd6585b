namespace OcrService.Recognition.Reading;

/// <summary>One symbol that a reader saw.</summary>
/// <param name="Text">The character, one grapheme of the reader's dictionary.</param>
/// <param name="Probability">Its probability, 0 to 1.</param>
/// <param name="Position">Where it stands: fraction of the line's width, 0 to 1.</param>
internal readonly record struct ReadSymbol(string Text, float Probability, float Position);

/// <summary>What a reader made of one line.</summary>
/// <param name="Symbols">The symbols from left to right, spaces included.</param>
/// <param name="Confidence">Mean probability of the symbols; 0 for an empty line.</param>
internal sealed record LineReading(IReadOnlyList<ReadSymbol> Symbols, float Confidence)
{
    /// <summary>So many fillers in a row stand in machine readable zones only.</summary>
    private const int FillersInRow = 4;

    public static readonly LineReading Empty = new([], 0);

    /// <summary>How much sense the line makes; grows with its length, and fast with its confidence. Compares ways of looking at the same text.</summary>
    public float Sense => PointsBackwards ? 0 : Confidence * Confidence * Symbols.Count;

    /// <summary>
    /// True for a machine readable row upside down: its fillers are as sure as upright ones; only, they point to the right then, as
    /// nothing else does in a row.
    /// </summary>
    public bool PointsBackwards
    {
        get
        {
            int run = 0;
            foreach (ReadSymbol symbol in Symbols)
            {
                run = symbol.Text == ">" ? run + 1 : 0;
                if (run == FillersInRow)
                    return true;
            }

            return false;
        }
    }

    public string Text => string.Concat(Symbols.Select(s => s.Text));

    /// <summary>The reading of a stretch from <paramref name="from"/> to <paramref name="to"/>, in widths of a line, with its symbols placed on the line.</summary>
    public LineReading Within(float from, float to) => from == 0 && to == 1
        ? this
        : this with { Symbols = [.. Symbols.Select(s => s with { Position = Math.Clamp(from + (s.Position * (to - from)), 0, 1) })] };

    public static LineReading Of(IReadOnlyList<ReadSymbol> symbols)
    {
        float sum = 0;
        int n = 0;
        foreach (ReadSymbol s in symbols)
        {
            if (s.Text != " ")
            {
                sum += s.Probability;
                n++;
            }
        }

        return n == 0 ? Empty : new LineReading(symbols, sum / n);
    }
}
