using OcrService.Recognition.Reading;

namespace OcrService.Recognition.Tests.Reading;

/// <summary>Classes: the blank, two Khmer letters, an ASCII one, the space; the model of <see cref="SymbolModelTests.Small"/> likes ខ after ក.</summary>
public sealed class CtcBeamSearchTests
{
    private const int Classes = 5;

    private static readonly ReaderDictionary Dictionary = ReaderDictionary.Parse("ក\nខ\nA\n"u8, Classes);

    [Fact]
    public void What_the_network_is_sure_of_stays() =>
        Read([0.01f, 0.97f, 0.01f, 0.01f, 0], [0.97f, 0.01f, 0.01f, 0.01f, 0], [0.01f, 0.97f, 0.01f, 0.01f, 0]).ShouldBe([1, 1]);

    [Fact]
    public void Where_it_is_torn_the_neighbours_decide() =>
        Read([0.01f, 0.97f, 0.01f, 0.01f, 0], [0.97f, 0.01f, 0.01f, 0.01f, 0], [0.01f, 0.5f, 0.48f, 0.01f, 0]).ShouldBe([1, 2]);

    [Fact]
    public void A_run_is_one_symbol_and_a_blank_parts_two() =>
        Read([0, 1, 0, 0, 0], [0, 1, 0, 0, 0], [1, 0, 0, 0, 0], [0, 0, 1, 0, 0], [1, 0, 0, 0, 0], [0, 0, 1, 0, 0]).ShouldBe([1, 2, 2]);

    [Fact]
    public void Among_ASCII_the_network_decides_alone() =>
        Read([0, 0, 0, 1, 0], [1, 0, 0, 0, 0], [0, 0, 0, 0.52f, 0.48f]).ShouldBe([3, 3]);

    [Fact]
    public void Behind_a_sign_letters_begin_anew() =>
        Read([0, 0, 0, 1, 0], [1, 0, 0, 0, 0], [0, 0.36f, 0.5f, 0, 0]).ShouldBe([3, 1]);

    [Fact]
    public void Frames_of_blanks_are_no_text() =>
        Read([1, 0, 0, 0, 0], [1, 0, 0, 0, 0]).ShouldBeEmpty();

    [Fact]
    public void Every_symbol_stands_where_it_is_likeliest()
    {
        float[][] frames = [[0.6f, 0.4f, 0, 0, 0], [0.1f, 0.9f, 0, 0, 0], [0.9f, 0.1f, 0, 0, 0], [0.2f, 0, 0.8f, 0, 0]];

        Decode(frames).ShouldBe([new CtcDecoder.Peak(1, 0.9f, 1), new CtcDecoder.Peak(2, 0.8f, 3)]);
    }

    [Fact]
    public void More_symbols_than_frames_cannot_be_laid_out() =>
        CtcAlignment.Align([0, 1, 0, 0, 0], 1, Classes, [1, 2]).ShouldBeEmpty();

    private static int[] Read(params float[][] frames) => [.. Decode(frames).Select(p => p.Class)];

    private static List<CtcDecoder.Peak> Decode(float[][] frames) =>
        new CtcBeamSearch(SymbolModelTests.Small(), Dictionary).Decode(frames.SelectMany(f => f).ToArray(), frames.Length, Classes);
}
