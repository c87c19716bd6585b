using OcrService.Specimens;
using OcrService.Specimens.Documents;
using OcrService.Specimens.People;

namespace OcrService.Benchmarks.Tests.Specimens;

public sealed class HomeNumbersTests
{
    [Theory]
    [InlineData("Z00000000", '0')]
    [InlineData("Z00000001", '9')]
    public void A_number_of_Taiwan_ends_in_its_check_digit(string body, char digit) => HomeNumbers.TaiwanCheck(body).ShouldBe(digit);

    [Theory]
    [InlineData("Q000001", '5')]
    [InlineData("ZZ000002", '6')]
    [InlineData("U000013", 'A')]
    public void A_number_of_Hong_Kong_has_its_check_character_in_brackets(string body, char character) =>
        HongKongCard.CheckCharacter(body).ShouldBe(character);

    [Fact]
    public void Nobody_has_an_invented_number()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            var dice = Dice.Scattered(seed);
            HomeNumbers.HongKong(dice).ShouldMatch(@"^(Q|U|ZZ)\d{6}\([0-9A]\)$");
            HomeNumbers.Macao(dice).ShouldMatch(@"^9\d{6}\(\d\)$");
            HomeNumbers.Taiwan(dice).ShouldMatch(@"^[A-Z]0\d{8}$");
            NrcNumbers.Invent(dice).Latin.ShouldMatch(@"^(1[0-4]|[1-9])/[A-Z]{6,9}\([NEPTYS]\)000000$");
        }
    }

    [Fact]
    public void A_number_of_Myanmar_is_written_in_both_scripts()
    {
        Bilingual number = NrcNumbers.Invent(Dice.Scattered(3));
        string[] burmese = number.Burmese.Split('/', '(', ')'), latin = number.Latin.Split('/', '(', ')');
        burmese[0].ShouldBe(NativeDigits.Burmese(latin[0]));
        burmese[3].ShouldBe("၀၀၀၀၀၀");
        burmese[1].Length.ShouldBe(3);
    }
}
