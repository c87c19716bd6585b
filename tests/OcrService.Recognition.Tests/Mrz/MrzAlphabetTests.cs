using OcrService.Documents.Mrz;
using OcrService.Recognition.Mrz;

namespace OcrService.Recognition.Tests.Mrz;

public sealed class MrzAlphabetTests
{
    private readonly List<Dictionary<char, float>> _frames = [];

    [Fact]
    public void Every_frame_of_a_symbol_has_its_say()
    {
        Frame(('A', 1));
        Frame(('B', 0.5f), ('8', 0.4f), ('_', 0.1f));
        Frame(('B', 0.05f), ('8', 0.45f), ('_', 0.5f));

        MrzReading reading = Read();

        // Both frames, the first and a blank, a blank and the second.
        float b = (0.5f * 0.05f) + (0.5f * 0.5f) + (0.1f * 0.05f), eight = (0.4f * 0.45f) + (0.4f * 0.5f) + (0.1f * 0.45f);
        reading.Symbols[1].Alternatives.Select(a => a.Character).ShouldBe(['8', 'B']);
        reading.Symbols[1].Alternatives[0].Probability.ShouldBe(eight / (b + eight), 0.001f);
    }

    [Fact]
    public void Fillers_side_by_side_stay_apart()
    {
        Frame(('<', 0.9f), ('_', 0.1f));
        Frame(('_', 0.7f), ('<', 0.2f), ('K', 0.1f));
        Frame(('<', 0.8f), ('K', 0.2f));

        MrzReading reading = Read();

        reading.Text.ShouldBe("<<");
        reading.Symbols[0].Position.ShouldBe(0.5f / 3);
        reading.Symbols[1].Position.ShouldBe(2.5f / 3);
    }

    [Fact]
    public void An_alphabet_without_the_filler_is_refused() =>
        Should.Throw<InvalidDataException>(() => MrzAlphabet.Of(MrzAlphabet.Characters.Replace("<", "", StringComparison.Ordinal)));

    private void Frame(params (char Character, float Probability)[] said) => _frames.Add(said.ToDictionary(s => s.Character, s => s.Probability));

    private MrzReading Read()
    {
        int classes = MrzAlphabet.Characters.Length + 1;
        float[] probabilities = new float[_frames.Count * classes];
        for (int frame = 0; frame < _frames.Count; frame++)
        {
            foreach ((char c, float p) in _frames[frame])
                probabilities[(frame * classes) + MrzAlphabet.Characters.IndexOf(c, StringComparison.Ordinal) + 1] = p;
        }

        return MrzAlphabet.Of(MrzAlphabet.Characters).Decode("reader", probabilities, _frames.Count, classes);
    }
}
