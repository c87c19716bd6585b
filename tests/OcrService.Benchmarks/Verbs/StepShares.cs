using System.Diagnostics;
using OcrService.Benchmarks.Readers;
using OcrService.Benchmarks.Running;
using OcrService.Benchmarks.Samples;
using OcrService.Benchmarks.Scoring;

namespace OcrService.Benchmarks.Verbs;

/// <summary>Where the time of a call goes: what the service counted at <c>/metrics</c> while it read every picture, one after the other.</summary>
internal sealed class StepShares
{
    private const string Call = "ocr_call_duration_seconds", Stage = "ocr_call_stage_duration_seconds", Step = "ocr_recognition_step_duration_seconds",
        Wait = "ocr_recognition_queue_wait_seconds", Models = "ocr_recognition_model_time_seconds_total";

    private readonly MetricsScrape _before;
    private readonly MetricsScrape _after;
    private readonly double _calls;
    private readonly double _roundTrips;

    private StepShares(MetricsScrape before, MetricsScrape after, double calls, double roundTrips)
    {
        _before = before;
        _after = after;
        _calls = calls;
        _roundTrips = roundTrips;
    }

    public static async Task<StepShares> MeasureAsync(ServiceReader service, IReadOnlyList<Sample> samples, int rounds, CancellationToken cancellationToken)
    {
        List<byte[]> bodies = await Throughput.BodiesAsync(samples, cancellationToken);
        MetricsScrape before = await service.ScrapeAsync(cancellationToken);
        double roundTrips = 0;
        for (int round = 0; round < rounds; round++)
        {
            foreach (byte[] body in bodies)
            {
                long started = Stopwatch.GetTimestamp();
                await service.PostAsync("web-image", body, cancellationToken);
                roundTrips += Stopwatch.GetElapsedTime(started).TotalSeconds;
            }
        }

        int calls = rounds * bodies.Count;
        MetricsScrape after;
        do
        {
            // A call is counted when its answer is out; the client may have it a moment earlier.
            await Task.Delay(20, cancellationToken);
            after = await service.ScrapeAsync(cancellationToken);
        }
        while (after.Sum(Call + "_count") - before.Sum(Call + "_count") < calls);
        return new StepShares(before, after, calls, roundTrips);
    }

    public Table Tabulate()
    {
        var table = new Table("part of a call", "ms a picture", "share");
        double call = Spent(Call + "_sum"), recognition = Spent(Stage + "_sum", "stage=\"recognition\"");
        double stages = recognition, steps = 0;
        foreach (string stage in _after.ValuesOf(Stage + "_sum", "stage").Where(s => s != "recognition"))
        {
            double spent = Spent(Stage + "_sum", $"stage=\"{stage}\"");
            stages += spent;
            Row($"HTTP: {stage}", spent);
        }

        Row("HTTP: the rest (credentials, accounts, server)", call - stages);
        Row("HTTP, JSON and Base64, together", call - recognition);
        double wait = Spent(Wait + "_sum");
        Row("wait for a worker", wait);
        foreach (string step in _after.ValuesOf(Step + "_sum", "step"))
        {
            double spent = Spent(Step + "_sum", $"step=\"{step}\"");
            steps += spent;
            Row($"recognition: {step}", spent);
        }

        Row("recognition: between the steps", recognition - wait - steps);
        Row("the whole call", call);
        if (_after.Has(Models)) Row("of it inside the models", Spent(Models));
        else table.Add("of it inside the models", "not counted", "-");
        Row("as its client sees it", _roundTrips);
        return table;

        void Row(string name, double seconds) => table.Add(name, $"{seconds / _calls * 1000:0.00}", $"{seconds / call:0.0 %}");
    }

    private double Spent(string name, string label = "") => _after.Sum(name, label) - _before.Sum(name, label);
}
