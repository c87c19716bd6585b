using OcrService.Recognition.Reading;

namespace OcrService.Recognition.Tests.Reading;

public sealed class LookalikesTests
{
    [Theory]
    [InlineData("1F00D", "1FOOD")]
    [InlineData("POTAT0", "POTATO")]
    [InlineData("S0AP D0VE", "SOAP DOVE")]
    [InlineData("0REGON", "OREGON")]
    [InlineData("c0ffee", "coffee")]
    [InlineData("Ph0ne", "Phone")]
    [InlineData("2O04", "2004")]
    [InlineData("1oo5", "1005")]
    public void A_symbol_that_both_neighbours_deny_is_the_other(string read, string meant) => Settled(read, 0.05f).ShouldBe(meant);

    [Theory]
    [InlineData("A200")]
    [InlineData("10A")]
    [InlineData("USA907")]
    [InlineData("H20")]
    [InlineData("CO2")]
    [InlineData("A0")]
    [InlineData("B 0 B")]
    [InlineData("0")]
    [InlineData("No. 100")]
    [InlineData("foo")]
    public void Codes_and_numbers_stay(string read) => Settled(read, 0.05f).ShouldBe(read);

    [Fact]
    public void What_the_reader_did_not_see_at_all_is_not_put_in() => Settled("F00D", 0.001f).ShouldBe("F00D");

    private static string Settled(string read, float probability)
    {
        List<ReadSymbol> symbols = [.. read.Select((c, i) => new ReadSymbol(c.ToString(), 0.9f, (i + 0.5f) / read.Length))];
        Lookalikes.Settle(symbols, (_, _) => probability);
        return string.Concat(symbols.Select(s => s.Text));
    }
}
