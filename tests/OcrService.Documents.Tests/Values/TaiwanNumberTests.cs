using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class TaiwanNumberTests
{
    [Theory]
    [InlineData("Z00000000", '0')]
    [InlineData("Z00000001", '9')]
    [InlineData("A12345678", '9')]
    [InlineData("a12345678", null)]
    [InlineData("A1234567", null)]
    public void The_check_digit_weighs_the_letter_as_two_digits(string body, char? check) => TaiwanNumber.Check(body).ShouldBe(check);

    [Theory]
    [InlineData("Z000000019", "Z000000019")]
    [InlineData("2000000019", "Z000000019")]
    [InlineData("ZO00000OI9", "Z000000019")]
    [InlineData("证件号码 Z000000019", "Z000000019")]
    [InlineData("Z000000018", "Z000000018")]
    [InlineData("00000000 01", null)]
    [InlineData("", null)]
    public void Numbers_are_found(string text, string? number) => TaiwanNumber.Parse(text).ShouldBe(number);

    [Fact]
    public void Noise_seldom_makes_a_wrong_number()
    {
        ReaderNoise noise = new(89);
        NoiseScore score = new();
        for (int i = 0; i < 1000; i++)
        {
            string body = $"{noise.Pick([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"])}0{noise.Digits(7)}";
            string number = body + TaiwanNumber.Check(body);
            string read = noise.Spaces(number[0] + noise.DigitsAsLetters(number[1..], 2));
            score.Add(number, read, TaiwanNumber.Parse(noise.Beside(read, ["证件号码 ", "号码"], [" ", "\n"])));
        }

        score.ShouldBe(0.96, 0.015);
    }
}
