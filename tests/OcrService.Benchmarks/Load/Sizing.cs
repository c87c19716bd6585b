using OcrService.Benchmarks.Readers;
using OcrService.Benchmarks.Running;
using OcrService.Benchmarks.Samples;
using OcrService.Benchmarks.Scoring;
using OcrService.Benchmarks.Verbs;

namespace OcrService.Benchmarks.Load;

/// <summary>What an operator plans with: pictures a second and memory, for each number of workers that the machine has processors for.</summary>
internal static class Sizing
{
    private const int LargestSide = 8192;

    public static async Task<Table> MeasureAsync(ServiceSetup setup, IReadOnlyList<Sample> samples, int rounds, CancellationToken cancellationToken)
    {
        List<byte[]> bodies = await Throughput.BodiesAsync(samples, cancellationToken);
        byte[] largest = ServiceReader.TextRequest(TextSheet.Render(LargestSide), detectDirection: true);
        var table = new Table(
            "workers", "pictures / s", "a worker", "processor ms a picture", "resident MB, started", "MB, web samples read", "peak MB by then",
            $"peak MB, a picture of {LargestSide} x {LargestSide} in every worker");
        for (int workers = 1; workers <= Environment.ProcessorCount; workers *= 2)
        {
            await using ServiceProcess process = await ServiceProcess.StartAsync(setup, database: null, [$"Recognition:Workers={workers}"], cancellationToken);
            await using ServiceReader service = await process.ConnectAsync(cancellationToken);
            double started = ProcessFigures.ResidentMegabytes(process.Pid);
            await Throughput.MeasureAsync(service, bodies, workers, cancellationToken);

            TimeSpan before = ProcessFigures.ProcessorTime(process.Pid);
            List<Pace> paces = [];
            for (int round = 0; round < rounds; round++) paces.Add(await Throughput.MeasureAsync(service, bodies, workers, cancellationToken));
            double processor = (ProcessFigures.ProcessorTime(process.Pid) - before).TotalMilliseconds / paces.Sum(p => p.Answered);
            double read = ProcessFigures.ResidentMegabytes(process.Pid), peak = ProcessFigures.PeakMegabytes(process.Pid);

            await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => service.SendAsync("web-image", largest, cancellationToken)));
            double median = Quantiles.Median([.. paces.Select(p => p.PerSecond)]);
            table.Add(
                $"{workers}", Duel.Ratio(median), Duel.Ratio(median / workers), $"{processor:0}", $"{started:0}", $"{read:0}", $"{peak:0}",
                $"{ProcessFigures.PeakMegabytes(process.Pid):0}");
        }

        return table;
    }
}
