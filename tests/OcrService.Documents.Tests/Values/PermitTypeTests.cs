using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class PermitTypeTests
{
    [Theory]
    [InlineData("往来港澳通行证", PermitType.ToHongKongMacao)]
    [InlineData("中华人民共和国\n往来台湾通行证", PermitType.ToTaiwan)]
    [InlineData("往 来 港 澳 通 行 证", PermitType.ToHongKongMacao)]
    [InlineData("往来港澳通行汪", PermitType.ToHongKongMacao)]
    [InlineData("港澳居民来往内地通行证", PermitType.OfHongKongMacao)]
    [InlineData("港澳居民来住内地通行证", PermitType.OfHongKongMacao)]
    [InlineData("台湾居民来往大陆通行证", PermitType.OfTaiwan)]
    [InlineData("台湾居民来往大陆通行", PermitType.OfTaiwan)]
    [InlineData("往来台澳通行证", null)]
    [InlineData("居民身份证", null)]
    [InlineData("", null)]
    public void Titles_are_told_apart(string text, string? type) => PermitType.Parse(text).ShouldBe(type);
}
