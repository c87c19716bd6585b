using OcrService.Recognition.Reading.Han;

namespace OcrService.Recognition.Tests.Reading.Han;

public sealed class HanChainTests
{
    private const int Em = HanStrip.Cell;

    [Fact]
    public void Sure_windows_a_pitch_apart_are_the_line() =>
        Classes((16, 1, 0.9f), (33, 2, 0.3f), (50, 3, 0.9f), (67, 4, 0.2f), (84, 5, 0.95f)).ShouldBe([1, 3, 5]);

    [Fact]
    public void The_surest_of_windows_over_the_same_character_is_taken() =>
        Classes((10, 1, 0.6f), (16, 2, 0.9f), (22, 3, 0.7f)).ShouldBe([2]);

    [Fact]
    public void Two_halves_are_too_close_to_be_two_characters() =>
        Classes((8, 1, 0.9f), (8 + (Em / 2), 2, 0.8f)).ShouldBe([1]);

    [Fact]
    public void What_the_network_takes_for_nothing_is_left_out() =>
        Classes((16, 1, 0.05f), (50, 2, 0.9f), (84, 3, 0.1f)).ShouldBe([2]);

    [Fact]
    public void A_character_between_two_others_breaks_no_even_pitch() =>
        Classes((16, 1, 0.9f), (16 + Em, 2, 0.9f), (16 + (2 * Em) + (Em / 3), 9, 0.5f), (16 + (2 * Em), 3, 0.5f)).ShouldBe([1, 2, 3]);

    [Fact]
    public void No_windows_are_no_line() => Classes().ShouldBeEmpty();

    private static IEnumerable<int> Classes(params (int Middle, int Class, float Probability)[] windows) =>
        HanChain.Best([.. windows.Select(w => new HanWindow(w.Middle, w.Probability, w.Class, w.Probability)).OrderBy(w => w.Middle)]).Select(w => w.Class);
}
