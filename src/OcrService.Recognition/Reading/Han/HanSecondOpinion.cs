namespace OcrService.Recognition.Reading.Han;

/// <summary>
/// What the general reader says, as evidence for the characters of a window. It is a good reader of the characters that it knows and
/// answers with a simplified or a similar one for the others. So the character it names becomes likelier, those that it knows and
/// did not name much less likely, and those that it does not know only a little.
/// </summary>
/// <param name="alphabet">The characters in question.</param>
/// <param name="general">The alphabet of the general reader.</param>
internal sealed class HanSecondOpinion(HanAlphabet alphabet, ReaderDictionary general)
{
    /// <summary>A symbol speaks of a window whose middle is so near, in em squares.</summary>
    private const float Reach = 0.4f;

    /// <summary>
    /// Weight of a character that the general reader does not know, and of one that it knows and did not name, for even odds that the
    /// symbol is wrong; and the least of both, since it is at times wrong and sure.
    /// </summary>
    private const float Unknown = 2, LeastUnknown = 0.06f, Known = 0.5f, LeastKnown = 0.02f;

    /// <summary>The same where it named a character that is not in question, a simplified one mostly: then it is one that looks alike.</summary>
    private const float KnownBesideOther = 0.5f;

    private readonly bool[] _known = [.. Enumerable.Range(0, alphabet.Count).Select(c => general.ClassesOf(alphabet[c]).Length > 0)];

    /// <summary>What both readers together say of a window.</summary>
    /// <param name="probabilities">The network's, one for each class.</param>
    /// <param name="middle">The window's middle in pixels of the strip.</param>
    /// <param name="width">The strip's width in pixels.</param>
    /// <param name="symbols">What the general reader read of the line.</param>
    public HanWindow Judge(ReadOnlySpan<float> probabilities, int middle, int width, IReadOnlyList<ReadSymbol> symbols)
    {
        (int named, float known, float unknown) = Weights((float)middle / width, (float)HanStrip.Cell / width, symbols);
        int best = 0;
        float bestWeighted = 0, sum = 0;
        for (int c = 0; c < probabilities.Length; c++)
        {
            float weighted = probabilities[c] * (c == named ? 1 : _known[c] ? known : unknown);
            sum += weighted;
            if (weighted > bestWeighted && c != alphabet.None)
                (best, bestWeighted) = (c, weighted);
        }

        return new HanWindow(middle, 1 - (probabilities[alphabet.None] * unknown / sum), best, bestWeighted / sum);
    }

    /// <summary>The class that the symbol beside a window names, or -1, and the weights of the others; places and lengths as fractions of the line.</summary>
    private (int Named, float Known, float Unknown) Weights(float middle, float em, IReadOnlyList<ReadSymbol> symbols)
    {
        ReadSymbol? near = null;
        foreach (ReadSymbol symbol in symbols)
        {
            if (symbol.Text != " " && MathF.Abs(symbol.Position - middle) < MathF.Min(Reach * em, near is { } other ? MathF.Abs(other.Position - middle) : float.MaxValue))
                near = symbol;
        }

        if (near is not { } said)
            return (-1, 1, 1);
        int named = alphabet.ClassOf(said.Text);
        if (named < 0)
            return (-1, KnownBesideOther, 1);
        float odds = (1 - said.Probability) / MathF.Max(said.Probability, 0.01f);
        return (named, Math.Clamp(Known * odds, LeastKnown, 1), Math.Clamp(Unknown * odds, LeastUnknown, 1));
    }
}
