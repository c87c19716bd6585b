using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class ThaiNumberTests
{
    [Theory]
    [InlineData("999990000123", '6')]
    [InlineData("900000000008", '0')]
    [InlineData("112345678901", '4')]
    [InlineData("61234567890", null)]
    public void The_check_digit_is_counted_modulo_11(string body, char? check) => ThaiNumber.Check(body).ShouldBe(check);

    [Theory]
    [InlineData("9 9999 00001 23 6", "9 9999 00001 23 6")]
    [InlineData("เลขประจำตัวประชาชน 9 9999 00001 23 6", "9 9999 00001 23 6")]
    [InlineData("Identification Number 9 9999 00001 23 6", "9 9999 00001 23 6")]
    [InlineData("Number9 9999 00001 23 6", "9 9999 00001 23 6")]
    [InlineData("9999900001236", "9 9999 00001 23 6")]
    [InlineData("9-9999-00001-23-6", "9 9999 00001 23 6")]
    [InlineData("9 9999 OOOO1 23 6", "9 9999 00001 23 6")]
    [InlineData("๙ ๙๙๙๙ ๐๐๐๐๑ ๒๓ ๖", "9 9999 00001 23 6")]
    [InlineData("9 9999 00001 2B 6", "9 9999 00001 23 6")]
    public void Numbers_are_grouped_and_repaired(string text, string number) => ThaiNumber.Parse(text).ShouldBe(number);

    [Fact]
    public void A_number_whose_check_digit_is_wrong_is_given_back_as_read()
    {
        ThaiNumber.Parse("9 9999 00001 23 5").ShouldBe("9 9999 00001 23 5");
        ThaiNumber.IsValid("9 9999 00001 23 5").ShouldBeFalse();
        ThaiNumber.IsValid("9 9999 00001 23 6").ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("9 9999 00001 23")]
    [InlineData("1 ม.ค. 2533")]
    [InlineData("9999-09-01020900")]
    public void What_is_no_number_is_null(string text) => ThaiNumber.Parse(text).ShouldBeNull();

    [Fact]
    public void Noise_seldom_makes_a_wrong_number()
    {
        ReaderNoise noise = new(53);
        NoiseScore score = new();
        for (int i = 0; i < 1500; i++)
        {
            string body = "9" + noise.Digits(11);
            string digits = body + ThaiNumber.Check(body);
            string number = $"{digits[0]} {digits[1..5]} {digits[5..10]} {digits[10..12]} {digits[12]}";
            string read = noise.Spaces(noise.DigitsAsLetters(number, 2));
            read = noise.Beside(read, ["เลขประจำตัวประชาชน ", "Identification Number ", "Number"], [" ๆ", " ."]);
            score.Add(number, read, ThaiNumber.Parse(read));
        }

        score.ShouldBe(atLeastRight: 0.97, atMostWrong: 0.01);
    }
}
