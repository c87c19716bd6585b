using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class PrintedSexTests
{
    [Theory]
    [InlineData("男 M", "M")]
    [InlineData("女/F", "F")]
    [InlineData("女F", "F")]
    [InlineData("M", "M")]
    [InlineData("性別 Sexo\n女 F", "F")]
    [InlineData("01-01-1990 男", "M")]
    [InlineData("性别男", "M")]
    [InlineData("SEX: F", "F")]
    [InlineData("H", "M")]
    [InlineData("文", "F")]
    [InlineData("女 M", null)]
    [InlineData("男女", null)]
    [InlineData("M F", null)]
    [InlineData("FEMALE", null)]
    [InlineData("", null)]
    public void Character_and_letter_are_read_together(string text, string? sex)
    {
        PrintedSex.Letter(text).ShouldBe(sex);
        PrintedSex.Han(text).ShouldBe(PrintedSex.HanOf(sex));
    }
}
