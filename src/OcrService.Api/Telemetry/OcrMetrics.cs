using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using OcrService.Accounts.Metering;
using OcrService.Api.Endpoints;

namespace OcrService.Api.Telemetry;

/// <summary>
/// Counts calls for the operator's dashboard; the bill is the meter's business. Tags have few values each: names of APIs, error codes
/// and categories.
/// </summary>
internal sealed class OcrMetrics
{
    public const string MeterName = "OcrService.Api";

    private readonly Counter<long> _calls;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _stageDuration;
    private readonly Counter<long> _refusals;

    public OcrMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create(MeterName);
        _calls = meter.CreateCounter<long>("ocr.calls", "{call}", "OCR calls of known callers, by outcome: 200, the error code, or unanswered");
        _refusals = meter.CreateCounter<long>("ocr.refusals", "{request}", "Requests refused before their caller was known");
        _duration = meter.CreateHistogram(
            "ocr.call.duration",
            "s",
            "Time from the first byte of an OCR call to the end of its answer",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 7.5, 10, 20, 30, 60] });
        _stageDuration = meter.CreateHistogram(
            "ocr.call.stage.duration",
            "s",
            "Time of one stage of an OCR call; recognition holds the wait for a worker, and what no stage holds is the server's and the accounts'",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25, 1, 5, 20, 60] });
        meter.CreateObservableGauge("process.start_time", StartTime, "s", "When the process was started, in seconds since 1970");
        long limit = MemoryLimit();
        meter.CreateObservableGauge(
            "process.memory.limit",
            () => limit,
            "By",
            "Memory that the process may use: its container's limit, or the machine's memory");
    }

    /// <summary>Tells how a request ended.</summary>
    public void Answered(HttpContext context, TimeSpan duration)
    {
        RequestNotes notes = RequestNotes.Of(context);
        EndpointMetadataCollection? metadata = context.GetEndpoint()?.Metadata;
        if (notes.User is null && notes.ErrorCode is { } refusal)
        {
            _refusals.Add(1, new KeyValuePair<string, object?>("code", refusal));
            return;
        }

        if (metadata?.GetMetadata<OcrApi>() is not { } api || notes.User is null)
            return;
        bool answered = context.Response.StatusCode == StatusCodes.Status200OK && !context.RequestAborted.IsCancellationRequested;
        (string code, string category) = notes.ErrorCode is { } error
            ? (error, notes.Category.ToString()!.ToLowerInvariant())
            : answered ? (AnsweredCall.Success, "ok") : (AnsweredCall.Unanswered, "unanswered");
        var tag = new KeyValuePair<string, object?>("api", api.Name);
        _calls.Add(1, tag, new("code", code), new("category", category));
        _duration.Record(duration.TotalSeconds, tag);
        RecordStage("receipt", notes.Receipt);
        RecordStage("parsing", notes.Parsing);
        RecordStage("intake", notes.Intake);
        RecordStage("recognition", notes.Recognition);
        RecordStage("answer", notes.Answer);
    }

    /// <summary>A stage that the call did not come to is not recorded.</summary>
    private void RecordStage(string stage, TimeSpan duration)
    {
        if (duration > TimeSpan.Zero)
            _stageDuration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("stage", stage));
    }

    private static double StartTime()
    {
        using Process self = Process.GetCurrentProcess();
        return new DateTimeOffset(self.StartTime).ToUnixTimeMilliseconds() / 1000.0;
    }

    private static long MemoryLimit()
    {
        long machine = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        foreach (string file in new[] { "/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes" })
        {
            // Unlimited is the word "max" in the second version of control groups, a huge number in the first.
            if (File.Exists(file)
                && long.TryParse(File.ReadAllText(file), NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out long limit)
                && limit < long.MaxValue / 2)
            {
                return limit;
            }
        }

        return machine;
    }
}
