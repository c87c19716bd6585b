using OcrService.Api.Tests.Support;

namespace OcrService.Api.Tests.Endpoints;

public sealed class HealthTests : IDisposable
{
    private readonly Service _service = new();

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData("/health/live", true, 200, "alive")]
    [InlineData("/health/live", false, 200, "alive")]
    [InlineData("/health/ready", true, 200, "ready")]
    [InlineData("/health/ready", false, 503, "starting")]
    public async Task Ready_follows_the_recognizer_and_live_does_not(string path, bool isReady, int status, string text)
    {
        _service.Recognizer.IsReady = isReady;

        Answer answer = await _service.SendAsync(HttpMethod.Get, path);

        answer.Status.ShouldBe(status);
        answer.Body.ShouldBe($$"""{"status":"{{text}}"}""");
        answer.RequestId.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/swagger")]
    public async Task Doors_for_people_are_pages_that_need_nobody_else(string path)
    {
        Answer answer = await _service.SendAsync(HttpMethod.Get, path);

        answer.Status.ShouldBe(200);
        answer.ContentType.ShouldBe("text/html; charset=utf-8");
        answer.Body.ShouldContain("swagger/index.html");
        answer.Body.ShouldNotContain("//");
    }
}
