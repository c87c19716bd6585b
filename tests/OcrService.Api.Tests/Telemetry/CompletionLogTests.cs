using Microsoft.Extensions.Logging;
using OcrService.Api.Tests.Support;
using OcrService.Recognition;

namespace OcrService.Api.Tests.Telemetry;

public sealed class CompletionLogTests : IDisposable
{
    private readonly Service _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task One_line_tells_what_happened()
    {
        string body = $$"""{"image":"{{Pictures.PngText(640, 480)}}"}""";
        Answer answer = await _service.PostAsync(Service.WebImage, body);

        LogLine line = await _service.CompletionAsync();
        line.Level.ShouldBe(LogLevel.Information);
        line.Values["RequestId"].ShouldBe(answer.RequestId);
        line.Values["Api"].ShouldBe("web-image");
        line.Values["Status"].ShouldBe(200);
        line.Values["ErrorCode"].ShouldBeNull();
        line.Values["Bytes"].ShouldBe(body.Length);
        line.Values["Width"].ShouldBe(640);
        line.Values["Height"].ShouldBe(480);
        line.Values["TotalMs"].ShouldBeOfType<long>();
    }

    [Fact]
    public async Task A_refusal_is_named()
    {
        _service.Recognizer.Read = (_, _) => Support.Pages.Of(RecognitionFaults.Busy);
        await _service.PostAsync(Service.WebImage, $$"""{"image":"{{Pictures.PngText()}}"}""");

        LogLine line = await _service.CompletionAsync();
        line.Values["Fault"].ShouldBe("recognition.busy");
        line.Values["ErrorCode"].ShouldBe("ModelArts.4401");
        line.Values["Status"].ShouldBe(429);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_asked_too_often_to_be_told(string path)
    {
        await _service.SendAsync(HttpMethod.Get, path);
        Answer other = await _service.SendAsync(HttpMethod.Get, "/nowhere");
        await _service.CompletionAsync(other.RequestId);
        _service.Completions.ShouldHaveSingleItem();

        using var talkative = new Service(("Logging:LogLevel:OcrService", "Debug"));
        Answer answer = await talkative.SendAsync(HttpMethod.Get, path);
        (await talkative.CompletionAsync(answer.RequestId)).Level.ShouldBe(LogLevel.Debug);
    }

    [Fact]
    public async Task Neither_pictures_nor_texts_nor_urls_nor_tokens_are_logged()
    {
        string image = Pictures.PngText();
        _service.Recognizer.Read = (admitted, _) => Support.Pages.Of(admitted, Support.Pages.Line("GEHEIMER NAME", 1, default));
        await _service.PostAsync(Service.WebImage, $$"""{"image":"{{image}}"}""");
        await _service.PostAsync(Service.WebImage + "?token=GEHEIMER", """{"url":"http://127.0.0.1:1/GEHEIMER?sig=GEHEIMER"}""");
        Answer last = await _service.SendAsync(HttpMethod.Get, "/GEHEIMER/path");
        await _service.CompletionAsync(last.RequestId);

        // What the shipped levels let through, in other words everything that an operator sees.
        _service.Log.Lines.Count.ShouldBeGreaterThan(2);
        foreach (LogLine line in _service.Log.Lines)
        {
            line.Text.ShouldNotContain("GEHEIM");
            line.Text.ShouldNotContain(image[..40]);
        }
    }
}
