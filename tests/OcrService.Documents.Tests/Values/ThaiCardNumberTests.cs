using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class ThaiCardNumberTests
{
    [Theory]
    [InlineData("12345678", "12345678")]
    [InlineData("1234S678\nบัตรประจำตัวประชาชน", "12345678")]
    [InlineData("JT0-0000000-00\n12345678", "12345678")]
    [InlineData("JT0-0000000-00", null)]
    [InlineData("Thai National ID Card", null)]
    [InlineData("", null)]
    public void Numbers_are_digits(string text, string? number) => ThaiCardNumber.Parse(text).ShouldBe(number);
}
