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

    public MrzAlphabet(ReaderDictionary dictionary)
    {
        _classes = dictionary.ClassesOf(Characters);
        _characters = [.. _classes.Select(c => dictionary[c][0])];
    }

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
