using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class EndorsementTests
{
    [Fact]
    public void A_back_holds_an_endorsement_for_each_region()
    {
        const string Back = """
            往来港澳通行证
            香港签注
            个人旅游(G) 一次
            有效期 2025.01.01-2026.01.01
            备注:
            签发 广东 2025.01.01
            澳门签注
            团队旅游（L） 二次
            有效期 2025.01.01 - 2026.01.01
            备注: 深圳
            签发地点 广东 签发日期 2025.01.01
            """;
        Endorsement.Parse(Back).ShouldBe(
        [
            new Endorsement(EndorsementRegion.HongKong, "个人旅游(G)", "一次", "2025.01.01-2026.01.01", "", "广东 2025.01.01"),
            new Endorsement(EndorsementRegion.Macao, "团队旅游(L)", "二次", "2025.01.01-2026.01.01", "深圳", "广东 2025.01.01"),
        ]);
    }

    [Theory]
    [InlineData("台湾 探亲 一次\n2025.01.01-2025.07.01\n广东 2025.01.01", "探亲", "一次", "2025.01.01-2025.07.01", "广东 2025.01.01")]
    [InlineData("台湾\n个入旅游 G\n多次\n有效期至2025.07.01\n签发广东2025.01.01", "个人旅游(G)", "多次", "2025.07.01", "广东 2025.01.01")]
    [InlineData("台湾个人旅游G1次", "个人旅游(G)", "1次", "", "")]
    [InlineData("台湾\n某某某某(Y)一次", "应邀(Y)", "一次", "", "")]
    [InlineData("台湾\n(D)", "定居(D)", "", "", "")]
    public void Parts_are_found_by_their_vocabulary(string text, string kind, string trips, string period, string issue) =>
        Endorsement.Parse(text).ShouldBe([new Endorsement(EndorsementRegion.Taiwan, kind, trips, period, "", issue)]);

    [Theory]
    [InlineData("")]
    [InlineData("往来港澳通行证")]
    [InlineData("香港")]
    [InlineData("个人旅游(G) 一次")]
    public void Without_region_and_kind_there_is_none(string text) => Endorsement.Parse(text).ShouldBeEmpty();

    [Fact]
    public void The_last_day_is_known()
    {
        Endorsement.Parse("香港商务\n2025.01.01-2026.01.01")[0].Until.ShouldBe(new DateOnly(2026, 1, 1));
        Endorsement.Parse("香港商务")[0].Until.ShouldBeNull();
    }
}
