using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using OcrService.Benchmarks.Readers;
using OcrService.Benchmarks.Running;
using OcrService.Benchmarks.Samples;
using OcrService.Benchmarks.Scoring;

namespace OcrService.Benchmarks.Load;

/// <summary>Sends thousands of mixed requests to one service and watches its memory, its native objects and its answers.</summary>
internal sealed class Soak
{
    private static readonly TimeSpan LongRest = TimeSpan.FromSeconds(30);

    private readonly SoakMix _mix;
    private readonly ServiceProcess _process;
    private readonly ServiceReader _service;
    private readonly HttpClient _strangers;
    private readonly ConcurrentDictionary<SoakRequest, string> _answers = new();
    private readonly Dictionary<SoakKind, Tally> _tallies;
    private int _strangersMet;

    private Soak(SoakMix mix, ServiceProcess process, ServiceReader service, HttpClient strangers)
    {
        _mix = mix;
        _process = process;
        _service = service;
        _strangers = strangers;
        _tallies = mix.Kinds.ToDictionary(k => k, _ => new Tally());
    }

    /// <summary>Two tables: memory by thousand, and answers by kind of request.</summary>
    public static async Task<IReadOnlyList<Table>> MeasureAsync(
        ServiceSetup setup, IReadOnlyList<Sample> samples, int thousands, int inFlight, CancellationToken cancellationToken)
    {
        SoakMix mix = SoakMix.Make(samples);
        await using ServiceProcess process = await ServiceProcess.StartAsync(setup, database: null, ["Lockout:Failures=1000"], cancellationToken);
        await using ServiceReader service = await process.ConnectAsync(cancellationToken);
        using var strangers = new HttpClient { BaseAddress = process.Url };
        var soak = new Soak(mix, process, service, strangers);
        return await soak.RunAsync(thousands, inFlight, cancellationToken);
    }

    private async Task<IReadOnlyList<Table>> RunAsync(int thousands, int inFlight, CancellationToken cancellationToken)
    {
        var memory = new Table("after", "s", "resident MB", "heaps of it MB", "managed of them MB", "peak MB", "native objects", "of them Tesseract engines");
        long started = Stopwatch.GetTimestamp();
        Holding start = await RowAsync(memory, "start", started, cancellationToken), first = start, last = start;
        for (int thousand = 1; thousand <= thousands; thousand++)
        {
            await Parallel.ForEachAsync(
                _mix.Thousand(thousand),
                new ParallelOptions { MaxDegreeOfParallelism = inFlight, CancellationToken = cancellationToken },
                async (item, token) => await SendAsync(item.Kind, item.Request, token));
            last = await RowAsync(memory, $"{thousand},000 requests", started, cancellationToken);
            if (thousand == 1) first = last;
        }

        await Task.Delay(LongRest, cancellationToken);
        await RowAsync(memory, $"{LongRest.TotalSeconds:0} s of rest", started, cancellationToken);
        memory.Add(
            "end against first 1,000", "", $"{last.Megabytes / first.Megabytes:0.000}", "", "", "", $"{last.Objects - start.Objects:+0;-0;0} without engines", "");

        var answers = new Table("requests", "sent", "as expected", "what is expected", "5xx", "another answer than before");
        foreach ((SoakKind kind, Tally tally) in _tallies)
            answers.Add(kind.Name, $"{tally.Sent}", $"{tally.Expected}", kind.Expected, $"{tally.ServerErrors}", $"{tally.Different}");
        return [memory, answers];
    }

    private async Task SendAsync(SoakKind kind, SoakRequest request, CancellationToken cancellationToken)
    {
        Tally tally = _tallies[kind];
        Interlocked.Increment(ref tally.Sent);
        if (kind.Leaves)
        {
            await LeaveAsync(request, tally, cancellationToken);
            return;
        }

        WireAnswer answer = kind.IsStranger ? await AsStrangerAsync(request, cancellationToken) : await _service.SendAsync(request.Endpoint, request.Body, cancellationToken);
        if (answer.Status >= 500) Interlocked.Increment(ref tally.ServerErrors);
        if ((answer.Status == 200 ? "200" : answer.ErrorCode) == kind.Expected) Interlocked.Increment(ref tally.Expected);
        else if (Interlocked.Increment(ref tally.Unexpected) == 1) await Console.Error.WriteLineAsync($"{kind.Name}: {request.Endpoint} {answer.Status} {answer.ErrorCode}");

        // The same picture has the same answer, whatever else is read beside it.
        string hash = Convert.ToHexString(SHA256.HashData(answer.Body));
        if (!kind.IsStranger && _answers.GetOrAdd(request, hash) != hash) Interlocked.Increment(ref tally.Different);
    }

    private async Task LeaveAsync(SoakRequest request, Tally tally, CancellationToken cancellationToken)
    {
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        leave.CancelAfter(tally.Sent * 37 % 150);
        try
        {
            await _service.SendAsync(request.Endpoint, request.Body, leave.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Interlocked.Increment(ref tally.Expected);
        }
    }

    /// <summary>A new key each time: what the service remembers of strangers is part of its memory.</summary>
    private async Task<WireAnswer> AsStrangerAsync(SoakRequest request, CancellationToken cancellationToken)
    {
        string key = "NOBODYSKEY" + Interlocked.Increment(ref _strangersMet).ToString("D10", CultureInfo.InvariantCulture);
        using HttpRequestMessage message =
            new RequestSigner(key, ServiceSetup.SecretKey).Sign($"/v2/{ServiceSetup.ProjectId}/ocr/{request.Endpoint}", request.Body);
        using HttpResponseMessage response = await _strangers.SendAsync(message, cancellationToken);
        return new WireAnswer((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    /// <summary>Waits until nothing is read any more and tells what the process holds.</summary>
    private async Task<Holding> RowAsync(Table table, string name, long started, CancellationToken cancellationToken)
    {
        MetricsScrape figures;
        do
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            figures = await _service.ScrapeAsync(cancellationToken);
        }
        while (figures.Sum("ocr_recognition_workers_running") + figures.Sum("ocr_recognition_queue_length") > 0);

        double resident = ProcessFigures.ResidentMegabytes(_process.Pid);
        table.Add(
            name, $"{Stopwatch.GetElapsedTime(started).TotalSeconds:0}", $"{resident:0}", $"{ProcessFigures.AnonymousMegabytes(_process.Pid):0}",
            $"{figures.Sum("dotnet_gc_last_collection_memory_committed_size_bytes") / (1024 * 1024):0}", $"{ProcessFigures.PeakMegabytes(_process.Pid):0}",
            $"{figures.Sum("ocr_recognition_native_handles"):0}", $"{figures.Sum("ocr_recognition_engines"):0}");
        await Console.Error.WriteLineAsync($"soak: {name}: {resident:0} MB");
        return new Holding(resident, figures.Sum("ocr_recognition_native_handles") - figures.Sum("ocr_recognition_engines"));
    }

    /// <summary>What the process holds at rest.</summary>
    /// <param name="Megabytes">Resident size.</param>
    /// <param name="Objects">Native objects that are no engine of the pool.</param>
    private readonly record struct Holding(double Megabytes, double Objects);

    /// <summary>What became of a kind's requests.</summary>
    private sealed class Tally
    {
        public int Sent;
        public int Expected;
        public int Unexpected;
        public int ServerErrors;
        public int Different;
    }
}
