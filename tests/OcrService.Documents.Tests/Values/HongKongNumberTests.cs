using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class HongKongNumberTests
{
    [Theory]
    [InlineData("A123456", '3')]
    [InlineData("G123456", 'A')]
    [InlineData("Q000001", '5')]
    [InlineData("ZZ000002", '6')]
    [InlineData("U000013", 'A')]
    public void The_check_character_agrees_with_the_textbook(string body, char check) => HongKongNumber.Check(body).ShouldBe(check);

    [Theory]
    [InlineData("Q000001(5)", "Q000001(5)")]
    [InlineData("Q000001（5）", "Q000001(5)")]
    [InlineData("Q 000001 (5)", "Q000001(5)")]
    [InlineData("Q0000015", "Q000001(5)")]
    [InlineData("Q000001C5J", "Q000001(5)")]
    [InlineData("Q000001[5]", "Q000001(5)")]
    [InlineData("Q000001(5", "Q000001(5)")]
    [InlineData("QOOOO01(5)", "Q000001(5)")]
    [InlineData("0000001(5)", "Q000001(5)")]
    [InlineData("ZZ000002(6)", "ZZ000002(6)")]
    [InlineData("2Z000002(6)", "ZZ000002(6)")]
    [InlineData("U000013(A)", "U000013(A)")]
    [InlineData("U000013(4)", "U000013(A)")]
    [InlineData("02-01-19 Q000001(5)", "Q000001(5)")]
    [InlineData("02-01-19\nQ000001(5)", "Q000001(5)")]
    [InlineData("NO.Q000001(5)", "Q000001(5)")]
    public void Numbers_are_found_and_repaired(string text, string number) => HongKongNumber.Parse(text).ShouldBe(number);

    [Theory]
    [InlineData("Q000001(6)")]
    [InlineData("A123456(7)")]
    public void A_number_whose_check_character_is_wrong_is_given_back_as_read(string text)
    {
        HongKongNumber.Parse(text).ShouldBe(text);
        HongKongNumber.IsValid(text).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("01-01-1990")]
    [InlineData("0022 2429 0207")]
    [InlineData("HONG KONG IDENTITY CARD")]
    [InlineData("***AZ")]
    public void What_is_no_number_is_null(string text) => HongKongNumber.Parse(text).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("Q0000015")]
    [InlineData("q000001(5)")]
    [InlineData("1000001(5)")]
    public void Only_the_printed_form_can_be_valid(string text) => HongKongNumber.IsValid(text).ShouldBeFalse();

    [Fact]
    public void Noise_seldom_makes_a_wrong_number()
    {
        ReaderNoise noise = new(17);
        NoiseScore score = new();
        for (int i = 0; i < 2000; i++)
        {
            string body = noise.Pick(["Q", "U", "ZZ"]) + noise.Digits(6);
            string number = $"{body}({HongKongNumber.Check(body)})";
            string read = noise.Signs(noise.DigitsAsLetters(number, 2), 1, "()", "[]{}C");
            read = noise.Beside(noise.FullWidth(noise.Spaces(read)), ["02-01-19 ", "Issue "], [" 香港", " ."]);
            score.Add(number, read, HongKongNumber.Parse(read));
        }

        score.ShouldBe(atLeastRight: 0.97, atMostWrong: 0.01);
    }
}
