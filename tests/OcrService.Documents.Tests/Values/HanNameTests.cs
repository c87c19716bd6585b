using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class HanNameTests
{
    [Theory]
    [InlineData("樂示例", "樂示例")]
    [InlineData("姓名 李示例", "李示例")]
    [InlineData("姓名李示例", "李示例")]
    [InlineData("姓 名\n李示例", "李示例")]
    [InlineData("名李示例", "李示例")]
    [InlineData("李示例 LI, SHILI", "李示例")]
    [InlineData("香港永久性居民身份證\n樂示例\nLOK, Shi Lai", "樂示例")]
    [InlineData("香港身份证件姓名 樂示例", "樂示例")]
    [InlineData("欧阳示例", "欧阳示例")]
    [InlineData("示例·样本·测试", "示例·样本·测试")]
    [InlineData("示例•样本", "示例·样本")]
    [InlineData("台湾居民身份证姓名", null)]
    [InlineData("香港身份正姓名", null)]
    [InlineData("出生日期", null)]
    [InlineData("男", null)]
    [InlineData("LI, SHILI", null)]
    [InlineData("", null)]
    public void The_first_line_that_may_be_a_name_is_one(string text, string? name) => HanName.Parse(text).ShouldBe(name);
}
