using System.Diagnostics;
using OcrService.Benchmarks.Readers;
using OcrService.Benchmarks.Samples;
using OcrService.Benchmarks.Scoring;

namespace OcrService.Benchmarks.Verbs;

/// <summary>Pictures a second with one and with two requests in flight, in turn.</summary>
internal static class Throughput
{
    public static async Task<Table> CompareAsync(ServiceReader service, IReadOnlyList<Sample> samples, int rounds, CancellationToken cancellationToken)
    {
        List<byte[]> bodies = await BodiesAsync(samples, cancellationToken);
        var single = new List<double>();
        var twofold = new List<double>();
        for (int round = 0; round < rounds; round++)
        {
            single.Add(await PerSecondAsync(service, bodies, 1, cancellationToken));
            twofold.Add(await PerSecondAsync(service, bodies, 2, cancellationToken));
        }

        Table table = new("in flight", "pictures / s", "against one");
        table.Add("1", Duel.Ratio(Quantiles.Median(single)), "1.00");
        table.Add("2", Duel.Ratio(Quantiles.Median(twofold)), Duel.Ratio(Quantiles.Median(single.Zip(twofold, (one, two) => two / one))));
        return table;
    }

    public static async Task<List<byte[]>> BodiesAsync(IReadOnlyList<Sample> samples, CancellationToken cancellationToken)
    {
        List<byte[]> bodies = [];
        foreach (Sample sample in samples)
        {
            bodies.Add(ServiceReader.TextRequest(await File.ReadAllBytesAsync(sample.FullPath, cancellationToken), detectDirection: false));
        }

        return bodies;
    }

    public static async Task<double> PerSecondAsync(ServiceReader service, List<byte[]> bodies, int inFlight, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            bodies,
            new ParallelOptions { MaxDegreeOfParallelism = inFlight, CancellationToken = cancellationToken },
            async (body, token) =>
            {
                if ((await service.PostAsync("web-image", body, token))["result"] is null) throw new InvalidOperationException("The service refused a picture.");
            });
        return bodies.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
