using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("LOK, Shi Lai", "LOK, Shi Lai")]
    [InlineData("LOK,Shi Lai", "LOK, Shi Lai")]
    [InlineData("LOK,ShiLai", "LOK, Shi Lai")]
    [InlineData("LOK. Shi Lai", "LOK, Shi Lai")]
    [InlineData("LOK， Shi Lai", "LOK, Shi Lai")]
    [InlineData("LOK Shi Lai", "LOK, Shi Lai")]
    [InlineData("L0K, Shi Lai", "LOK, Shi Lai")]
    [InlineData("樂示例\nLOK, Shi Lai\n2867 4355 0173", "LOK, Shi Lai")]
    [InlineData("SPECIMENSEN", "SPECIMENSEN")]
    [InlineData("SPECIMEN-SEN, Test Alpha", "SPECIMEN-SEN, Test Alpha")]
    [InlineData("O'SPECIMEN, Test", "O'SPECIMEN, Test")]
    [InlineData("LI,SHILI", "LI, SHILI")]
    [InlineData("LI SHILI", "LI, SHILI")]
    [InlineData("姓名\nLI, SHILI", "LI, SHILI")]
    [InlineData("Name\nLI, SHILI", "LI, SHILI")]
    [InlineData("YANG BEN, CE SHI", "YANG BEN, CE SHI")]
    [InlineData("YANG BEN CE SHI", null)]
    [InlineData("2867 4355 0173", null)]
    [InlineData("01-01-1990", null)]
    [InlineData("Name", null)]
    [InlineData("", null)]
    public void Printed_names_keep_comma_and_case(string text, string? name) => PersonName.Printed(text).ShouldBe(name);

    [Theory]
    [InlineData("LOK, Shi Lai", "LOK", "SHI LAI")]
    [InlineData("SPECIMENSEN", "SPECIMENSEN", "")]
    public void Both_parts_can_be_compared(string printed, string surname, string given) =>
        PersonName.OfPrinted(printed).ShouldBe(new PersonName(surname, given));
}
