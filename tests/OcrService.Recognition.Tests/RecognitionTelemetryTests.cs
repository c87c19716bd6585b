using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using OcrService.Documents;

namespace OcrService.Recognition.Tests;

/// <summary>What recognition tells about itself.</summary>
public sealed class RecognitionTelemetryTests
{
    private static readonly PictureWeight Light = new(File: 1000, Pixels: 10_000);

    [Fact]
    public void A_step_is_a_span_and_a_duration_and_says_its_name_only()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == RecognitionTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var durations = new ConcurrentQueue<(double Seconds, KeyValuePair<string, object?>[] Tags)>();
        using MeterListener meters = Listen("ocr.recognition.step.duration");
        meters.SetMeasurementEventCallback<double>((_, value, tags, _) => durations.Enqueue((value, tags.ToArray())));
        meters.Start();

        using (RecognitionTelemetry.Begin(RecognitionTelemetry.Detect))
        {
        }

        Activity span = spans.First(s => s.OperationName == "detect");
        span.TagObjects.ShouldBeEmpty();
        (double seconds, KeyValuePair<string, object?>[] tags) = durations.First(d => Equals(d.Tags[0].Value, "detect"));
        seconds.ShouldBeInRange(0, 10);
        tags.ShouldHaveSingleItem().Key.ShouldBe("step");
    }

    [Fact]
    public async Task Those_waiting_and_those_running_are_told_apart()
    {
        using RecognitionGate gate = new(workers: 1, queueLength: 2);
        using ManualResetEventSlim release = new();
        Task<Outcome<string>>[] admitted = [.. Enumerable.Range(0, 3).Select(_ => gate.RunAsync<string>(
            Light,
            () =>
            {
                release.Wait();
                return "done";
            },
            CancellationToken.None))];

        gate.Running.ShouldBe(1);
        gate.Waiting.ShouldBe(2);
        var lengths = new ConcurrentQueue<int>();
        using (MeterListener meters = Listen("ocr.recognition.queue.length"))
        {
            meters.SetMeasurementEventCallback<int>((_, value, _, _) => lengths.Enqueue(value));
            meters.Start();
            meters.RecordObservableInstruments();
        }

        lengths.ShouldHaveSingleItem().ShouldBeGreaterThanOrEqualTo(2);
        release.Set();
        await Task.WhenAll(admitted);
        gate.Running.ShouldBe(0);
        gate.Waiting.ShouldBe(0);
    }

    private static MeterListener Listen(string instrument) => new()
    {
        InstrumentPublished = (published, listener) =>
        {
            if (published.Meter.Name == RecognitionTelemetry.Name && published.Name == instrument)
                listener.EnableMeasurementEvents(published);
        },
    };
}
