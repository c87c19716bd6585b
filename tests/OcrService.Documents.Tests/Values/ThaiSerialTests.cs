using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class ThaiSerialTests
{
    [Theory]
    [InlineData("1001-01-03041234", "1001-01-03041234")]
    [InlineData("10010103041234", "1001-01-03041234")]
    [InlineData("1001 01 03041234", "1001-01-03041234")]
    [InlineData("1OO1-O1-O3O41234", "1001-01-03041234")]
    [InlineData("140\n1001-01-03041234", "1001-01-03041234")]
    [InlineData("1001-01-03041", "1001-01-03041")]
    [InlineData("9 9999 00001 23 6", null)]
    [InlineData("", null)]
    public void Serials_are_read(string text, string? serial) => ThaiSerial.Parse(text).ShouldBe(serial);

    [Fact]
    public void The_end_is_the_moment_of_the_issue()
    {
        ThaiSerial.IsValid("1001-01-03041234").ShouldBeTrue();
        ThaiSerial.IsValid("1001-01-13041234").ShouldBeFalse();
        ThaiSerial.IsValid("1001-01-03041").ShouldBeFalse();
        ThaiSerial.Fits("1001-01-03041234", new DateOnly(2021, 3, 4)).ShouldBeTrue();
        ThaiSerial.Fits("1001-01-03041234", new DateOnly(2021, 3, 5)).ShouldBeFalse();
    }

    [Fact]
    public void Noise_seldom_makes_a_wrong_serial()
    {
        ReaderNoise noise = new(71);
        NoiseScore score = new();
        for (int i = 0; i < 1000; i++)
        {
            string serial = $"{noise.Digits(4)}-{noise.Digits(2)}-{noise.Digits(8)}";
            string read = noise.FullWidth(noise.Spaces(noise.Signs(noise.DigitsAsLetters(serial, 2), 1, "-", "._~")));
            score.Add(serial, read, ThaiSerial.Parse(noise.Beside(read, ["140\n", "150 "], [" .", "\n"])));
        }

        score.ShouldBe(0.96, 0.01);
    }
}
