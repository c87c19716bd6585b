using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class ChileSexTests
{
    [Theory]
    [InlineData("F", "F")]
    [InlineData("SEXO\nM", "M")]
    [InlineData("SEXO F", "F")]
    [InlineData("SEXO: X", "X")]
    [InlineData("SEXO", null)]
    [InlineData("SEXO\nH", "M")]
    [InlineData("CHILENA F", "F")]
    [InlineData("M F", null)]
    [InlineData("", null)]
    public void A_letter_of_its_own_is_the_sex(string text, string? sex) => ChileSex.Parse(text).ShouldBe(sex);
}
