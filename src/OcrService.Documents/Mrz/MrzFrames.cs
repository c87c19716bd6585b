namespace OcrService.Documents.Mrz;

/// <summary>
/// What a network of connectionist temporal classification (Graves et al., 2006) saw along a row: frames from left to right, in each
/// the probabilities of the blank and of every character of machine readable zones, which add up to 1.
/// </summary>
public sealed class MrzFrames
{
    /// <summary>The characters in the order of <see cref="MrzFrames(ReadOnlySpan{float}, int, ReadOnlySpan{int})"/>.</summary>
    public const string Characters = MrzAlphabet.Characters;

    internal const int Blank = MrzAlphabet.Count;

    /// <summary>Alternatives kept per symbol.</summary>
    private const int Kept = 8;

    /// <summary>Probabilities below this are noise.</summary>
    private const float Least = 0.001f;

    /// <summary>Sums below this are scaled up.</summary>
    private const float Small = 1e-12f;

    private const int Classes = MrzAlphabet.Count + 1;

    /// <summary>Least probability, for the logarithm's sake.</summary>
    private const float Floor = 1e-5f;

    private readonly float[] _probability;
    private readonly float[] _log;

    /// <summary>Takes what matters from a network's output.</summary>
    /// <param name="output">Frames x classes, softmax applied, class 0 the blank.</param>
    /// <param name="classes">Number of the network's classes.</param>
    /// <param name="classOf">Class of each of <see cref="Characters"/>; negative for one that the network does not know.</param>
    public MrzFrames(ReadOnlySpan<float> output, int classes, ReadOnlySpan<int> classOf)
    {
        Count = output.Length / classes;
        _probability = new float[Count * Classes];
        for (int frame = 0; frame < Count; frame++)
        {
            ReadOnlySpan<float> from = output.Slice(frame * classes, classes);
            Span<float> to = _probability.AsSpan(frame * Classes, Classes);
            to[Blank] = from[0];
            float sum = from[0];
            for (int c = 0; c < classOf.Length; c++)
            {
                to[c] = classOf[c] < 0 ? 0 : from[classOf[c]];
                sum += to[c];
            }

            foreach (ref float p in to)
            {
                p /= MathF.Max(sum, float.Epsilon);
            }
        }

        _log = [.. _probability.Select(p => MathF.Log(MathF.Max(Floor, p)))];
    }

    public int Count { get; }

    /// <summary>The probabilities of a frame: of every character, last that of the blank.</summary>
    internal ReadOnlySpan<float> this[int frame] => _probability.AsSpan(frame * Classes, Classes);

    /// <summary>The logarithms of the same.</summary>
    internal ReadOnlySpan<float> Log(int frame) => _log.AsSpan(frame * Classes, Classes);

    /// <summary>The symbols of the likeliest class of every frame: repeats collapse, blanks vanish.</summary>
    public IReadOnlyList<MrzSymbol> Symbols()
    {
        List<(int First, int Last)> runs = [];
        int before = Blank;
        for (int frame = 0; frame < Count; frame++)
        {
            int best = Best(frame);
            if (best == before && best != Blank)
            {
                runs[^1] = (runs[^1].First, frame);
            }
            else if (best != Blank)
            {
                runs.Add((frame, frame));
            }

            before = best;
        }

        return Symbols(runs);
    }

    /// <summary>The same for given runs of frames, from left to right.</summary>
    internal MrzSymbol[] Symbols(IReadOnlyList<(int First, int Last)> runs)
    {
        MrzSymbol[] symbols = new MrzSymbol[runs.Count];
        int from = 0;
        for (int i = 0; i < runs.Count; i++)
        {
            int to = i + 1 < runs.Count ? Gap(runs[i].Last + 1, runs[i + 1].First) : Count;
            symbols[i] = new MrzSymbol(((runs[i].First + runs[i].Last + 1) / 2f) / Count, Alternatives(from, to));
            from = to;
        }

        return symbols;
    }

    private int Best(int frame)
    {
        ReadOnlySpan<float> p = this[frame];
        int best = Blank;
        for (int c = 0; c < MrzAlphabet.Count; c++)
        {
            best = p[c] > p[best] ? c : best;
        }

        return best;
    }

    /// <summary>Where two symbols part: the frame that most likely shows neither.</summary>
    private int Gap(int first, int last)
    {
        int gap = first;
        for (int frame = first; frame < last; frame++)
        {
            gap = this[frame][Blank] > this[gap][Blank] ? frame : gap;
        }

        return gap;
    }

    /// <summary>
    /// For every character the probability that a stretch of frames shows it and nothing else: the sum over all paths of blanks, the
    /// character, blanks. The best frame alone would forget what the others saw.
    /// </summary>
    private List<MrzAlternative> Alternatives(int from, int to)
    {
        Span<float> inside = stackalloc float[MrzAlphabet.Count], behind = stackalloc float[MrzAlphabet.Count];
        inside.Clear();
        behind.Clear();
        float before = 1;
        for (int frame = from; frame < to; frame++)
        {
            ReadOnlySpan<float> p = this[frame];
            float most = before * p[Blank];
            for (int c = 0; c < MrzAlphabet.Count; c++)
            {
                behind[c] = (behind[c] + inside[c]) * p[Blank];
                inside[c] = (inside[c] + before) * p[c];
                most = MathF.Max(most, inside[c] + behind[c]);
            }

            before *= p[Blank];
            if (most is > 0 and < Small)
            {
                // Only shares matter, and a long stretch would leave nothing of a float.
                before /= most;
                for (int c = 0; c < MrzAlphabet.Count; c++)
                {
                    behind[c] /= most;
                    inside[c] /= most;
                }
            }
        }

        float sum = 0;
        for (int c = 0; c < MrzAlphabet.Count; c++)
        {
            sum += inside[c] += behind[c];
        }

        List<MrzAlternative> all = [];
        for (int c = 0; c < MrzAlphabet.Count; c++)
        {
            if (inside[c] >= Least * sum)
            {
                all.Add(new MrzAlternative(Characters[c], sum > 0 ? inside[c] / sum : 1f / MrzAlphabet.Count));
            }
        }

        all.Sort((a, b) => b.Probability.CompareTo(a.Probability));
        return all.Count > Kept ? all[..Kept] : all;
    }
}
