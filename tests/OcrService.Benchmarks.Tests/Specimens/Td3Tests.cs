using OcrService.Specimens.Cards;

namespace OcrService.Benchmarks.Tests.Specimens;

/// <summary>The zones that specimens bear, against ones computed elsewhere.</summary>
public sealed class Td3Tests
{
    [Fact]
    public void A_zone_without_optional_data_has_fillers_for_it() => Td3.Compose(
        "P", "UTO", "SPECIMENSEN", "TEST ALPHA", "ZE000509", "UTO", new(1990, 1, 1), "F", new(2035, 1, 1), "").ShouldBe(
        ["P<UTOSPECIMENSEN<<TEST<ALPHA<<<<<<<<<<<<<<<<", "ZE000509<9UTO9001011F3501014<<<<<<<<<<<<<<<8"]);

    [Fact]
    public void A_Chinese_zone_bears_the_name_in_its_optional_field() => Td3.Compose(
        "PO", "CHN", "YANG", "BENCESHI", "E00000000", "CHN", new(1990, 1, 1), "M", new(2035, 1, 1), Td3.GbkNibbles("样本测试")).ShouldBe(
        ["POCHNYANG<<BENCESHI<<<<<<<<<<<<<<<<<<<<<<<<<", "E000000008CHN9001011M3501014NBPJLBLOLCOCA912"]);

    [Theory]
    [InlineData("900101", '1')]
    [InlineData("ZE000509<", '9')]
    public void Check_digits_follow_the_weights(string field, char digit) => Td3.CheckDigit(field).ShouldBe(digit);
}
