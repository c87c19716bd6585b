using OcrService.Battery.Attacks;

namespace OcrService.Battery.Tests;

/// <summary>The judge lets the documented answers pass, and each kind of wrong one not.</summary>
public sealed class AnswerRulesTests
{
    private const string Json = "application/json; charset=UTF-8";
    private const string Refused = """{"error_code":"AIS.0102","error_msg":"The image format is not supported."}""";

    [Theory]
    [InlineData(200, """{"result":{"words_block_count":0}}""")]
    [InlineData(400, Refused)]
    [InlineData(429, """{"error_code":"ModelArts.4401","error_msg":"Max concurrency error."}""")]
    [InlineData(503, """{"error_code":"ModelArts.4403","error_msg":"Backend service unavailable error."}""")]
    [InlineData(413, """{"error_code":"APIG.0201","error_msg":"Request entity too large.","request_id":"1"}""")]
    [InlineData(401, """{"error":{"code":401,"message":"The username or password is wrong.","title":"Unauthorized"}}""")]
    public void Documented(int status, string body) => AnswerRules.Complain(new Answer(status, Json, "1", body, default)).ShouldBeNull();

    [Theory]
    [InlineData(500, """{"error_code":"ModelArts.4505","error_msg":"Backend service internal error."}""", "status 500")]
    [InlineData(504, """{"error_code":"ModelArts.4402","error_msg":"Backend service timeout error."}""", "status 504")]
    [InlineData(404, Refused, "not in the catalogue")]
    [InlineData(400, """{"error_code":"AIS.0102","error_msg":"Another text."}""", "not in the catalogue")]
    [InlineData(400, """{"error_code":"AIS.0102","error_msg":"The image format is not supported.","detail":"x"}""", "members beside")]
    [InlineData(400, """{"error_code":"AIS.0102","error_msg":"System.InvalidOperationException: x"}""", "inside")]
    [InlineData(400, """{"error_code":"AIS.0102","error_msg":"/home/service/x"}""", "inside")]
    [InlineData(400, "<html></html>", "inside")]
    [InlineData(400, "", "no JSON")]
    [InlineData(200, """{"error_code":"AIS.0102"}""", "no result")]
    public void Wrong(int status, string body, string complaint) =>
        AnswerRules.Complain(new Answer(status, Json, "1", body, default)).ShouldNotBeNull().ShouldContain(complaint);

    [Fact]
    public void Headers_count()
    {
        AnswerRules.Complain(new Answer(400, "text/plain", "1", Refused, default)).ShouldNotBeNull().ShouldContain("content type");
        AnswerRules.Complain(new Answer(400, Json, null, Refused, default)).ShouldNotBeNull().ShouldContain("X-Request-Id");
    }
}
