using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class ThaiReferenceTests
{
    [Theory]
    [InlineData("00-1234-567890-1", "00-1234-567890-1")]
    [InlineData("0012345678901", "00-1234-567890-1")]
    [InlineData("OO-1234-567890-1", "00-1234-567890-1")]
    [InlineData("00 1234 567890 1", "00-1234-567890-1")]
    [InlineData("", null)]
    public void References_are_read(string text, string? number) => ThaiReference.Parse(text).ShouldBe(number);
}
