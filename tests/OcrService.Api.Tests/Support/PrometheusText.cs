using System.Globalization;
using System.Text.RegularExpressions;

namespace OcrService.Api.Tests.Support;

/// <summary>Reads the text format of Prometheus, version 0.0.4, and refuses whatever is not exactly that.</summary>
internal sealed partial class PrometheusText
{
    private readonly Dictionary<string, (string Type, string Help)> _families = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _samples = new(StringComparer.Ordinal);

    private PrometheusText()
    {
    }

    /// <summary>Type and help by name.</summary>
    public IReadOnlyDictionary<string, (string Type, string Help)> Families => _families;

    /// <summary>Values by name and labels, as they stand in the text.</summary>
    public IReadOnlyDictionary<string, double> Samples => _samples;

    public static PrometheusText Parse(string text)
    {
        text.ShouldEndWith("\n");
        var parsed = new PrometheusText();
        string? family = null, help = null;
        foreach (string line in text[..^1].Split('\n'))
        {
            if (HelpLine().Match(line) is { Success: true } h)
            {
                (family, help) = (h.Groups[1].Value, h.Groups[2].Value);
            }
            else if (TypeLine().Match(line) is { Success: true } t)
            {
                t.Groups[1].Value.ShouldBe(family, line);
                parsed._families.TryAdd(family!, (t.Groups[2].Value, help!)).ShouldBeTrue(line);
            }
            else
            {
                parsed.AddSample(line, family);
            }
        }

        parsed.CheckHistograms();
        return parsed;
    }

    /// <summary>Sum of the series whose labels contain the text.</summary>
    public double Sum(string name, string labels = "") =>
        _samples.Where(s => Regex.IsMatch(s.Key, $"^{name}({{|$)") && s.Key.Contains(labels, StringComparison.Ordinal)).Sum(s => s.Value);

    private void AddSample(string line, string? family)
    {
        Match sample = SampleLine().Match(line);
        sample.Success.ShouldBeTrue(line);
        string name = sample.Groups["name"].Value;
        string[] suffixes = _families[family!].Type == "histogram" ? ["_bucket", "_sum", "_count"] : [""];
        suffixes.ShouldContain(s => name == family + s, line);
        double value = sample.Groups["value"].Value is "+Inf" ? double.PositiveInfinity : double.Parse(sample.Groups["value"].Value, CultureInfo.InvariantCulture);
        _samples.TryAdd(name + sample.Groups["labels"].Value, value).ShouldBeTrue(line);
    }

    private void CheckHistograms()
    {
        foreach (string name in _families.Where(f => f.Value.Type == "histogram").Select(f => f.Key))
        {
            IEnumerable<IGrouping<string, (double Bound, double Count)>> series = _samples.Where(s => s.Key.StartsWith(name + "_bucket{", StringComparison.Ordinal))
                .GroupBy(s => BoundLabel().Replace(s.Key, ""), s => (Bound(s.Key), s.Value));
            foreach (IGrouping<string, (double Bound, double Count)> one in series)
            {
                one.Select(b => b.Bound).ShouldBeInOrder();
                one.Select(b => b.Count).ShouldBeInOrder();
                one.Last().Bound.ShouldBe(double.PositiveInfinity);
                string labels = one.Key[(name + "_bucket").Length..].Replace("{}", "", StringComparison.Ordinal);
                one.Last().Count.ShouldBe(_samples[name + "_count" + labels], name);
                _samples.ShouldContainKey(name + "_sum" + labels);
            }
        }
    }

    private static double Bound(string sample)
    {
        string bound = BoundLabel().Match(sample).Groups[1].Value;
        return bound == "+Inf" ? double.PositiveInfinity : double.Parse(bound, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("""^# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) (.*)$""")]
    private static partial Regex HelpLine();

    [GeneratedRegex("""^# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram)$""")]
    private static partial Regex TypeLine();

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?<labels>\{[a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\[\\n"])*"(,[a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\[\\n"])*")*\})? (?<value>\+Inf|-?[0-9.]+(E[+-]?[0-9]+)?)$""")]
    private static partial Regex SampleLine();

    [GeneratedRegex(",?le=\"([^\"]*)\"")]
    private static partial Regex BoundLabel();
}
