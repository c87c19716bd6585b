using OcrService.Api.Tests.Support;
using OcrService.Documents;

namespace OcrService.Api.Tests.Endpoints;

public sealed class PassportTests : IDisposable
{
    private readonly Service _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Fields_keep_their_order_and_only_those_with_a_confidence_are_in_the_map()
    {
        _service.ExtractCard = (_, _, _, _) => CardResults.Of(
            [
                new ResultText("country_code", "UTO"),
                new ResultText("surname", "SAMPLE"),
                new ResultText("sex", ""),
                new ResultText("machine_code", "P<UTOSAMPLE<<ALEX<JORDAN"),
                new ResultGroup("extra_info", [new ResultGroup("local_language", [new ResultText("name", "示例")])]),
            ],
            [new("country_code", 0.97274f), new("surname", 0.97274f), new("sex", 0)]);

        Answer answer = await _service.PostAsync(Service.Passport, $$"""{"image":"{{Pictures.PngText()}}"}""");

        answer.Body.ShouldBe(
            """{"result":{"country_code":"UTO","surname":"SAMPLE","sex":"","machine_code":"P<UTOSAMPLE<<ALEX<JORDAN","""
            + "\"extra_info\"" + """:{"local_language":{"name":"示例"}},"confidence":{"country_code":0.9727,"surname":0.9727,"sex":0}}}""");
        answer.Status.ShouldBe(200);
        _service.Recognizer.LastPlan.ShouldNotBeNull().FindMrz.ShouldBeTrue();
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(",\"country_code\":null", null)]
    [InlineData(",\"country_code\":\"GENERAL\"", "GENERAL")]
    [InlineData(",\"country_code\":\"CHN\"", "CHN")]
    public async Task The_country_code_reaches_extraction(string option, string? expected)
    {
        string? seen = "not called";
        _service.ExtractCard = (_, _, _, options) =>
        {
            seen = options.GetValueOrDefault("country_code");
            return CardResults.Of([], []);
        };

        await _service.PostAsync(Service.Passport, $$"""{"image":"{{Pictures.PngText()}}"{{option}}}""");

        seen.ShouldBe(expected);
    }

    [Theory]
    [InlineData("\"chn\"")]
    [InlineData("\"USA\"")]
    [InlineData("\"\"")]
    [InlineData("1")]
    [InlineData("[\"CHN\"]")]
    public async Task Other_country_codes_are_refused(string value)
    {
        Answer answer = await _service.PostAsync(Service.Passport, $$"""{"image":"{{Pictures.PngText()}}","country_code":{{value}}}""");

        answer.ShouldFail(400, "AIS.0101", "The input parameter is invalid.");
        _service.Recognizer.LastImage.ShouldBeNull();
    }
}
