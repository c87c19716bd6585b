using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class IssueTimesTests
{
    [Theory]
    [InlineData("01", "01")]
    [InlineData("换证次数 01", "01")]
    [InlineData("换证次数\n01", "01")]
    [InlineData("签发次数:02", "02")]
    [InlineData("O1", "01")]
    [InlineData("0l", "01")]
    [InlineData("H99990001 01", "01")]
    [InlineData("H9999000101", "01")]
    [InlineData("0000000012", "12")]
    [InlineData("3", "03")]
    [InlineData("H99990001", null)]
    [InlineData("00000000", null)]
    [InlineData("1990.01.01", null)]
    [InlineData("换证次数", null)]
    [InlineData("", null)]
    public void The_count_has_two_digits(string text, string? count) => IssueTimes.Parse(text).ShouldBe(count);
}
