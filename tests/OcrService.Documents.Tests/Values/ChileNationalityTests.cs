using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class ChileNationalityTests
{
    [Theory]
    [InlineData("CHILENA", "CHILENA")]
    [InlineData("NACIONALIDAD\nCHILENA", "CHILENA")]
    [InlineData("NACIONALIDAD CHILENA", "CHILENA")]
    [InlineData("CHlLENA", "CHILENA")]
    [InlineData("CH1LENA", "CHILENA")]
    [InlineData("CHILENA F", "CHILENA")]
    [InlineData("ESPANOLA", "ESPAÑOLA")]
    [InlineData("UTOPIANA", "UTOPIANA")]
    [InlineData("VEN", "VEN")]
    [InlineData("NACIONALIDAD", null)]
    [InlineData("", null)]
    public void Nationalities_are_corrected(string text, string? nationality) => ChileNationality.Parse(text).ShouldBe(nationality);
}
