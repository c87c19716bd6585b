using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class MacaoNumberTests
{
    [Theory]
    [InlineData("1234567(8)", "1234567(8)")]
    [InlineData("1234567（8）", "1234567(8)")]
    [InlineData("12345678", "1234567(8)")]
    [InlineData("1234567C8)", "1234567(8)")]
    [InlineData("1234567[8", "1234567(8)")]
    [InlineData("l2345G7(8)", "1234567(8)")]
    [InlineData("編號 N.º 1234567(8)", "1234567(8)")]
    [InlineData("1/234567/8", "1234567(8)")]
    [InlineData("9000001(0)", "9000001(0)")]
    [InlineData("01-01-1990", null)]
    [InlineData("", null)]
    public void Numbers_are_found(string text, string? number) => MacaoNumber.Parse(text).ShouldBe(number);

    [Theory]
    [InlineData("1234567(8)", true)]
    [InlineData("5234567(8)", true)]
    [InlineData("9000001(0)", false)]
    [InlineData("12345678", false)]
    public void Issued_numbers_begin_with_1_5_or_7(string number, bool valid) => MacaoNumber.IsValid(number).ShouldBe(valid);

    [Fact]
    public void The_zone_carries_eight_digits() => MacaoNumber.ToZone("9000001(0)").ShouldBe("90000010");

    [Fact]
    public void Noise_seldom_makes_a_wrong_number()
    {
        ReaderNoise noise = new(97);
        NoiseScore score = new();
        for (int i = 0; i < 1000; i++)
        {
            string number = $"9{noise.Digits(6)}({noise.Digits(1)})";
            string read = noise.Signs(noise.DigitsAsLetters(number, 2), 1, "()", "[]C");
            score.Add(number, read, MacaoNumber.Parse(noise.Beside(noise.FullWidth(noise.Spaces(read)), ["編號 ", "N.º "], [" .", "\nASM"])));
        }

        score.ShouldBe(0.93, 0.005);
    }
}
