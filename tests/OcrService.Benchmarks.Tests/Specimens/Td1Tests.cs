using OcrService.Specimens.Cards;

namespace OcrService.Benchmarks.Tests.Specimens;

/// <summary>The zones of cards, against ones computed elsewhere.</summary>
public sealed class Td1Tests
{
    [Fact]
    public void A_card_without_optional_data_has_fillers_for_it() => Td1.Compose(
        "I", "UTO", "ZE000509", "SPECIMENSEN<<TEST<ALPHA", "UTO", new(1990, 1, 1), "F", new(2035, 1, 1)).ShouldBe(
        ["I<UTOZE000509<9<<<<<<<<<<<<<<<", "9001011F3501014UTO<<<<<<<<<<<8", "SPECIMENSEN<<TEST<ALPHA<<<<<<<"]);

    [Fact]
    public void A_number_longer_than_nine_goes_on_in_the_optional_field() => Td1.Compose(
        "I", "UTO", "ZE0005090001", Td1.Names("SPECIMENSEN", "TEST ALPHA"), "UTO", new(1990, 1, 1), "F", new(2035, 1, 1)).ShouldBe(
        ["I<UTOZE0005090<0010<<<<<<<<<<<", "9001011F3501014UTO<<<<<<<<<<<2", "SPECIMENSEN<<TEST<ALPHA<<<<<<<"]);

    [Fact]
    public void A_Cambodian_card_of_a_woman_is_numbered_999000001() => Td1.Compose(
        "ID", "KHM", "999000001", Td1.Names("TEST", "KUMRU"), "KHM", new(1990, 1, 1), "F", new(2035, 1, 1)).ShouldBe(
        ["IDKHM9990000010<<<<<<<<<<<<<<<", "9001011F3501014KHM<<<<<<<<<<<6", "TEST<<KUMRU<<<<<<<<<<<<<<<<<<<"]);

    [Fact]
    public void A_Cambodian_card_of_a_man_is_numbered_999000002() => Td1.Compose(
        "ID", "KHM", "999000002", Td1.Names("BANLAENG", "KLAENG"), "KHM", new(1985, 12, 31), "M", new(2034, 12, 30)).ShouldBe(
        ["IDKHM9990000021<<<<<<<<<<<<<<<", "8512316M3412307KHM<<<<<<<<<<<2", "BANLAENG<<KLAENG<<<<<<<<<<<<<<"]);
}
