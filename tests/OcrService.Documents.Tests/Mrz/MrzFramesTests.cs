using OcrService.Documents.Mrz;

namespace OcrService.Documents.Tests.Mrz;

public sealed class MrzFramesTests
{
    private readonly List<Dictionary<char, float>> _frames = [];

    [Fact]
    public void Every_frame_of_a_symbol_has_its_say()
    {
        Frame(('A', 1));
        Frame(('B', 0.5f), ('8', 0.4f), ('_', 0.1f));
        Frame(('B', 0.05f), ('8', 0.45f), ('_', 0.5f));

        IReadOnlyList<MrzSymbol> symbols = Frames().Symbols();

        // Both frames, the first and a blank, a blank and the second.
        float b = (0.5f * 0.05f) + (0.5f * 0.5f) + (0.1f * 0.05f), eight = (0.4f * 0.45f) + (0.4f * 0.5f) + (0.1f * 0.45f);
        symbols[1].Alternatives.Select(a => a.Character).ShouldBe(['8', 'B']);
        symbols[1].Alternatives[0].Probability.ShouldBe(eight / (b + eight), 0.001f);
    }

    [Fact]
    public void Fillers_side_by_side_stay_apart()
    {
        Frame(('<', 0.9f), ('_', 0.1f));
        Frame(('_', 0.7f), ('<', 0.2f), ('K', 0.1f));
        Frame(('<', 0.8f), ('K', 0.2f));

        IReadOnlyList<MrzSymbol> symbols = Frames().Symbols();

        Text(symbols).ShouldBe("<<");
        symbols[0].Position.ShouldBe(0.5f / 3);
        symbols[1].Position.ShouldBe(2.5f / 3);
    }

    [Fact]
    public void A_letter_seen_twice_is_one_where_the_row_has_no_room_for_two()
    {
        Frame(('P', 0.9f), ('_', 0.1f));
        Frame(('A', 0.8f), ('_', 0.2f));
        Frame(('A', 0.3f), ('_', 0.7f));
        Frame(('A', 0.8f), ('_', 0.2f));
        Frame(('<', 0.9f), ('_', 0.1f));
        Frame(('_', 0.95f), ('<', 0.05f));
        Frame(('<', 0.9f), ('_', 0.1f));

        Text(Frames().Symbols()).ShouldBe("PAA<<");
        (MrzEmission[] cells, float edits) = MrzFrameAlignment.Align(Frames(), [.. Enumerable.Repeat(MrzAlphabet.Any, 4)])!.Value;

        string.Concat(cells.Select(c => MrzAlphabet.Characters[c.Top])).ShouldBe("PA<<");
        edits.ShouldBe(MathF.Log(0.7f / 0.3f), 0.01f);
        MrzFrameAlignment.Align(Frames(), [.. Enumerable.Repeat(MrzAlphabet.Any, 5)])!.Value.EditCost.ShouldBe(0, 0.01f);
    }

    [Fact]
    public void What_a_cell_may_hold_decides_where_the_reader_wavers()
    {
        Frame(('O', 0.6f), ('0', 0.4f));
        Frame(('0', 0.6f), ('O', 0.4f));

        // Two cells without a blank between them have to differ; one cell may be both frames.
        MrzEmission[] cells = MrzFrameAlignment.Align(Frames(), [MrzAlphabet.Letters, MrzAlphabet.Digits])!.Value.Cells;
        cells.Select(c => MrzAlphabet.Characters[c.Top]).ShouldBe(['O', '0']);
        MrzFrameAlignment.Align(Frames(), [MrzAlphabet.Digits, MrzAlphabet.Digits]).ShouldBeNull();
        MrzFrameAlignment.Align(Frames(), [.. Enumerable.Repeat(MrzAlphabet.Any, 3)]).ShouldBeNull();
    }

    private void Frame(params (char Character, float Probability)[] said) => _frames.Add(said.ToDictionary(s => s.Character, s => s.Probability));

    private static string Text(IEnumerable<MrzSymbol> symbols) => string.Concat(symbols.Select(s => s.Alternatives[0].Character));

    private MrzFrames Frames()
    {
        int classes = MrzFrames.Characters.Length + 1;
        float[] output = new float[_frames.Count * classes];
        for (int frame = 0; frame < _frames.Count; frame++)
        {
            foreach ((char c, float p) in _frames[frame])
            {
                output[(frame * classes) + MrzFrames.Characters.IndexOf(c, StringComparison.Ordinal) + 1] = p;
            }
        }

        return new MrzFrames(output, classes, [.. Enumerable.Range(1, classes - 1)]);
    }
}
