using System.Diagnostics;
using OcrService.Benchmarks.Readers;
using OcrService.Benchmarks.Running;
using OcrService.Benchmarks.Scoring;

namespace OcrService.Benchmarks.Load;

/// <summary>How far a service is asked for more than it can do.</summary>
/// <param name="Workers">Its workers.</param>
/// <param name="QueueLength">Pictures that may wait.</param>
/// <param name="Factor">Pictures sent, as a multiple of those that the workers can read.</param>
/// <param name="Duration">How long they are sent.</param>
internal sealed record OverloadTerms(int Workers, int QueueLength, double Factor, TimeSpan Duration);

/// <summary>
/// Pictures come at an even pace, whatever becomes of those before, as from many callers who know nothing of one another. Every picture
/// bears a number of its own. What is sent is made before, and answers are looked into after, so that the sender leaves the machine to
/// the service.
/// </summary>
internal static class Overload
{
    private const int Calibration = 30;

    public static async Task<Table> MeasureAsync(ServiceSetup setup, OverloadTerms terms, CancellationToken cancellationToken)
    {
        await using ServiceProcess process = await ServiceProcess.StartAsync(
            setup, database: null, [$"Recognition:Workers={terms.Workers}", $"Recognition:QueueLength={terms.QueueLength}"], cancellationToken);
        await using ServiceReader service = await process.ConnectAsync(cancellationToken);
        double served = await MedianServiceTimeAsync(service, terms.Workers, cancellationToken);

        double perSecond = terms.Factor * terms.Workers / served;
        NumberedPicture[] pictures = new NumberedPicture[(int)(perSecond * terms.Duration.TotalSeconds)];
        Parallel.For(0, pictures.Length, i => pictures[i] = NumberedPicture.Draw(i));
        TimeSpan own = Environment.CpuUsage.TotalTime;
        long started = Stopwatch.GetTimestamp();
        Call[] calls = await SendAsync(service, pictures, perSecond, started, cancellationToken);
        double wall = Stopwatch.GetElapsedTime(started).TotalSeconds;
        double ownShare = (Environment.CpuUsage.TotalTime - own).TotalSeconds / (wall * Environment.ProcessorCount);

        NumberedPicture last = NumberedPicture.Draw(pictures.Length);
        bool isAlive = NumberedPicture.NumbersIn(await service.SendAsync("web-image", last.Request, cancellationToken)).SetEquals([last.Number]) && !process.HasExited;
        return Tabulate(terms, served, calls, ownShare, isAlive);
    }

    /// <summary>Seconds for a picture with all workers busy and nobody waiting.</summary>
    private static async Task<double> MedianServiceTimeAsync(ServiceReader service, int workers, CancellationToken cancellationToken)
    {
        NumberedPicture[] pictures = [.. Enumerable.Range(0, Calibration).Select(NumberedPicture.Draw)];
        var times = new double[Calibration];
        await Parallel.ForAsync(0, Calibration, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken }, async (i, token) =>
        {
            long started = Stopwatch.GetTimestamp();
            await service.SendAsync("web-image", pictures[i].Request, token);
            times[i] = Stopwatch.GetElapsedTime(started).TotalSeconds;
        });
        return Quantiles.Median(times.Skip(workers));
    }

    private static async Task<Call[]> SendAsync(ServiceReader service, NumberedPicture[] pictures, double perSecond, long started, CancellationToken cancellationToken)
    {
        var calls = new Task<Call>[pictures.Length];
        for (int i = 0; i < pictures.Length; i++)
        {
            TimeSpan early = TimeSpan.FromSeconds(i / perSecond) - Stopwatch.GetElapsedTime(started);
            if (early > TimeSpan.FromMilliseconds(1)) await Task.Delay(early, cancellationToken);
            calls[i] = CallAsync(pictures[i]);
        }

        return await Task.WhenAll(calls);

        async Task<Call> CallAsync(NumberedPicture picture)
        {
            long sent = Stopwatch.GetTimestamp();
            WireAnswer answer = await service.SendAsync("web-image", picture.Request, cancellationToken);
            return new Call(picture, Stopwatch.GetElapsedTime(sent).TotalSeconds, answer);
        }
    }

    private static Table Tabulate(OverloadTerms terms, double served, Call[] calls, double ownShare, bool isAlive)
    {
        Call[] accepted = [.. calls.Where(c => c.Answer.Status == 200)];
        Call[] refused = [.. calls.Where(c => c.Answer is { Status: 429, ErrorCode: "ModelArts.4401" })];
        HashSet<string> sent = [.. calls.Select(c => c.Picture.Number)];
        int right = accepted.Count(c => NumberedPicture.NumbersIn(c.Answer).SetEquals([c.Picture.Number]));
        int mixedUp = accepted.Count(c => NumberedPicture.NumbersIn(c.Answer).Any(n => n != c.Picture.Number && sent.Contains(n)));
        double promise = (terms.QueueLength / (double)terms.Workers + 1) * served, median = Quantiles.Median(accepted.Select(c => c.Seconds));

        var table = new Table("overload", "measured", "asked");
        table.Add("workers, and pictures that may wait", $"{terms.Workers}, {terms.QueueLength}", "-");
        table.Add("time of a picture, all workers busy, none waiting", Milliseconds(served), "-");
        table.Add("pictures sent, each with its number", $"{calls.Length} in {terms.Duration.TotalSeconds:0} s, {terms.Factor:0.#} times what can be read", "10 times");
        table.Add("accepted", $"{accepted.Length} ({(double)accepted.Length / calls.Length:0.0 %})", "-");
        table.Add("the queue's promise: (waiting / workers + 1) x time of a picture", Milliseconds(promise), "-");
        table.Add("median time of an accepted picture", $"{Milliseconds(median)}, {median / promise:0.00} of the promise", "1.5 at most");
        table.Add("99 of 100 accepted within", Milliseconds(Quantiles.At(accepted.Select(c => c.Seconds), 0.99)), "-");
        table.Add("refused with 429 ModelArts.4401", $"{refused.Length} ({(double)refused.Length / calls.Length:0.0 %})", "the rest");
        table.Add("median time of a refusal", Milliseconds(Quantiles.Median(refused.Select(c => c.Seconds))), "below 50 ms");
        table.Add("99 of 100 refusals within", Milliseconds(Quantiles.At(refused.Select(c => c.Seconds), 0.99)), "below 50 ms");
        table.Add("other answers", $"{calls.Length - accepted.Length - refused.Length}", "0");
        table.Add("answers with their own number and no other", $"{right} of {accepted.Length}", "-");
        table.Add("answers with the number of another picture", $"{mixedUp}", "0");
        table.Add("reads on afterwards", isAlive ? "yes" : "no", "yes");
        table.Add("the sender's share of the machine", $"{ownShare:0.0 %}", "-");
        return table;
    }

    private static string Milliseconds(double seconds) => $"{seconds * 1000:0} ms";

    /// <summary>A picture that was sent and what came back.</summary>
    private sealed record Call(NumberedPicture Picture, double Seconds, WireAnswer Answer);
}
