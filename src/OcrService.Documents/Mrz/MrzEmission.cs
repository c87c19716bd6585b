namespace OcrService.Documents.Mrz;

/// <summary>
/// What one symbol of a reading says about the truth: for each of the 37 characters the probability that it was printed, with
/// room for the reader having been sure and wrong (lookalikes first, anything at all last).
/// </summary>
internal sealed class MrzEmission
{
    // Share of lookalikes: readers that are surer err less, but never as rarely as they say.
    private const float LeastLookalike = 0.008f;
    private const float MostLookalike = 0.06f;
    private const float Anything = 0.005f;
    private const float SystematicError = 0.1f;
    private static readonly int Zero = MrzAlphabet.IndexOf('0');
    private static readonly int LetterO = MrzAlphabet.IndexOf('O');

    private readonly float[] _probability = new float[MrzAlphabet.Count];

    public MrzEmission(MrzSymbol symbol)
    {
        float[] said = new float[MrzAlphabet.Count];
        float sum = 0;
        foreach (MrzAlternative alternative in symbol.Alternatives)
        {
            int index = MrzAlphabet.IndexOf(alternative.Character);
            if (index >= 0 && alternative.Probability > 0)
            {
                said[index] += alternative.Probability;
                sum += alternative.Probability;
            }
        }

        float scale = sum > 1 ? 1 / sum : 1;
        float unsaid = MathF.Max(0, 1 - (sum * scale));
        float lookalike = Math.Clamp(LeastLookalike + ((1 - (said.Max() * scale)) / 2), LeastLookalike, MostLookalike);
        for (int read = 0; read < MrzAlphabet.Count; read++)
        {
            float p = said[read] * scale;
            _probability[read] += ((1 - lookalike - Anything) * p) + ((unsaid + Anything) / MrzAlphabet.Count);
            for (int meant = 0; p > 0 && meant < MrzAlphabet.Count; meant++)
            {
                _probability[meant] += lookalike * p * MrzAlphabet.Confusion(read, meant);
            }
        }

        // The two are so alike in OCR-B that a reader which never learned it takes every one for the other, and surely.
        (float zero, float o) = (_probability[Zero], _probability[LetterO]);
        _probability[Zero] = MathF.Max(zero, SystematicError * o);
        _probability[LetterO] = MathF.Max(o, SystematicError * zero);
        Position = symbol.Position;
        Top = Array.IndexOf(_probability, _probability.Max());
    }

    private MrzEmission(float filler)
    {
        Array.Fill(_probability, (1 - filler) / (MrzAlphabet.Count - 1));
        _probability[MrzAlphabet.Filler] = filler;
        Position = float.NaN;
        Top = MrzAlphabet.Filler;
    }

    /// <summary>A cell in which the reader saw nothing: most likely one of the fillers that it ran together.</summary>
    public static MrzEmission Unseen { get; } = new(filler: 0.6f);

    /// <summary>Centre of the symbol as a fraction of the line's width; NaN when unknown.</summary>
    public float Position { get; }

    /// <summary>The likeliest character.</summary>
    public int Top { get; }

    public bool LooksLikeFiller =>
        Top == MrzAlphabet.Filler || MrzAlphabet.FillerLookalikes.Contains(MrzAlphabet.Characters[Top], StringComparison.Ordinal);

    public float Probability(int character) => _probability[character];

    /// <summary>Probability that the character is one of a set.</summary>
    public float Mass(ulong set)
    {
        float mass = 0;
        for (int c = 0; c < MrzAlphabet.Count; c++)
        {
            mass += MrzAlphabet.IsIn(set, c) ? _probability[c] : 0;
        }

        return mass;
    }
}
