using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class MacaoDateTests
{
    [Theory]
    [InlineData("02-01-2020", "02-01-2020")]
    [InlineData("本次發出日期 Data de emissão\n02-01-2020", "02-01-2020")]
    [InlineData("O2-O1-2O2O", "02-01-2020")]
    [InlineData("02/01/2020", "02-01-2020")]
    [InlineData("02.01.2020", "02-01-2020")]
    [InlineData("02012020", "02-01-2020")]
    [InlineData("31-02-2020", null)]
    [InlineData("------", null)]
    [InlineData("1234567(8)", null)]
    [InlineData("", null)]
    public void Dates_are_found(string text, string? date) => MacaoDate.Parse(text).ShouldBe(date);

    [Theory]
    [InlineData("01-01-2030", "01-01-2030")]
    [InlineData("------", "------")]
    [InlineData("有效期至 Válido até\n------", "------")]
    [InlineData("- - - - - -", "------")]
    [InlineData("————", "------")]
    [InlineData("有效期至------", "------")]
    [InlineData("--", null)]
    [InlineData("", null)]
    public void Cards_may_have_no_end(string text, string? expiry) => MacaoDate.Expiry(text).ShouldBe(expiry);

    [Fact]
    public void Wire_values_become_dates()
    {
        MacaoDate.Read("02-01-2020").ShouldBe(new DateOnly(2020, 1, 2));
        MacaoDate.Read(MacaoDate.Unlimited).ShouldBeNull();
    }
}
