using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OcrService.Api.Telemetry;
using OcrService.Api.Tests.Support;
using OcrService.Recognition;

namespace OcrService.Api.Tests.Telemetry;

public sealed class MetricsTests : IDisposable
{
    private const string NoSuchApi = "The API does not exist or has not been published in the environment.";

    private static readonly string Body = $$"""{"image":"{{Pictures.PngText()}}"}""";

    private readonly Service _service = Service.OnPort();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Calls_are_counted_by_api_and_code()
    {
        await _service.PostAsync(Service.WebImage, Body);
        await _service.PostAsync(Service.WebImage, Body);
        await _service.PostAsync(Service.Passport, "{}");
        _service.Recognizer.Read = (_, _) => Support.Pages.Of(RecognitionFaults.Busy);
        await _service.PostAsync(Service.WebImage, Body);

        PrometheusText text = await UntilAsync(t => t.Sum("ocr_calls_total") >= 4);
        text.Samples["ocr_calls_total{api=\"web-image\",code=\"200\",category=\"ok\"}"].ShouldBe(2);
        text.Samples["ocr_calls_total{api=\"passport\",code=\"AIS.0101\",category=\"request\"}"].ShouldBe(1);
        text.Samples["ocr_calls_total{api=\"web-image\",code=\"ModelArts.4401\",category=\"capacity\"}"].ShouldBe(1);
        text.Samples["ocr_call_duration_seconds_count{api=\"web-image\"}"].ShouldBe(3);
        text.Samples["ocr_call_stage_duration_seconds_count{stage=\"receipt\"}"].ShouldBe(4);
        text.Samples["ocr_call_stage_duration_seconds_count{stage=\"parsing\"}"].ShouldBe(4);
        text.Samples["ocr_call_stage_duration_seconds_count{stage=\"intake\"}"].ShouldBe(3);
        text.Samples["ocr_call_stage_duration_seconds_count{stage=\"recognition\"}"].ShouldBe(3);
        text.Samples["ocr_call_stage_duration_seconds_count{stage=\"answer\"}"].ShouldBe(2);
        text.Sum("http_server_request_duration_seconds_count", "http_response_status_code=\"429\"").ShouldBe(1);
    }

    [Fact]
    public async Task Strangers_are_counted_apart()
    {
        (await _service.CallAsync(HttpMethod.Post, Service.WebImage, token: "no token")).Status.ShouldBe(401);
        await _service.SendAsync(HttpMethod.Get, "/nowhere");

        PrometheusText text = await UntilAsync(t => t.Sum("ocr_refusals_total") >= 2);
        text.Samples["ocr_refusals_total{code=\"APIG.0301\"}"].ShouldBe(1);
        text.Samples["ocr_refusals_total{code=\"APIG.0101\"}"].ShouldBe(1);
        text.Sum("ocr_calls_total").ShouldBe(0);
    }

    [Fact]
    public async Task The_format_is_that_of_version_0_0_4_and_tells_of_the_process_too()
    {
        using HttpClient client = _service.CreateClient();
        using HttpResponseMessage response = await client.GetAsync(new Uri("/metrics", UriKind.Relative));
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        PrometheusText text = PrometheusText.Parse(await response.Content.ReadAsStringAsync());

        text.Sum("dotnet_process_memory_working_set_bytes").ShouldBeGreaterThan(1e6);
        text.Sum("dotnet_process_cpu_time_seconds_total").ShouldBeGreaterThan(0);
        text.Sum("process_memory_limit_bytes").ShouldBeGreaterThan(1e6);
        text.Sum("process_start_time_seconds").ShouldBeInRange(1.7e9, 1e10);
        text.Sum("ocr_ledger_write_failures_total").ShouldBe(0);
        text.Sum("kestrel_active_connections").ShouldBeGreaterThan(0);
        text.Families["ocr_recognition_queue_wait_seconds"].Type.ShouldBe("histogram");
        text.Families["ocr_recognition_queue_length"].Type.ShouldBe("gauge");
    }

    [Fact]
    public async Task Neither_texts_nor_tokens_nor_projects_nor_addresses_are_told()
    {
        _service.Recognizer.Read = (image, _) => Support.Pages.Of(image, Support.Pages.Line("SECRETNAME", 0.9f, default));
        await _service.PostAsync(Service.WebImage, Body);
        await _service.PostAsync(Service.WebImage, """{"url":"http://SECRETHOST.example/picture.png"}""");
        await _service.SendAsync(HttpMethod.Get, "/SECRETPATH?SECRETQUERY=1");

        await UntilAsync(t => t.Sum("ocr_calls_total") >= 2);
        string text = (await _service.SendAsync(HttpMethod.Get, "/metrics")).Body;
        text.ShouldNotContain("SECRET", Case.Insensitive);
        text.ShouldNotContain(TestAccount.ProjectId);
        text.ShouldNotContain(TestAccount.AccessKey);
        text.ShouldNotContain(TestAccount.Get().Token[..20]);
    }

