using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class ChileRunTests
{
    [Theory]
    [InlineData("99.000.001", '8')]
    [InlineData("99.000.014", 'K')]
    [InlineData("99000005", '0')]
    [InlineData("12.345.678", '5')]
    public void The_check_character_is_counted_modulo_11(string body, char check) => ChileRun.Check(body).ShouldBe(check);

    [Theory]
    [InlineData("99.000.001-8", "99.000.001-8")]
    [InlineData("RUN 99.000.001-8", "99.000.001-8")]
    [InlineData("RUN99.000.001-8", "99.000.001-8")]
    [InlineData("99,000.001-8", "99.000.001-8")]
    [InlineData("99 000 001-8", "99.000.001-8")]
    [InlineData("99.000.001-B", "99.000.001-8")]
    [InlineData("99.OOO.OO1-8", "99.000.001-8")]
    [InlineData("99.000.014-k", "99.000.014-K")]
    [InlineData("99.000.014-X", "99.000.014-K")]
    [InlineData("99.000.014-H", "99.000.014-K")]
    [InlineData("99.000.001—8", "99.000.001-8")]
    [InlineData("99.000.0018", "99.000.001-8")]
    [InlineData("990000018", "99.000.001-8")]
    [InlineData("9.000.001-5", "9.000.001-5")]
    public void Numbers_are_found_and_repaired(string text, string number) => ChileRun.Parse(text).ShouldBe(number);

    [Fact]
    public void A_number_whose_check_character_is_wrong_is_given_back_as_read()
    {
        ChileRun.Parse("RUN 99.000.001-7").ShouldBe("99.000.001-7");
        ChileRun.IsValid("99.000.001-7").ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("01 ENE 1990")]
    [InlineData("999.000.001")]
    [InlineData("CÉDULA DE IDENTIDAD")]
    public void What_is_no_number_is_null(string text) => ChileRun.Parse(text).ShouldBeNull();

    [Fact]
    public void The_zone_writes_a_filler_for_the_dash() => ChileRun.ToZone("99.000.001-8").ShouldBe("99000001<8");

    [Fact]
    public void Noise_seldom_makes_a_wrong_number()
    {
        ReaderNoise noise = new(41);
        NoiseScore score = new();
        for (int i = 0; i < 2000; i++)
        {
            string body = $"99.0{noise.Digits(2)}.{noise.Digits(3)}";
            string number = $"{body}-{ChileRun.Check(body)}";
            string read = noise.Signs(noise.DigitsAsLetters(number.Replace('K', noise.Pick(['K', 'k', 'X', 'H'])), 2), 2, ".-", ",·:_");
            read = noise.Beside(noise.FullWidth(noise.Spaces(read)), ["RUN ", "RUN", "UN "], [" FIRMA", " ."]);
            score.Add(number, read, ChileRun.Parse(read));
        }

        score.ShouldBe(atLeastRight: 0.97, atMostWrong: 0.01);
    }
}
