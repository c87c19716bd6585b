using OcrService.Recognition.Reading;

namespace OcrService.Recognition.Tests.Reading;

public sealed class ReadingVoteTests
{
    [Theory]
    [InlineData("Amoont", "Amount", "Amount", "Amount")]
    [InlineData("Amount", "Amoont", "Anount", "Amount")]
    [InlineData("TOTL", "TOTAL", "TOTAL", "TOTAL")]
    [InlineData("TOTAAL", "TOTAL", "TOTAL", "TOTAL")]
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

    [Theory]
    [InlineData("MAAUNG", "MAAUNG", "MA AUNG", "MA AUNG")]
    [InlineData("MA AUNG", "MA AUNG", "MAAUNG", "MAAUNG")]
    [InlineData("MA AUNC", "MA AUNC", "MA AUNG", "MA AUNC")]
    [InlineData("Sub-Totl 5", "Sub-Total 5", "Sub- Total 5", "Sub- Total 5")]
    [InlineData("A B", "A B", " A B ", "A B")]
    public void Spaces_are_the_word_of_the_reader_that_knows_them(string first, string second, string accented, string expected) =>
        Vote(first, second, accented).ShouldBe(expected);

    [Theory]
    [InlineData("pass by", "pass by", "passby", "pass by")]
    [InlineData("passby", "passby", "pass by", "pass by")]
    public void In_doubt_a_gap_that_another_saw_is_a_space_too(string first, string second, string accented, string expected) =>
        ReadingVote.Of(Reading(first, 0.9f), Reading(second, 0.9f), Reading(accented, 0.9f)).Text.ShouldBe(expected);

    [Theory]
    [InlineData("España", "Espana", true)]
    [InlineData("MA AUNG", "MAAUNG", true)]
    [InlineData("Espana", "España", false)]
    [InlineData("Total", "Tota1", false)]
    [InlineData("Tota", "Total", false)]
    public void Readings_with_the_same_letters_need_no_vote(string accented, string plain, bool same) =>
        ReadingVote.HasLettersOf(Reading(accented, 1), Reading(plain, 1)).ShouldBe(same);

    [Fact]
    public void An_accent_that_its_reader_doubts_is_none() =>
        ReadingVote.Of(Reading("Nunez", 0.9f), Reading("Nunez", 0.9f), Reading("Nuñez", 0.5f)).Text.ShouldBe("Nunez");

    [Theory]
    [InlineData("", "A", "B")]
    [InlineData("A", "", "")]
    public void Nothing_read_is_no_vote(string first, string second, string accented) => Vote(first, second, accented).Length.ShouldBeLessThanOrEqualTo(1);

    private static string Vote(string first, string second, string accented) => ReadingVote.Of(Reading(first, 0.9f), Reading(second, 0.9f), Reading(accented, 0.97f)).Text;

    private static LineReading Reading(string text, float probability) =>
        LineReading.Of([.. text.Select((c, i) => new ReadSymbol(c.ToString(), probability, (i + 0.5f) / text.Length))]);
}
