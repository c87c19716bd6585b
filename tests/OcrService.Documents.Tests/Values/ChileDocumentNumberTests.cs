using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class ChileDocumentNumberTests
{
    [Theory]
    [InlineData("999.000.001", "999.000.001")]
    [InlineData("NÚMERO DOCUMENTO\n999.000.001", "999.000.001")]
    [InlineData("NÚMERO DOCUMENTO 999.000.001", "999.000.001")]
    [InlineData("DOCUMENTO999.000.001", "999.000.001")]
    [InlineData("999000001", "999.000.001")]
    [InlineData("999,OOO.OO1", "999.000.001")]
    [InlineData("A00.000.001", "A00.000.001")]
    [InlineData("O12.345.678", "012.345.678")]
    public void Numbers_are_found(string text, string number) => ChileDocumentNumber.Parse(text).ShouldBe(number);

    [Theory]
    [InlineData("")]
    [InlineData("99.000.001-8")]
    [InlineData("01 ENE 1990")]
    [InlineData("NÚMERO DOCUMENTO")]
    public void What_is_no_number_is_null(string text) => ChileDocumentNumber.Parse(text).ShouldBeNull();

    [Fact]
    public void The_zone_has_no_dots() => ChileDocumentNumber.ToZone("A00.000.001").ShouldBe("A00000001");

    [Fact]
    public void Noise_seldom_makes_a_wrong_number()
    {
        ReaderNoise noise = new(43);
        NoiseScore score = new();
        for (int i = 0; i < 1500; i++)
        {
            string number = $"9{noise.Digits(2)}.{noise.Digits(3)}.{noise.Digits(3)}";
            string read = number[..3] + noise.Signs(noise.DigitsAsLetters(number[3..], 2), 1, ".", ",·:_");
            read = noise.Beside(noise.FullWidth(noise.Spaces(read)), ["NÚMERO DOCUMENTO\n", "DOCUMENTO ", "NTO"], [" 02 ENE 2025", " ."]);
            score.Add(number, read, ChileDocumentNumber.Parse(read));
        }

        score.ShouldBe(atLeastRight: 0.95, atMostWrong: 0.02);
    }
}
