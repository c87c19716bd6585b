using OcrService.Documents.Mrz;
using OcrService.Recognition.Reading;

namespace OcrService.Recognition.Mrz;

/// <summary>The classes of a CTC reader that stand for characters of machine readable zones.</summary>
internal sealed class MrzAlphabet
{
    private readonly int[] _classOf;

    private MrzAlphabet(IEnumerable<int> classOf) => _classOf = [.. classOf];

    /// <summary>Those of a reader that knows other characters too.</summary>
    public static MrzAlphabet Of(ReaderDictionary dictionary) =>
        new(MrzFrames.Characters.Select(c => dictionary.ClassesOf(c.ToString()) is [int index] ? index : -1));

    /// <summary>Those of our own network: its characters one after the other, from class 1 on.</summary>
    /// <exception cref="InvalidDataException">A character is missing.</exception>
    public static MrzAlphabet Of(string characters) => MrzFrames.Characters.All(c => characters.Contains(c, StringComparison.Ordinal))
        ? new(MrzFrames.Characters.Select(c => characters.IndexOf(c, StringComparison.Ordinal) + 1))
        : throw new InvalidDataException("The alphabet of the MRZ reader lacks characters.");

    /// <summary>Takes the zone's characters out of a network's output, frames x classes.</summary>
    public MrzFrames Frames(ReadOnlySpan<float> output, int classes) => new(output, classes, _classOf);
}
