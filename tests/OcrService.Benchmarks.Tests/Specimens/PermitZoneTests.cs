using OcrService.Specimens.Cards;

namespace OcrService.Benchmarks.Tests.Specimens;

/// <summary>The zones of the Chinese travel permits, against the worked examples of their descriptions.</summary>
public sealed class PermitZoneTests
{
    [Theory]
    [InlineData("CS", "C00000000", "2035-01-01", "1990-01-01", "CSC000000004<3501014<9001011<2")]
    [InlineData("CS", "CA0000000", "2034-12-30", "1985-12-31", "CSCA00000004<3412307<8512316<0")]
    [InlineData("CD", "L00000000", "2035-01-01", "1990-01-01", "CDL000000007<3501014<9001011<6")]
    [InlineData("CD", "L99999990", "2030-06-01", "2020-06-02", "CDL999999902<3006014<2006028<4")]
    public void An_exit_entry_permit_has_one_line(string code, string number, string expiry, string birth, string line) =>
        PermitZone.ExitEntry(code, number, DateOnly.ParseExact(expiry, "yyyy-MM-dd"), DateOnly.ParseExact(birth, "yyyy-MM-dd")).ShouldBe(line);

    [Fact]
    public void A_resident_of_Hong_Kong_has_the_name_in_GBK_letters() => PermitZone.Return(new ReturnPermit(
        "CR", "H99990001", "01", new(2035, 1, 1), "M", new(1990, 1, 1), "样本测试", "Q0000015", "YANG", "BEN CE SHI")).ShouldBe(
        ["CRH9999000160133501014M9001011", "NBPJLBLOLCOCMKNEAABQ0000015<42", "YANG<<BEN<CE<SHI<<<<<<<<<<<<<<"]);

    [Fact]
    public void A_child_of_this_century_has_another_letter() => PermitZone.Return(new ReturnPermit(
        "CR", "M99990002", "00", new(2030, 6, 1), "F", new(2020, 6, 2), "虚构人", "90000015", "XU", "GOU REN")).ShouldBe(
        ["CRM9999000220003006014F2006028", "NAOJLJLJMIML<<<<AAC90000015<54", "XU<<GOU<REN<<<<<<<<<<<<<<<<<<<"]);

    [Fact]
    public void A_resident_of_Taiwan_has_a_number_without_a_check_digit_and_a_place() => PermitZone.Return(new ReturnPermit(
        "CT", "00000000", "01", new(2035, 1, 1), "F", new(1990, 1, 1), "样本测试", "Z000000000", "YANG", "BEN CE SHI", PlaceCode: "3500")).ShouldBe(
        ["CT00000000<00133501014F9001011", "NBPJLBLOLCOCMKNEAABZ0000000007", "YANG<<BEN<CE<SHI<<<<<<<<<<3500"]);

    [Fact]
    public void A_foreigner_has_a_shorter_name_and_a_nationality()
    {
        IReadOnlyList<string> lines = PermitZone.Return(new ReturnPermit(
            "CF", "HA9999001", "00", new(2030, 1, 1), "M", new(1990, 1, 1), "虚构人", "Q0000015", "SPECIMENSEN", "TEST ALPHA", Nationality: "UTO"));
        lines[0].ShouldBe("CFHA999900180003001019M9001011");
        lines[1].ShouldBe("NAOJLJLJMIMLA<<UTOBQ0000015<46");
        lines[2].ShouldBe("SPECIMENSEN<<TEST<ALPHA<<<<<<<");
    }

    [Fact]
    public void The_card_of_1999_has_telegraph_codes() => PermitZone.Return1999(
        "002224290207", "H9999000100", "CHUNG", "MAN SHUN", new(1990, 1, 1), "F", new(2009, 12, 31)).ShouldBe(
        ["C<CHN002224290207<<<<<<<<08<<4", "9001011F0912312H99990001006122", "CHUNG<<MAN<SHUN<<<<<<<<<<<<<<<"]);

    [Theory]
    [InlineData("证件样本", "NGKELMPONBPJLBLO")]
    [InlineData("样本测试", "NBPJLBLOLCOCMKNE")]
    [InlineData("虚构人", "NAOJLJLJMIML")]
    public void A_character_has_four_letters(string name, string letters) => GbkCode.Letters(name, 4).ShouldBe(letters);
}
