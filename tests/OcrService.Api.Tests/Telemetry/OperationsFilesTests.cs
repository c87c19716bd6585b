using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using OcrService.Api.Tests.Support;

namespace OcrService.Api.Tests.Telemetry;

/// <summary>The dashboard, the alert rules and the table of metrics speak of what <c>/metrics</c> shows.</summary>
public sealed partial class OperationsFilesTests : IDisposable
{
    private static readonly Dictionary<string, string[]> Labels = new(StringComparer.Ordinal)
    {
        ["ocr_calls_total"] = ["api", "code", "category"],
        ["ocr_call_duration_seconds"] = ["api"],
        ["ocr_call_stage_duration_seconds"] = ["stage"],
        ["ocr_refusals_total"] = ["code"],
        ["ocr_recognition_step_duration_seconds"] = ["step"],
    };

    private readonly Service _service = Service.OnPort();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task The_dashboard_asks_for_metrics_that_there_are()
    {
        using JsonDocument dashboard = JsonDocument.Parse(Read("deploy/grafana-dashboard.json"));
        JsonElement[] panels = [.. dashboard.RootElement.GetProperty("panels").EnumerateArray()];
        panels.Select(p => p.GetProperty("id").GetInt32()).ShouldBeUnique();
        string[] asked = [.. panels.SelectMany(p => p.GetProperty("targets").EnumerateArray()).Select(t => t.GetProperty("expr").GetString()!)];

        asked.Length.ShouldBeGreaterThan(20);
        await ShouldBeShownAsync(asked);
    }

    [Fact]
    public async Task The_alerts_ask_for_metrics_that_there_are()
    {
        string[] asked = [.. AlertExpression().Matches(Read("deploy/alerts.yml")).Select(m => m.Groups[1].Value)];

        asked.Length.ShouldBe(9);
        await ShouldBeShownAsync(asked);
    }

    /// <summary>Run with OCR_WRITE_README=1 to print the table anew.</summary>
    [Fact]
    public async Task The_table_of_metrics_is_what_is_shown()
    {
        PrometheusText shown = await ShownAsync();
        var table = new StringBuilder("\n| Metric | Type | Labels | Meaning |\n| --- | --- | --- | --- |\n");
        string old = Read("docs/operations.md");
        foreach ((string name, (string type, string help)) in shown.Families.Where(f => OwnName().IsMatch(f.Key)).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            string[] labels = Labels.GetValueOrDefault(name, []);
            shown.Samples.Keys.Where(k => Regex.IsMatch(k, $"^{name}(_bucket)?{{"))
                .SelectMany(k => LabelName().Matches(k).Select(m => m.Groups[1].Value)).Where(l => l != "le").ShouldBeSubsetOf(labels);
            table.Append(CultureInfo.InvariantCulture, $"| `{name}` | {type} | {string.Join(", ", labels)} | {help} |\n");
        }

        const string Begin = "<!-- metrics:begin -->", End = "<!-- metrics:end -->";
        int from = old.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, to = old.IndexOf(End, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("OCR_WRITE_README") == "1")
            File.WriteAllText(PathOf("docs/operations.md"), old[..from] + table + old[to..]);
        else
            old[from..to].ShouldBe(table.ToString());
    }

    private async Task ShouldBeShownAsync(IEnumerable<string> expressions)
    {
        PrometheusText shown = await ShownAsync();
        foreach (string expression in expressions)
        {
            string bare = Inessential().Replace(expression, "");
            string[] names = [.. MetricName().Matches(bare).Select(m => m.Value)];
            if (!bare.StartsWith("up ", StringComparison.Ordinal))
                names.ShouldNotBeEmpty(expression);
            foreach (string name in names)
            {
                string family = shown.Families.ContainsKey(name) ? name : HistogramSuffix().Replace(name, "");
                shown.Families.ContainsKey(family).ShouldBeTrue($"{family} in {expression}");
                if (family != name)
                    shown.Families[family].Type.ShouldBe("histogram", expression);
            }
        }
    }

    /// <summary>What is shown after a call, a failed one, and a picture read for real by nobody: recognition shows its instruments all the same.</summary>
    private async Task<PrometheusText> ShownAsync()
    {
        await _service.PostAsync(Service.WebImage, $$"""{"image":"{{Pictures.PngText()}}"}""");
        await _service.PostAsync(Service.WebImage, "{}");
        await _service.SendAsync(HttpMethod.Get, "/nowhere");
        OcrService.Recognition.RecognitionTelemetry.Name.ShouldNotBeEmpty();
        for (int i = 0; ; i++)
        {
            PrometheusText text = PrometheusText.Parse((await _service.SendAsync(HttpMethod.Get, "/metrics")).Body);
            if ((text.Sum("ocr_calls_total") >= 2 && text.Sum("ocr_refusals_total") >= 1) || i == 200)
                return text;
            await Task.Delay(10);
        }
    }

    private static string Read(string path) => File.ReadAllText(PathOf(path));

    private static string PathOf(string path)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "OcrService.sln")))
            folder = folder.Parent;
        return Path.Combine(folder.FullName, path);
    }

    /// <summary>The expression of a rule, on its line or on the indented lines below.</summary>
    [GeneratedRegex("""expr: (?:\|\n)?(.*(?:\n {10}.*)*)""")]
    private static partial Regex AlertExpression();

    /// <summary>Labels in braces, ranges, and groupings.</summary>
    [GeneratedRegex("""\{[^}]*\}|\[[^\]]*\]|\b(by|ignoring|on)\s*\([^)]*\)""")]
    private static partial Regex Inessential();

    [GeneratedRegex("""\b(ocr|http|kestrel|dotnet|process)_[a-z0-9_]+""")]
    private static partial Regex MetricName();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex HistogramSuffix();

    [GeneratedRegex("^(ocr|process)_")]
    private static partial Regex OwnName();

    [GeneratedRegex("""([a-zA-Z_]\w*)=""")]
    private static partial Regex LabelName();
}
