using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using OcrService.Api.Tests.Support;
using OcrService.Recognition;

namespace OcrService.Api.Tests.Telemetry;

/// <summary>What leaves the service for a collector.</summary>
[Collection(AloneRun.Name)]
public sealed class OtlpTests
{
    private static readonly string Body = $$"""{"image":"{{Pictures.PngText()}}"}""";

    [Fact]
    public async Task Traces_and_metrics_reach_a_collector_and_hold_no_secrets()
    {
        var received = new ConcurrentQueue<(string Path, byte[] Body)>();
        await using FileServer collector = await FileServer.StartAsync(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.Enqueue((context.Request.Path, body.ToArray()));
        });
        using (Service service = Service.OnPort(
            ("Metrics:OtlpEndpoint", $"http://127.0.0.1:{collector.Port}/"), ("Metrics:TraceShare", "1"), ("Metrics:OtlpInterval", "00:00:00.2")))
        {
            await service.PostAsync(Service.WebImage, Body);
            await service.PostAsync(Service.WebImage, """{"url":"http://SECRETHOST.example/picture.png"}""");
            await service.SendAsync(HttpMethod.Get, "/SECRETPATH?SECRETQUERY=1");
            using HttpClient client = service.CreateClient();
            client.DefaultRequestHeaders.UserAgent.ParseAdd("SECRETPROGRAM/1");
            using HttpResponseMessage response = await client.GetAsync(new Uri("/health/live", UriKind.Relative));
            await service.CompletionAsync();

            // Spans are sent some seconds after they have ended.
            for (int i = 0; i < 200 && !AllOf(received.Where(r => r.Path == "/v1/traces")).Contains("/health/live", StringComparison.Ordinal); i++)
                await Task.Delay(100);
        }

        string[] paths = ["/v1/traces", "/v1/metrics"];
        received.Select(r => r.Path).Distinct().ShouldBe(paths, ignoreOrder: true);
        received.ShouldAllBe(r => r.Body.Length > 100);
        string all = AllOf(received);
        all.ShouldContain("ocr.calls");
        all.ShouldContain("ocr-service");
        all.ShouldContain("/health/live");
        all.ShouldNotContain("SECRET", Case.Insensitive);
        all.ShouldNotContain(TestAccount.ProjectId);
        all.ShouldNotContain(TestAccount.Get().Token[..20]);
    }

    [Fact]
    public async Task Nothing_is_sent_unless_a_collector_is_named()
    {
        using Service service = Service.OnPort();
        (await service.PostAsync(Service.WebImage, Body)).Status.ShouldBe(200);
        new ActivitySource(RecognitionTelemetry.Name).StartActivity("probe").ShouldBeNull();
    }

    private static string AllOf(IEnumerable<(string Path, byte[] Body)> received) => string.Concat(received.Select(r => Encoding.UTF8.GetString(r.Body)));
}
