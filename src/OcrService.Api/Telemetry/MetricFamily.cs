using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace OcrService.Api.Telemetry;

/// <summary>One instrument with all its series.</summary>
internal sealed class MetricFamily
{
    /// <summary>Tags have few values each; should one have many after all, memory and the reader are spared.</summary>
    private const int MostSeries = 1000;

    private static readonly double[] DefaultBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Series> _series = new(StringComparer.Ordinal);
    private readonly string _help;
    private readonly string _type;
    private readonly bool _isObserved;
    private readonly bool _isAdded;
    private readonly IReadOnlyList<double>? _bounds;

    public MetricFamily(Instrument instrument)
    {
        Type kind = instrument.GetType().GetGenericTypeDefinition();
        _type = kind == typeof(Histogram<>) ? "histogram" : kind == typeof(Counter<>) || kind == typeof(ObservableCounter<>) ? "counter" : "gauge";
        _isObserved = instrument.IsObservable;
        _isAdded = kind == typeof(Counter<>) || kind == typeof(UpDownCounter<>);
        _bounds = kind == typeof(Histogram<>) ? BoundsOf(instrument) : null;
        _help = instrument.Description ?? instrument.Name;
        Name = PrometheusNames.Of(instrument, _type == "counter");
    }

    public string Name { get; }

    public void Record(double value, string labels)
    {
        lock (_lock)
        {
            if (!_series.TryGetValue(labels, out Series? series))
            {
                if (_series.Count == MostSeries)
                    return;
                _series[labels] = series = new Series(_bounds is null ? 0 : _bounds.Count + 1);
            }

            series.Sum = _isAdded || _bounds is not null ? series.Sum + value : value;
            if (_bounds is null)
                return;
            int bucket = 0;
            while (bucket < _bounds.Count && value > _bounds[bucket])
                bucket++;
            series.Counts[bucket]++;
        }
    }

    /// <summary>Takes away what will be observed anew: a series that has ended must not stand still for ever.</summary>
    public void ForgetObserved()
    {
        if (!_isObserved)
            return;
        lock (_lock)
            _series.Clear();
    }

    public void Write(StringBuilder text)
    {
        text.Append("# HELP ").Append(Name).Append(' ');
        PrometheusNames.AppendEscaped(text, _help, quotes: false);
        text.Append("\n# TYPE ").Append(Name).Append(' ').Append(_type).Append('\n');
        lock (_lock)
        {
            foreach ((string labels, Series series) in _series)
            {
                if (_bounds is null)
                    WriteSample(text, "", labels, series.Sum);
                else
                    WriteHistogram(text, labels, series, _bounds);
            }
        }
    }

    private static IReadOnlyList<double> BoundsOf(Instrument instrument) => instrument switch
    {
        Histogram<double> { Advice.HistogramBucketBoundaries: { } bounds } => bounds,
        Histogram<long> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(b => (double)b)],
        Histogram<int> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(b => (double)b)],
        _ => DefaultBounds,
    };

    private void WriteHistogram(StringBuilder text, string labels, Series series, IReadOnlyList<double> bounds)
    {
        string before = labels.Length == 0 ? "" : labels + ",";
        long count = 0;
        for (int i = 0; i <= bounds.Count; i++)
        {
            count += series.Counts[i];
            string bound = i == bounds.Count ? "+Inf" : Show(bounds[i]);
            WriteSample(text, "_bucket", $"{before}le=\"{bound}\"", count);
        }

        WriteSample(text, "_sum", labels, series.Sum);
        WriteSample(text, "_count", labels, count);
    }

    private void WriteSample(StringBuilder text, string suffix, string labels, double value)
    {
        text.Append(Name).Append(suffix);
        if (labels.Length > 0)
            text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(Show(value)).Append('\n');
    }

    private static string Show(double value) => double.IsPositiveInfinity(value) ? "+Inf"
        : double.IsNegativeInfinity(value) ? "-Inf"
        : value.ToString(CultureInfo.InvariantCulture);

    private sealed class Series(int buckets)
    {
        public double Sum { get; set; }

        public long[] Counts { get; } = new long[buckets];
    }
}
