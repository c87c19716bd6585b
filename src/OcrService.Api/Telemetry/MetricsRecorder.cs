using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using OcrService.Accounts.Metering;
using OcrService.Recognition;

namespace OcrService.Api.Telemetry;

/// <summary>
/// Adds up what the meters of this service, of its server and of the runtime report, and writes it in the text format of Prometheus,
/// version 0.0.4.
/// </summary>
internal sealed class MetricsRecorder : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, MetricFamily> _families = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();

    public MetricsRecorder(IMeterFactory meters)
    {
        HashSet<string> names = [.. MeterNames];
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            // Meters of a factory belong to its host; those of none to the process.
            if (names.Contains(instrument.Meter.Name) && (instrument.Meter.Scope is null || ReferenceEquals(instrument.Meter.Scope, meters)))
                listener.EnableMeasurementEvents(instrument, FamilyOf(instrument));
        };
        _listener.SetMeasurementEventCallback<byte>((_, value, tags, state) => Record(state, value, tags));
        _listener.SetMeasurementEventCallback<short>((_, value, tags, state) => Record(state, value, tags));
        _listener.SetMeasurementEventCallback<int>((_, value, tags, state) => Record(state, value, tags));
        _listener.SetMeasurementEventCallback<long>((_, value, tags, state) => Record(state, value, tags));
        _listener.SetMeasurementEventCallback<float>((_, value, tags, state) => Record(state, value, tags));
        _listener.SetMeasurementEventCallback<double>((_, value, tags, state) => Record(state, value, tags));
        _listener.SetMeasurementEventCallback<decimal>((_, value, tags, state) => Record(state, (double)value, tags));
        _listener.Start();
    }

    /// <summary>The meters whose figures are shown and sent.</summary>
    public static IReadOnlyList<string> MeterNames { get; } =
    [
        OcrMetrics.MeterName, RecognitionTelemetry.Name, UsageMeter.MeterName,
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime",
    ];

    public string Write()
    {
        MetricFamily[] families;
        lock (_lock)
            families = [.. _families.Values];
        foreach (MetricFamily family in families)
            family.ForgetObserved();
        _listener.RecordObservableInstruments();

        var text = new StringBuilder();
        foreach (MetricFamily family in families)
            family.Write(text);
        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private static void Record(object? state, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        ((MetricFamily)state!).Record(value, LabelsOf(tags));

    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
            return "";
        var labels = new StringBuilder();
        foreach ((string name, object? value) in tags)
        {
            labels.Append(labels.Length == 0 ? "" : ",").Append(PrometheusNames.Of(name)).Append("=\"");
            PrometheusNames.AppendEscaped(labels, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", quotes: true);
            labels.Append('"');
        }

        return labels.ToString();
    }

    private MetricFamily FamilyOf(Instrument instrument)
    {
        lock (_lock)
        {
            var family = new MetricFamily(instrument);
            if (_families.TryGetValue(family.Name, out MetricFamily? known))
                return known;
            _families.Add(family.Name, family);
            return family;
        }
    }
}
