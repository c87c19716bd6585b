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
        foreach (CtcDecoder.Peak peak in peaks)
        {
            ReadOnlySpan<float> row = probabilities.Slice(peak.Frame * classes, classes);
            symbols.Add(new MrzSymbol((peak.Frame + 0.5f) / frames, Alternatives(row)));
        }

        return new MrzReading(reader, symbols);
    }

    private List<MrzAlternative> Alternatives(ReadOnlySpan<float> row)
    {
        float sum = 0;
        foreach (int c in _classes)
            sum += row[c];
        List<MrzAlternative> all = [];
        for (int i = 0; i < _classes.Length; i++)
        {
            float p = row[_classes[i]] / sum;
            if (p >= Least)
                all.Add(new MrzAlternative(_characters[i], p));
        }

        all.Sort((a, b) => b.Probability.CompareTo(a.Probability));
        if (all.Count > Kept)
            all.RemoveRange(Kept, all.Count - Kept);
        return all;
    }
}
