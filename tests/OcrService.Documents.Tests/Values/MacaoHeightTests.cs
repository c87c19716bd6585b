using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class MacaoHeightTests
{
    [Theory]
    [InlineData("1.70", "1.70")]
    [InlineData("身高 Altura 1.70", "1.70")]
    [InlineData("1,70 m", "1.70")]
    [InlineData("1.70m", "1.70")]
    [InlineData("l.7O", "1.70")]
    [InlineData("1 70", "1.70")]
    [InlineData("170", "1.70")]
    [InlineData("170 cm", "1.70")]
    [InlineData("0.95", "0.95")]
    [InlineData("2.95", null)]
    [InlineData("01-01-1990", null)]
    [InlineData("1234567(8)", null)]
    [InlineData("", null)]
    public void Heights_are_in_metres(string text, string? height) => MacaoHeight.Parse(text).ShouldBe(height);
}