    [Fact]
    public async Task Who_comes_through_an_unknown_gateway_finds_no_metrics()
    {
        using HttpClient client = _service.CreateClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "10.0.0.1");
        using HttpResponseMessage response = await client.GetAsync(new Uri("/metrics", UriKind.Relative));
        (await Answer.OfAsync(response)).ShouldFail(404, "APIG.0101", NoSuchApi);
    }

    [Theory]
    [InlineData("Metrics:AllowedNetworks:0", "203.0.113.0/24")]
    [InlineData("Metrics:Enabled", "false")]
    public async Task Others_find_no_such_path(string key, string value)
    {
        using Service service = Service.OnPort((key, value));
        (await service.SendAsync(HttpMethod.Get, "/metrics")).ShouldFail(404, "APIG.0101", NoSuchApi);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:10.1.2.3", true)]
    [InlineData("172.31.0.1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("172.32.0.1", false)]
    [InlineData("203.0.113.7", false)]
    [InlineData("::ffff:203.0.113.7", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData(null, false)]
    public void By_default_loopback_and_private_networks_may_read(string? address, bool may) =>
        new ScrapeRules([]).Permit(address is null ? null : IPAddress.Parse(address)).ShouldBe(may);

    [Fact]
    public void Named_networks_take_the_place_of_the_default_ones()
    {
        var rules = new ScrapeRules(["203.0.113.0/24"]);
        rules.Permit(IPAddress.Parse("203.0.113.7")).ShouldBeTrue();
        rules.Permit(IPAddress.Loopback).ShouldBeFalse();
    }

    [Fact]
    public void Labels_and_help_are_escaped_and_ended_series_go()
    {
        using var meter = new Meter("test");
        List<Measurement<int>> observed = [new(1, new KeyValuePair<string, object?>("a.b", "x\"y\\z\nw"))];
        var family = new MetricFamily(meter.CreateObservableGauge("some.thing", () => observed, "By", "two\nlines \\ \"here\""));
        family.Record(1.5, "a=\"1\"");
        Write(family).ShouldBe("# HELP some_thing_bytes two\\nlines \\\\ \"here\"\n# TYPE some_thing_bytes gauge\nsome_thing_bytes{a=\"1\"} 1.5\n");

        family.ForgetObserved();
        Write(family).ShouldNotContain("{");

        var escaped = new StringBuilder();
        PrometheusNames.AppendEscaped(escaped, "x\"y\\z\nw", quotes: true);
        escaped.ToString().ShouldBe("x\\\"y\\\\z\\nw");
    }

    [Fact]
    public void A_histogram_counts_a_value_on_its_bound_below_it()
    {
        using var meter = new Meter("test");
        var family = new MetricFamily(meter.CreateHistogram("h", "s", "help", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 2] }));
        foreach (double value in new[] { 0.5, 1, 2, 3 })
            family.Record(value, "");

        PrometheusText text = PrometheusText.Parse(Write(family));
        text.Samples["h_seconds_bucket{le=\"1\"}"].ShouldBe(2);
        text.Samples["h_seconds_bucket{le=\"2\"}"].ShouldBe(3);
        text.Samples["h_seconds_bucket{le=\"+Inf\"}"].ShouldBe(4);
        text.Samples["h_seconds_sum"].ShouldBe(6.5);
        text.Samples["h_seconds_count"].ShouldBe(4);
    }

    [Fact]
    public void Every_meter_of_ours_is_listened_to()
    {
        _service.Services.GetRequiredService<MetricsRecorder>();
        MetricsRecorder.MeterNames.ShouldBeUnique();
        MetricsRecorder.MeterNames.ShouldContain("OcrService.Recognition");
    }

    private static string Write(MetricFamily family)
    {
        var text = new StringBuilder();
        family.Write(text);
        return text.ToString();
    }

    /// <summary>The figures once they are complete: they are counted when the client already has its answer.</summary>
    private async Task<PrometheusText> UntilAsync(Func<PrometheusText, bool> isComplete)
    {
        for (int i = 0; ; i++)
        {
            PrometheusText text = PrometheusText.Parse((await _service.SendAsync(HttpMethod.Get, "/metrics")).Body);
            if (isComplete(text) || i == 200)
                return text;
            await Task.Delay(10);
        }
    }
}
