using OcrService.Documents.Mrz;
using OcrService.Recognition.Reading;

namespace OcrService.Recognition.Mrz;

/// <summary>A CTC reader used with the alphabet of the machine readable zone only.</summary>
internal sealed class MrzAlphabet
{
    public const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<";

    /// <summary>Alternatives kept per symbol.</summary>
    private const int Kept = 6;

    /// <summary>Probabilities below this are noise.</summary>
    private const float Least = 0.001f;

    private readonly int[] _classes;
    private readonly char[] _characters;

    private MrzAlphabet(int[] classes, char[] characters)
    {
        _classes = classes;
        _characters = characters;
    }

    /// <summary>The part of a reader's dictionary that stands in machine readable zones.</summary>
    public static MrzAlphabet Of(ReaderDictionary dictionary)
    {
        int[] classes = dictionary.ClassesOf(Characters);
        return new([.. classes], [.. classes.Select(c => dictionary[c][0])]);
    }

    /// <summary>The alphabet of our own network: its characters one after the other, from class 1 on.</summary>
    /// <exception cref="InvalidDataException">A character is missing.</exception>
    public static MrzAlphabet Of(string characters) => Characters.All(c => characters.Contains(c, StringComparison.Ordinal))
        ? new([.. Enumerable.Range(1, characters.Length)], [.. characters])
        : throw new InvalidDataException("The alphabet of the MRZ reader lacks characters.");

    /// <summary>Decodes frames x classes probabilities into symbols with their alternatives.</summary>
    public MrzReading Decode(string reader, ReadOnlySpan<float> probabilities, int frames, int classes)
    {
        List<CtcDecoder.Peak> peaks = CtcDecoder.DecodeMasked(probabilities, frames, classes, _classes);
        List<MrzSymbol> symbols = new(peaks.Count);
        int from = 0;
        for (int i = 0; i < peaks.Count; i++)
        {
            int to = i + 1 < peaks.Count ? Gap(probabilities, classes, peaks[i].Frame + 1, peaks[i + 1].Frame) : frames;
            symbols.Add(new MrzSymbol((peaks[i].Frame + 0.5f) / frames, Alternatives(probabilities[(from * classes)..(to * classes)], classes)));
            from = to;
        }

        return new MrzReading(reader, symbols);
    }

    /// <summary>Where two symbols part: the frame that most likely shows neither.</summary>
    private static int Gap(ReadOnlySpan<float> probabilities, int classes, int first, int last)
    {
        int gap = first;
        for (int frame = first; frame < last; frame++)
        {
            if (probabilities[frame * classes] > probabilities[gap * classes])
                gap = frame;
        }

        return gap;
    }

    /// <summary>
    /// For every character the probability that a stretch of frames shows it and nothing else: the sum over all paths of blanks, the
    /// character, blanks (Graves et al., 2006). The best frame alone would forget what the others saw.
    /// </summary>
    private List<MrzAlternative> Alternatives(ReadOnlySpan<float> stretch, int classes)
    {
        Span<float> inside = stackalloc float[_classes.Length], behind = stackalloc float[_classes.Length];
        inside.Clear();
        behind.Clear();
        float before = 1;
        for (ReadOnlySpan<float> rest = stretch; rest.Length > 0; rest = rest[classes..])
        {
            float blank = rest[0], known = blank;
            foreach (int c in _classes)
                known += rest[c];
            float scale = 1 / MathF.Max(known, float.Epsilon);
            for (int i = 0; i < _classes.Length; i++)
            {
                behind[i] = (behind[i] + inside[i]) * blank * scale;
                inside[i] = (inside[i] + before) * rest[_classes[i]] * scale;
            }

            before *= blank * scale;
        }

        float sum = 0;
        for (int i = 0; i < _classes.Length; i++)
            sum += inside[i] += behind[i];
        List<MrzAlternative> all = [];
        for (int i = 0; i < _classes.Length; i++)
        {
            if (inside[i] >= Least * sum)
                all.Add(new MrzAlternative(_characters[i], inside[i] / sum));
        }

        all.Sort((a, b) => b.Probability.CompareTo(a.Probability));
        if (all.Count > Kept)
            all.RemoveRange(Kept, all.Count - Kept);
        return all;
    }
}
