using OcrService.Documents.Mrz;
using OcrService.Recognition.Mrz;

namespace OcrService.Recognition.Tests.Mrz;

public sealed class MrzAlphabetTests
{
    [Fact]
    public void Classes_are_found_whatever_their_order()
    {
        string backwards = new([.. MrzFrames.Characters.Reverse()]);
        float[] output = new float[2 * (backwards.Length + 1)];
        output[1 + backwards.IndexOf('K', StringComparison.Ordinal)] = 1;
        output[^1] = 1;

        MrzFrames frames = MrzAlphabet.Of(backwards).Frames(output, backwards.Length + 1);

        string.Concat(frames.Symbols().Select(s => s.Alternatives[0].Character)).ShouldBe("K0");
    }

    [Fact]
    public void An_alphabet_without_the_filler_is_refused() =>
        Should.Throw<InvalidDataException>(() => MrzAlphabet.Of(MrzFrames.Characters.Replace("<", "", StringComparison.Ordinal)));
}
