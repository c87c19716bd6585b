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
        // What every worker does for the first time is no part of its pace.
        await MeasureAsync(service, bodies, 2, cancellationToken);
        for (int round = 0; round < rounds; round++)
        {
            single.Add((await MeasureAsync(service, bodies, 1, cancellationToken)).PerSecond);
            twofold.Add((await MeasureAsync(service, bodies, 2, cancellationToken)).PerSecond);
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

    /// <summary>
    /// Every client sends all pictures, one after the other, each beginning at its own. Those who are done go on, uncounted, until the last
    /// one is done: the number in flight is the same throughout, so a long picture at the end leaves no processor idle.
    /// </summary>
    public static async Task<Pace> MeasureAsync(ServiceReader service, List<byte[]> bodies, int inFlight, CancellationToken cancellationToken)
    {
        int counted = inFlight, answered = 0;
        double[] paces = await Task.WhenAll(Enumerable.Range(0, inFlight).Select(ClientAsync));
        return new Pace(paces.Sum(), answered);

        async Task<double> ClientAsync(int client)
        {
            int at = client * bodies.Count / inFlight;
            long started = Stopwatch.GetTimestamp();
            double perSecond;
            try
            {
                for (int sent = 0; sent < bodies.Count; sent++) await SendAsync(at++);
                perSecond = bodies.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
            }
            finally
            {
                Interlocked.Decrement(ref counted);
            }

            while (Volatile.Read(ref counted) > 0) await SendAsync(at++);
            return perSecond;
        }

        async Task SendAsync(int at)
        {
            if ((await service.PostAsync("web-image", bodies[at % bodies.Count], cancellationToken))["result"] is null)
                throw new InvalidOperationException("The service refused a picture.");
            Interlocked.Increment(ref answered);
        }
    }
}

/// <summary>What a steady load brought.</summary>
/// <param name="PerSecond">Pictures a second, all clients together.</param>
/// <param name="Answered">Pictures answered, the uncounted ones too.</param>
internal readonly record struct Pace(double PerSecond, int Answered);
