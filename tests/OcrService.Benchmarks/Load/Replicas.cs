using System.Collections.Concurrent;
using System.Diagnostics;
using OcrService.Benchmarks.Readers;
using OcrService.Benchmarks.Running;
using OcrService.Benchmarks.Samples;
using OcrService.Benchmarks.Scoring;
using OcrService.Benchmarks.Verbs;

namespace OcrService.Benchmarks.Load;

/// <summary>
/// Replicas of one worker each on one PostgreSQL behind the gateway, as <c>docker compose --profile scale</c> starts them: how many
/// pictures a second one and two of them read, and what callers notice when one of them is stopped, or killed, while they call.
/// </summary>
internal sealed class Replicas(ServiceSetup setup, string database, string gatewayConfiguration)
{
    private const int InFlightOfReplica = 2;

    /// <summary>A running call ends within this; one that waits for more is lost.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task<IReadOnlyList<Table>> MeasureAsync(IReadOnlyList<Sample> samples, int rounds, TimeSpan underLoad, CancellationToken cancellationToken)
    {
        List<byte[]> bodies = await Throughput.BodiesAsync(samples, cancellationToken);
        await using ServiceProcess one = await StartAsync(cancellationToken);
        await using ServiceProcess two = await StartAsync(cancellationToken);
        await using GatewayProcess single = await GatewayProcess.StartAsync(gatewayConfiguration, [one.Url], cancellationToken);
        await using GatewayProcess both = await GatewayProcess.StartAsync(gatewayConfiguration, [one.Url, two.Url], cancellationToken);
        Table pace = await PaceAsync(one, single, both, bodies, rounds, cancellationToken);

        var faults = new Table("while pictures are sent", "sent", "answered", "429", "refused by the gateway (502, 504)", "broken off", "slowest ms", "end of the replica");
        await using (ServiceReader service = await one.ConnectAsync(cancellationToken, both.Url))
            await FaultAsync(faults, "one of two replicas gets SIGTERM", two, service, bodies, underLoad, () => two.Terminate(), cancellationToken);
        await using ServiceProcess three = await StartAsync(cancellationToken);
        await using GatewayProcess again = await GatewayProcess.StartAsync(gatewayConfiguration, [one.Url, three.Url], cancellationToken);
        await using (ServiceReader service = await one.ConnectAsync(cancellationToken, again.Url))
            await FaultAsync(faults, "one of two replicas is killed", three, service, bodies, underLoad, three.Kill, cancellationToken);
        return [pace, faults];
    }

    private Task<ServiceProcess> StartAsync(CancellationToken cancellationToken) => ServiceProcess.StartAsync(
        setup, database, ["Recognition:Workers=1", "Server:TrustedProxies:0=127.0.0.0/8"], cancellationToken);

    private static async Task<Table> PaceAsync(
        ServiceProcess any, GatewayProcess single, GatewayProcess both, List<byte[]> bodies, int rounds, CancellationToken cancellationToken)
    {
        await using ServiceReader alone = await any.ConnectAsync(cancellationToken, single.Url), group = await any.ConnectAsync(cancellationToken, both.Url);
        await Throughput.MeasureAsync(group, [.. bodies.Take(6)], 2 * InFlightOfReplica, cancellationToken);
        List<double> ones = [], twos = [];
        for (int round = 0; round < rounds; round++)
        {
            ones.Add((await Throughput.MeasureAsync(alone, bodies, InFlightOfReplica, cancellationToken)).PerSecond);
            twos.Add((await Throughput.MeasureAsync(group, bodies, 2 * InFlightOfReplica, cancellationToken)).PerSecond);
        }

        var table = new Table("replicas of one worker", "pictures / s through the gateway", "against one");
        table.Add("1", Duel.Ratio(Quantiles.Median(ones)), "1.00");
        table.Add("2", Duel.Ratio(Quantiles.Median(twos)), Duel.Ratio(Quantiles.Median(ones.Zip(twos, (a, b) => b / a))));
        return table;
    }

    /// <summary>Keeps a steady number of calls in flight; a third of the way through something happens to a replica.</summary>
    private static async Task FaultAsync(
        Table table, string name, ServiceProcess replica, ServiceReader service, List<byte[]> bodies, TimeSpan duration, Action happen, CancellationToken cancellationToken)
    {
        var calls = new ConcurrentBag<(int Status, double Milliseconds)>();
        long started = Stopwatch.GetTimestamp();
        const int Callers = 2 * InFlightOfReplica;
        Task all = Task.WhenAll(Enumerable.Range(0, Callers).Select(CallAsync));
        await Task.Delay(duration / 3, cancellationToken);
        long happened = Stopwatch.GetTimestamp();
        happen();
        int code = await replica.WaitForExitAsync();
        double end = Stopwatch.GetElapsedTime(happened).TotalSeconds;
        await all;

        table.Add(
            name, $"{calls.Count}", $"{calls.Count(c => c.Status == 200)}", $"{calls.Count(c => c.Status == 429)}", $"{calls.Count(c => c.Status is 502 or 504)}",
            $"{calls.Count(c => c.Status is not (200 or 429 or 502 or 504))}", $"{calls.Max(c => c.Milliseconds):0}", $"code {code} after {end:0.0} s");

        async Task CallAsync(int caller)
        {
            for (int i = caller; Stopwatch.GetElapsedTime(started) < duration; i += Callers)
            {
                long sent = Stopwatch.GetTimestamp();
                int status = await StatusAsync(service, bodies[i % bodies.Count], cancellationToken);
                calls.Add((status, Stopwatch.GetElapsedTime(sent).TotalMilliseconds));
            }
        }
    }

    /// <summary>0 when there was no answer.</summary>
    private static async Task<int> StatusAsync(ServiceReader service, byte[] body, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return (await service.SendAsync("web-image", body, patience.Token)).Status;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
    }
}
