using OcrService.Recognition.Reading;

namespace OcrService.Recognition.Tests.Reading;

public sealed class AccentReaderTests
{
    [Theory]
    [InlineData("JOSE MARIA", "JOSÉ MARÍA", "JOSÉ MARÍA")]
    [InlineData("NUNEZ", "NÚÑEZ", "NÚÑEZ")]
    [InlineData("Munoz", "muñoz", "Muñoz")]
    [InlineData("GARCIA", "GARClÁ", "GARCIÁ")]
    [InlineData("PEREZ", "wholly different words", "PEREZ")]
    [InlineData("PEREZ", "", "PEREZ")]
    public void Accents_are_set_where_both_readers_agree_on_the_letter(string plain, string accented, string expected) =>
        AccentReader.SetAccents(Reading(plain), Reading(accented)).Text.ShouldBe(expected);

    [Fact]
    public void A_mark_read_twice_is_one()
    {
        string Tidy(string text) => string.Concat(MarkTidier.Tidy([.. text.Select((c, i) => new ReadSymbol(c.ToString(), 1, i))]).Select(s => s.Text));

        Tidy("แก่\u0E48น").ShouldBe("แก่น");
        Tidy("နိ\u102Dုင်").ShouldBe("နိုင်");
        Tidy("AA00").ShouldBe("AA00");
        Tidy("กก").ShouldBe("กก");
    }

    private static LineReading Reading(string text) => LineReading.Of([.. text.Select((c, i) => new ReadSymbol(c.ToString(), 0.9f, (i + 0.5f) / text.Length))]);
}
