using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class HongKongSymbolsTests
{
    [Theory]
    [InlineData("***AZ", "***AZ")]
    [InlineData("*** A Z", "***AZ")]
    [InlineData("＊＊＊AZ", "***AZ")]
    [InlineData("+++AZ", "***AZ")]
    [InlineData("xxxAX", "***AX")]
    [InlineData("^^^RO", "***RO")]
    [InlineData("\"*AZ", "***AZ")]
    [InlineData("\"AZ", "***AZ")]
    [InlineData("**AZ", "***AZ")]
    [InlineData("****AZ", "***AZ")]
    [InlineData("*AZ", "*AZ")]
    [InlineData("***A2", "***AZ")]
    [InlineData("***4Z", "***AZ")]
    [InlineData("***A0", "***AO")]
    [InlineData("CO", "CO")]
    [InlineData("C0", "CO")]
    [InlineData("***AZBN", "***AZBN")]
    [InlineData("***AZ8", "***AZB")]
    [InlineData("***AXL2", "***AXL2")]
    [InlineData("***az", "***AZ")]
    [InlineData("01-01-1990 男 M\n***AZ", "***AZ")]
    [InlineData("男 M ***AZ", "***AZ")]
    public void Symbols_are_made_legal(string text, string symbols)
    {
        HongKongSymbols.Parse(text).ShouldBe(symbols);
        HongKongSymbols.IsValid(symbols).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("***")]
    [InlineData("***BB")]
    [InlineData("01-01-1990")]
    [InlineData("CHAN, Tai Man")]
    [InlineData("Q000001(5)")]
    [InlineData("簽發日期 Date of Issue")]
    public void Everything_else_is_null(string text) => HongKongSymbols.Parse(text).ShouldBeNull();

    [Theory]
    [InlineData("***AZ", true)]
    [InlineData("AO", true)]
    [InlineData("***RX", false)]
    [InlineData("CO", false)]
    [InlineData("", false)]
    public void A_is_the_right_of_abode(string symbols, bool permanent) => HongKongSymbols.HasRightOfAbode(symbols).ShouldBe(permanent);

    [Fact]
    public void Noise_seldom_makes_wrong_symbols()
    {
        ReaderNoise noise = new(23);
        NoiseScore score = new();
        for (int i = 0; i < 2000; i++)
        {
            string letters = $"{noise.Pick(["A", "R", "C", "U"])}{noise.Pick(["Z", "X", "W", "O"])}";
            string symbols = "***" + letters;
            string read = noise.Pick(["***", "**", "xxx", "+*+", "**\"", "^*^"]) + noise.LettersAsDigits(letters, 1);
            score.Add(symbols, read, HongKongSymbols.Parse(noise.Beside(noise.Spaces(read), ["男 M ", "\n"], ["\n香港", " "])));
        }

        score.ShouldBe(atLeastRight: 0.97, atMostWrong: 0.002);
    }
}
