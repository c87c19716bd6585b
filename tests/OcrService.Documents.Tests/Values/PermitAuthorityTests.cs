using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class PermitAuthorityTests
{
    [Theory]
    [InlineData("公安部出入境管理局", "公安部出入境管理局")]
    [InlineData("签发机关\n公安部出入境管理局", "公安部出入境管理局")]
    [InlineData("签发机关公安部出人境管理局", "公安部出入境管理局")]
    [InlineData("公安部出入境管理局 广东", "公安部出入境管理局")]
    [InlineData("中华人民共和国出入境管理局", "中华人民共和国出入境管理局")]
    [InlineData("中华人民共和国\n出入境管理局", "中华人民共和国出入境管理局")]
    [InlineData("国家移民管理局", "国家移民管理局")]
    [InlineData("中华人民共和国国家移民管理局", "中华人民共和国国家移民管理局")]
    [InlineData("某某省公安厅", "某某省公安厅")]
    [InlineData("签发机关", null)]
    [InlineData("广东", null)]
    [InlineData("", null)]
    public void Known_authorities_are_corrected(string text, string? authority) => PermitAuthority.Parse(text).ShouldBe(authority);

    [Theory]
    [InlineData("广东", "广东")]
    [InlineData("签发地点 广东", "广东")]
    [InlineData("签发地点\n香港", "香港")]
    [InlineData("黑龙汪", "黑龙江")]
    [InlineData("内蒙占", "内蒙古")]
    [InlineData("某地", "某地")]
    [InlineData("签发地点", null)]
    [InlineData("", null)]
    public void Places_are_corrected(string text, string? place) => PermitPlace.Parse(text).ShouldBe(place);
}
