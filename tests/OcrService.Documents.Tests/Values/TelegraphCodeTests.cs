using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class TelegraphCodeTests
{
    [Theory]
    [InlineData("0022 2429 0207", "0022 2429 0207")]
    [InlineData("002224290207", "0022 2429 0207")]
    [InlineData("00 22 24290207", "0022 2429 0207")]
    [InlineData("OO22 2429 O2O7", "0022 2429 0207")]
    [InlineData("中文信\nCHUNG, Man Shun\n0022 2429 0207\n01-01-1990", "0022 2429 0207")]
    [InlineData("2429 0207", "2429 0207")]
    public void Groups_are_found(string text, string code) => TelegraphCode.Parse(text).ShouldBe(code);

    [Theory]
    [InlineData("")]
    [InlineData("2429")]
    [InlineData("0022 2429 020")]
    [InlineData("01-01-1990")]
    [InlineData("LOSSBOLL")]
    [InlineData("Q000001(5)")]
    public void Everything_else_is_null(string text) => TelegraphCode.Parse(text).ShouldBeNull();

    [Fact]
    public void There_is_a_group_for_every_character()
    {
        TelegraphCode.Groups("0022 2429 0207").ShouldBe(["0022", "2429", "0207"]);
        TelegraphCode.Fits("0022 2429 0207", "中文信").ShouldBeTrue();
        TelegraphCode.Fits("0022 2429 0207", "中文").ShouldBeFalse();
        TelegraphCode.Fits("0022 2429", "𠮷信").ShouldBeTrue();
    }

    [Fact]
    public void Noise_seldom_makes_a_wrong_code()
    {
        ReaderNoise noise = new(31);
        NoiseScore score = new();
        for (int i = 0; i < 1000; i++)
        {
            string code = string.Join(' ', Enumerable.Range(0, noise.Between(2, 4)).Select(_ => noise.Digits(4)));
            string read = noise.Spaces(noise.DigitsAsLetters(code, 2));
            score.Add(code, read, TelegraphCode.Parse(noise.Beside(read, ["LOK, Shi Lai\n", "樂示例\n"], ["\n01-01-1990"])));
        }

        score.ShouldBe(0.97, 0.01);
    }
}
