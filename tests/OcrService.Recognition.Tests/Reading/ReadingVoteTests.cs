using OcrService.Recognition.Reading;

namespace OcrService.Recognition.Tests.Reading;

public sealed class ReadingVoteTests
{
    [Theory]
    [InlineData("Amoont", "Amount", "Amount", "Amount")]
    [InlineData("Amount", "Amoont", "Anount", "Amount")]
    [InlineData("TOTL", "TOTAL", "TOTAL", "TOTAL")]
    [InlineData("TOTAAL", "TOTAL", "TOTAL", "TOTAL")]
    [InlineData("MAAUNG", "MA AUNG", "MA AUNG", "MA AUNG")]
    [InlineData("MA AUNG", "MAAUNG", "MA AUNG", "MA AUNG")]
    [InlineData("12.50", "1250", "12,50", "12.50")]
    public void Two_that_agree_outvote_the_first(string first, string second, string accented, string expected) => Vote(first, second, accented).ShouldBe(expected);

    [Theory]
    [InlineData("Nunez", "Nunez", "Núñez", "Núñez")]
    [InlineData("cafe creme", "cafe creme", "café crème", "café crème")]
    [InlineData("Tuong", "Tucng", "Tường", "Tường")]
    [InlineData("icuanto", "icuanto", "¿cuánto", "¿cuánto")]
    [InlineData("Munoz", "Munoz", "Muhoz", "Munoz")]
    public void Accents_are_the_word_of_the_reader_that_knows_them(string first, string second, string accented, string expected) =>
        Vote(first, second, accented).ShouldBe(expected);

    [Fact]
    public void An_accent_that_its_reader_doubts_is_none() =>
        ReadingVote.Of(Reading("Nunez", 0.9f), Reading("Nunez", 0.9f), Reading("Nuñez", 0.5f)).Text.ShouldBe("Nunez");

    [Theory]
    [InlineData("", "A", "B")]
    [InlineData("A", "", "")]
    public void Nothing_read_is_no_vote(string first, string second, string accented) => Vote(first, second, accented).Length.ShouldBeLessThanOrEqualTo(1);

    private static string Vote(string first, string second, string accented) => ReadingVote.Of(Reading(first, 0.9f), Reading(second, 0.9f), Reading(accented, 0.9f)).Text;

    private static LineReading Reading(string text, float probability) =>
        LineReading.Of([.. text.Select((c, i) => new ReadSymbol(c.ToString(), probability, (i + 0.5f) / text.Length))]);
}
