using OcrService.Documents.Mrz;
using OcrService.Documents.Pages;

namespace OcrService.Documents.Tests.Mrz;

/// <summary>Makes zones out of printed lines the way readers see them: symbols with places and alternatives, and their typical errors.</summary>
internal sealed class MrzNoise(int seed)
{
    private static readonly Dictionary<char, string> Lookalikes = new()
    {
        ['0'] = "OQD", ['O'] = "0Q", ['1'] = "IL", ['I'] = "1L", ['2'] = "Z", ['Z'] = "2", ['5'] = "S", ['S'] = "5", ['6'] = "G", ['G'] = "6",
        ['8'] = "B", ['B'] = "8", ['4'] = "A", ['7'] = "T", ['<'] = "KCL",
    };

    private readonly Random _random = new(seed);

    /// <summary>Chance that a character is read as a lookalike.</summary>
    public double Confused { get; init; }

    /// <summary>Chance that a filler beside another filler gets lost.</summary>
    public double Dropped { get; init; }

    /// <summary>Chance that a filler beside another filler is doubled.</summary>
    public double Doubled { get; init; }

    /// <summary>Chance that a filler between other characters gets lost.</summary>
    public double LostAlone { get; init; }

    /// <summary>How sure the reader is of a wrong character.</summary>
    public float WrongProbability { get; init; } = 0.6f;

    public int Readings { get; init; } = 1;

    public MrzZone Zone(params string[] lines) =>
        new([.. lines.Select((text, k) => new MrzLine(
            Quad.FromBox(100, 700 + (50 * k), 1000, 730 + (50 * k)),
            [.. Enumerable.Range(0, Readings).Select(r => new MrzReading($"reader {r}", Read(text)))]))]);

    private List<MrzSymbol> Read(string text)
    {
        List<MrzSymbol> symbols = [];
        for (int i = 0; i < text.Length; i++)
        {
            bool inRun = text[i] == '<' && ((i > 0 && text[i - 1] == '<') || (i + 1 < text.Length && text[i + 1] == '<'));
            if ((inRun && _random.NextDouble() < Dropped) || (LostAlone > 0 && !inRun && text[i] == '<' && _random.NextDouble() < LostAlone))
            {
                continue;
            }

            symbols.Add(Symbol(text[i], (i + 0.5f) / text.Length));
            if (inRun && _random.NextDouble() < Doubled)
            {
                symbols.Add(Symbol('<', (i + 0.9f) / text.Length));
            }
        }

        return symbols;
    }

    private MrzSymbol Symbol(char c, float position)
    {
        position = 0.01f + (position * 0.98f) + ((float)(_random.NextDouble() - 0.5) * 0.006f);
        if (_random.NextDouble() >= Confused || !Lookalikes.TryGetValue(c, out string? wrong))
        {
            return new MrzSymbol(position, [new(c, 0.97f)]);
        }

        return new MrzSymbol(position, [new(wrong[_random.Next(wrong.Length)], WrongProbability), new(c, (1 - WrongProbability) / 2)]);
    }
}
