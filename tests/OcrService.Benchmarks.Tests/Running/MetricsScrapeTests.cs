using OcrService.Benchmarks.Running;

namespace OcrService.Benchmarks.Tests.Running;

public sealed class MetricsScrapeTests
{
    private readonly MetricsScrape _scrape = MetricsScrape.Parse(
        "# HELP t Time\n# TYPE t histogram\nt_bucket{step=\"read\",le=\"+Inf\"} 3\nt_sum{step=\"read\"} 1.5\nt_sum{step=\"detect\"} 0.25\n# HELP n N\n# TYPE n gauge\nn 7\n");

    [Fact]
    public void Series_are_added_up_by_name_and_label()
    {
        _scrape.Sum("t_sum").ShouldBe(1.75);
        _scrape.Sum("t_sum", "step=\"read\"").ShouldBe(1.5);
        _scrape.Sum("n").ShouldBe(7);
        _scrape.Sum("t").ShouldBe(0);
    }

    [Fact]
    public void Labels_are_told_in_their_order()
    {
        _scrape.ValuesOf("t_sum", "step").ShouldBe(["read", "detect"]);
        _scrape.Has("n").ShouldBeTrue();
        _scrape.Has("t").ShouldBeFalse();
    }
}
