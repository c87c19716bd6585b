using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class LaserCodeTests
{
    [Theory]
    [InlineData("ME0-0000000-00", "ME0-0000000-00")]
    [InlineData("ME0000000000", "ME0-0000000-00")]
    [InlineData("ME0 0000000 00", "ME0-0000000-00")]
    [InlineData("MEO-00OO0OO-00", "ME0-0000000-00")]
    [InlineData("me0-0000000-00", "ME0-0000000-00")]
    [InlineData("ZZ0-0000000-01", "ZZ0-0000000-01")]
    [InlineData("2Z0-0000000-01", "ZZ0-0000000-01")]
    [InlineData("12345678\nJT0-0000000-00", "JT0-0000000-00")]
    [InlineData("Thai National ID Card", null)]
    [InlineData("", null)]
    public void Codes_are_read(string text, string? code) => LaserCode.Parse(text).ShouldBe(code);

    [Fact]
    public void Noise_seldom_makes_a_wrong_code()
    {
        ReaderNoise noise = new(73);
        NoiseScore score = new();
        for (int i = 0; i < 1000; i++)
        {
            string code = $"{noise.Pick(["ME", "JT", "ZZ", "JC"])}{noise.Digits(1)}-{noise.Digits(7)}-{noise.Digits(2)}";
            string read = noise.FullWidth(noise.Spaces(noise.Signs(noise.DigitsAsLetters(code, 2), 1, "-", "._~")));
            score.Add(code, read, LaserCode.Parse(noise.Beside(read, ["12345678\n"], [" .", "\n"])));
        }

        score.ShouldBe(0.96, 0.01);
    }
}
