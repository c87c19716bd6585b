using System.Globalization;

namespace OcrService.Benchmarks.Running;

/// <summary>The figures of <c>/metrics</c> at one moment.</summary>
internal sealed class MetricsScrape
{
    private readonly List<(string Name, string Labels, double Value)> _samples;

    private MetricsScrape(List<(string Name, string Labels, double Value)> samples) => _samples = samples;

    /// <summary>Reads the text format of Prometheus, version 0.0.4.</summary>
    public static MetricsScrape Parse(string text)
    {
        List<(string Name, string Labels, double Value)> samples = [];
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#'))
        {
            int value = line.LastIndexOf(' '), labels = line.IndexOf('{', StringComparison.Ordinal);
            string name = labels < 0 ? line[..value] : line[..labels];
            samples.Add((name, labels < 0 ? "" : line[labels..value], double.Parse(line[(value + 1)..].Replace("+Inf", "Infinity", StringComparison.Ordinal), CultureInfo.InvariantCulture)));
        }

        return new MetricsScrape(samples);
    }

    /// <summary>The sum of a metric's series whose labels hold the text, for example <c>step="read"</c>; 0 when there is none.</summary>
    public double Sum(string name, string label = "") => _samples.Where(s => s.Name == name && s.Labels.Contains(label, StringComparison.Ordinal)).Sum(s => s.Value);

    public bool Has(string name) => _samples.Exists(s => s.Name == name);

    /// <summary>The values of a label of a metric, in the order of the text.</summary>
    public IReadOnlyList<string> ValuesOf(string name, string label) =>
    [
        .. _samples.Where(s => s.Name == name).Select(s => ValueOf(s.Labels, $"{label}=\"")).OfType<string>().Distinct(StringComparer.Ordinal),
    ];

    private static string? ValueOf(string labels, string start)
    {
        int from = labels.IndexOf(start, StringComparison.Ordinal);
        if (from < 0) return null;
        from += start.Length;
        return labels[from..labels.IndexOf('"', from)];
    }
}
