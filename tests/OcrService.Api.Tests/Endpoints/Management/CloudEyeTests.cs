using System.Text.Json.Nodes;
using OcrService.Api.Tests.Support;

namespace OcrService.Api.Tests.Endpoints.Management;

/// <summary>Cloud Eye's metric query over our ledger.</summary>
public sealed class CloudEyeTests : IDisposable
{
    private static readonly string Body = $$"""{"image":"{{Pictures.PngText()}}"}""";

    private readonly Service _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Successes_and_failures_are_told_apart_by_api()
    {
        for (int i = 0; i < 3; i++)
            await _service.PostAsync(Service.WebImage, Body);
        await _service.PostAsync(Service.WebImage, "{}");
        await _service.PostAsync(Service.Passport, "{}");

        (await SumAsync("successful_call_times_of_service", "web-image", 3)).ShouldBe(3);
        (await SumAsync("failed_call_times_of_service", "web-image", 1)).ShouldBe(1);
        (await SumAsync("failed_call_times_of_service", "passport", 1)).ShouldBe(1);
        (await SumAsync("successful_call_times_of_service", "passport", 0)).ShouldBe(0);
        (await SumAsync("failed_call_times_of_service", null, 2)).ShouldBe(2);
    }

    [Fact]
    public async Task The_answer_has_the_clouds_shape()
    {
        await _service.PostAsync(Service.WebImage, Body);
        await SumAsync("successful_call_times_of_service", "web-image", 1);

        JsonNode answer = await _service.JsonAsync(HttpMethod.Get, Query(filter: "average", period: "300"));
        answer["metric_name"]!.GetValue<string>().ShouldBe("successful_call_times_of_service");
        JsonObject point = answer["datapoints"]!.AsArray()[0]!.AsObject();
        point.Select(m => m.Key).Order().ShouldBe(["average", "timestamp", "unit"]);
        (point["timestamp"]!.GetValue<long>() % 300_000).ShouldBe(0);
        point["unit"]!.GetValue<string>().ShouldBe("Count/min");
        (await _service.JsonAsync(HttpMethod.Get, Query(dimension: "call_of_interface,id-card")))["datapoints"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("average")]
    [InlineData("max")]
    [InlineData("min")]
    [InlineData("sum")]
    [InlineData("variance")]
    public async Task A_point_holds_the_value_that_was_asked_for(string filter)
    {
        await _service.PostAsync(Service.WebImage, Body);
        await SumAsync("successful_call_times_of_service", "web-image", 1);

        JsonNode answer = await _service.JsonAsync(HttpMethod.Get, Query(filter: filter, period: "1"));
        answer["datapoints"]![0]![filter]!.GetValue<double>().ShouldBe(filter == "variance" ? 0 : 1);
    }

    [Theory]
    [InlineData("SYS.ECS", "successful_call_times_of_service", "call_of_interface,web-image", "60", "sum")]
    [InlineData("SYS.OCR", "cpu_util", "call_of_interface,web-image", "60", "sum")]
    [InlineData("SYS.OCR", "successful_call_times_of_service", "instance_id,web-image", "60", "sum")]
    [InlineData("SYS.OCR", "successful_call_times_of_service", "call_of_interface,web-image", "61", "sum")]
    [InlineData("SYS.OCR", "successful_call_times_of_service", "call_of_interface,web-image", "60", "median")]
    public async Task What_cannot_be_is_refused(string space, string metric, string dimension, string period, string filter)
    {
        Answer answer = await _service.CallAsync(HttpMethod.Get, Query(space, metric, dimension, period, filter));
        answer.Status.ShouldBe(400);
        answer.Body.ShouldContain("IAM.0400");
    }

    [Fact]
    public async Task Only_who_may_look_at_the_project_is_told()
    {
        (await _service.CallAsync(HttpMethod.Get, Query(), token: "no token")).Status.ShouldBe(401);
        string other = Query().Replace(TestAccount.ProjectId, new string('f', 32), StringComparison.Ordinal);
        (await _service.CallAsync(HttpMethod.Get, other)).Body.ShouldContain("ModelArts.4203");
        string reader = await _service.NewUserAsync("reader", "read_only");
        (await _service.CallAsync(HttpMethod.Get, Query(), token: reader)).Status.ShouldBe(200);
    }

    private static string Query(
        string space = "SYS.OCR",
        string metric = "successful_call_times_of_service",
        string? dimension = "call_of_interface,web-image",
        string period = "60",
        string filter = "sum")
    {
        long now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        return $"/V1.0/{TestAccount.ProjectId}/metric-data?namespace={space}&metric_name={metric}{(dimension is null ? "" : "&dim.0=" + dimension)}"
            + $"&from={now - 3_600_000}&to={now + 60_000}&period={period}&filter={filter}";
    }

    /// <summary>Calls of the last hour, once so many are in the ledger.</summary>
    private async Task<double> SumAsync(string metric, string? api, double expected)
    {
        for (int i = 0; ; i++)
        {
            JsonNode answer = await _service.JsonAsync(HttpMethod.Get, Query(metric: metric, dimension: api is null ? null : "call_of_interface," + api));
            double sum = answer["datapoints"]!.AsArray().Sum(p => p!["sum"]!.GetValue<double>());
            if (sum >= expected || i == 200)
                return sum;
            await Task.Delay(20);
        }
    }
}
