using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class ShortYearsTests
{
    private static readonly DateOnly Today = new(2026, 1, 15);

    [Theory]
    [InlineData("900101", 1990, 1, 1)]
    [InlineData("260115", 2026, 1, 15)]
    [InlineData("260116", 1926, 1, 16)]
    [InlineData("000229", 2000, 2, 29)]
    public void A_birth_date_is_the_latest_that_is_not_after_today(string text, int year, int month, int day) =>
        ShortYears.Birth(text, Today).ShouldBe(new DateOnly(year, month, day));

    [Theory]
    [InlineData("350101", 2035, 1, 1)]
    [InlineData("750101", 2075, 1, 1)]
    [InlineData("760101", 1976, 1, 1)]
    [InlineData("120415", 2012, 4, 15)]
    public void An_expiry_date_is_the_nearest(string text, int year, int month, int day) =>
        ShortYears.Expiry(text, Today).ShouldBe(new DateOnly(year, month, day));

    [Theory]
    [InlineData("901301")]
    [InlineData("900230")]
    [InlineData("90<<<<")]
    [InlineData("")]
    public void What_is_no_date_is_null(string text)
    {
        ShortYears.Birth(text, Today).ShouldBeNull();
        ShortYears.Expiry(text, Today).ShouldBeNull();
    }
}
