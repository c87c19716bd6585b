using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class PermitNumberTests
{
    [Theory]
    [InlineData("C00000000", "C00000000")]
    [InlineData("CA0000000", "CA0000000")]
    [InlineData("CB0000000", "CB0000000")]
    [InlineData("C80000000", "C80000000")]
    [InlineData("CO0000000", "C00000000")]
    [InlineData("G99990001", "C99990001")]
    [InlineData("c99990001", "C99990001")]
    [InlineData("C 9999 0001", "C99990001")]
    [InlineData("往来港澳通行证 C99990001", "C99990001")]
    [InlineData("L00000000", "L00000000")]
    [InlineData("l99990001", "L99990001")]
    [InlineData("199990001", "L99990001")]
    [InlineData("2020.01.02-2030.01.01", null)]
    [InlineData("往来港澳通行证", null)]
    [InlineData("", null)]
    public void Exit_entry_permits_begin_with_C_or_L(string text, string? number) => PermitNumber.ExitEntry(text).ShouldBe(number);

    [Theory]
    [InlineData("H99990001", "H99990001")]
    [InlineData("M99990002", "M99990002")]
    [InlineData("W99990002", "M99990002")]
    [InlineData("HA9999001", "HA9999001")]
    [InlineData("H4999001", null)]
    [InlineData("H99990001 01", "H99990001")]
    [InlineData("H9999000101", "H9999000101")]
    [InlineData("证件号码 H99990001", "H99990001")]
    [InlineData("H9999OOO1", "H99990001")]
    [InlineData("00000000", "00000000")]
    [InlineData("00000000 01", "00000000")]
    [InlineData("1990.01.01", null)]
    [InlineData("", null)]
    public void Mainland_permits_begin_with_H_or_M_or_a_digit(string text, string? number) => PermitNumber.Mainland(text).ShouldBe(number);

    [Fact]
    public void The_card_of_1999_adds_its_renewals()
    {
        PermitNumber.WithoutRenewals("H9999000101").ShouldBe("H99990001");
        PermitNumber.WithoutRenewals("H99990001").ShouldBe("H99990001");
    }

    [Fact]
    public void Noise_seldom_makes_a_wrong_number()
    {
        ReaderNoise noise = new(79);
        NoiseScore score = new();
        for (int i = 0; i < 1500; i++)
        {
            bool exit = noise.Chance(0.5);
            string number = (exit ? noise.Pick(["C", "CA", "CE", "L"]) : noise.Pick(["H", "M", "HA"])) + "9999" + noise.Digits(5);
            number = number[..9];
            string read = number[..2] + noise.DigitsAsLetters(number[2..], 2);
            read = noise.Beside(noise.Spaces(read), ["证件号码 ", "通行证\n"], [" 01", "\n1990.01.01"]);
            score.Add(number, read, exit ? PermitNumber.ExitEntry(read) : PermitNumber.Mainland(read));
        }

        score.ShouldBe(0.96, 0.01);
    }
}
