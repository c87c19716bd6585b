namespace OcrService.Recognition.Reading.Han;

/// <summary>
/// What the general reader says, as evidence for the characters of a window. It is a good reader of the characters that it knows and
/// answers with a simplified or a similar one for the others. So the character it names becomes likelier, those that it knows and
/// did not name less likely, and those that it does not know hardly less. It tips the scales between two alike and no more: it is at
/// times sure of the commoner of two (洗 for 冼, 王 for 壬). A Latin letter speaks for no character.
/// </summary>
/// <param name="alphabet">The characters in question.</param>
/// <param name="general">The alphabet of the general reader.</param>
internal sealed class HanSecondOpinion(HanAlphabet alphabet, ReaderDictionary general)
{
    /// <summary>A symbol speaks of a window whose middle is so near, in em squares.</summary>
    private const float Reach = 0.4f;

    /// <summary>
    /// Weight of a character that the general reader does not know, and of one that it knows and did not name, for even odds that the
    /// symbol is wrong; and the least of both.
    /// </summary>
    private const float Unknown = 4, LeastUnknown = 0.4f, Known = 1.5f, LeastKnown = 0.15f;

    /// <summary>The same where it named a character that is not in question, a simplified one mostly: then it is one that looks alike.</summary>
    private const float KnownBesideOther = 0.8f;

    private readonly bool[] _known = KnownOf(alphabet, general);

    /// <summary>What both readers together say of a window.</summary>
    /// <param name="probabilities">The network's, one for each class.</param>
    /// <param name="middle">The window's middle in pixels of the strip.</param>
    /// <param name="width">The strip's width in pixels.</param>
    /// <param name="symbols">What the general reader read of the line.</param>
    public HanWindow Judge(ReadOnlySpan<float> probabilities, int middle, int width, IReadOnlyList<ReadSymbol> symbols)
    {
        Weights weights = WeightsAt((float)middle / width, (float)HanStrip.Cell / width, symbols);
        int best = 0;
        float bestWeighted = 0, sum = 0;
        for (int c = 0; c < probabilities.Length; c++)
        {
            float weighted = probabilities[c] * (c == weights.Named ? 1 : c == alphabet.None ? weights.None : _known[c] ? weights.Known : weights.Unknown);
            sum += weighted;
            if (weighted > bestWeighted && c != alphabet.None)
                (best, bestWeighted) = (c, weighted);
        }

        return new HanWindow(middle, 1 - (probabilities[alphabet.None] * weights.None / sum), best, bestWeighted / sum);
    }

    private static bool[] KnownOf(HanAlphabet alphabet, ReaderDictionary general)
    {
        HashSet<string> symbols = [.. Enumerable.Range(0, general.Count).Select(i => general[i])];
        return [.. Enumerable.Range(0, alphabet.Count).Select(c => symbols.Contains(alphabet[c]))];
    }

    /// <summary>The weights beside the symbol that speaks of a window; places and lengths as fractions of the line.</summary>
    private Weights WeightsAt(float middle, float em, IReadOnlyList<ReadSymbol> symbols)
    {
        ReadSymbol? near = null;
        foreach (ReadSymbol symbol in symbols)
        {
            if (symbol.Text != " " && MathF.Abs(symbol.Position - middle) < MathF.Min(Reach * em, near is { } other ? MathF.Abs(other.Position - middle) : float.MaxValue))
                near = symbol;
        }

        if (near is not { } said)
            return new Weights(-1, 1, 1, 1);
        int named = alphabet.ClassOf(said.Text);
        bool isLatin = char.IsAsciiLetterOrDigit(said.Text[0]);
        if (named < 0 && !isLatin)
            return new Weights(-1, KnownBesideOther, 1, 1);
        float odds = (1 - said.Probability) / MathF.Max(said.Probability, 0.01f);
        float unknown = Math.Clamp(Unknown * odds, LeastUnknown, 1);
        return new Weights(named, Math.Clamp(Known * odds, LeastKnown, 1), unknown, isLatin ? 1 : unknown);
    }

    /// <summary>Factors of the probabilities.</summary>
    /// <param name="Named">The class whose probability stays, or -1.</param>
    /// <param name="Known">For other characters that the general reader knows.</param>
    /// <param name="Unknown">For characters that it does not know.</param>
    /// <param name="None">For no character.</param>
    private readonly record struct Weights(int Named, float Known, float Unknown, float None);
}
