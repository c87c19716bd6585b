using System.Diagnostics;
using System.Text.Json.Nodes;
using OcrService.Benchmarks.Readers;
using OcrService.Benchmarks.Samples;
using OcrService.Benchmarks.Scoring;

namespace OcrService.Benchmarks.Verbs;

/// <summary>Service and peer read the same pictures in turn, so that whatever slows the machine meets both.</summary>
internal sealed class Duel(ServiceReader service, PeerProcess peer, IReadOnlyList<Sample> samples)
{
    private const int WarmUp = 3;

    private readonly Dictionary<Sample, List<(double Service, double Peer)>> _times = samples.ToDictionary(s => s, _ => new List<(double, double)>());
    private readonly Dictionary<Sample, (Score Service, Score Peer)> _scores = [];

    public async Task RunAsync(int rounds, CancellationToken cancellationToken)
    {
        foreach (Sample sample in samples.Take(WarmUp))
        {
            byte[] body = ServiceReader.TextRequest(await File.ReadAllBytesAsync(sample.FullPath, cancellationToken), detectDirection: false);
            await service.PostAsync("web-image", body, cancellationToken);
            await peer.ReadAsync(sample.FullPath, cancellationToken);
        }

        for (int round = 0; round < rounds; round++)
        {
            foreach (Sample sample in samples)
            {
                byte[] body = ServiceReader.TextRequest(await File.ReadAllBytesAsync(sample.FullPath, cancellationToken), detectDirection: false);
                long started = Stopwatch.GetTimestamp();
                JsonObject answer = await service.PostAsync("web-image", body, cancellationToken);
                double elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                (double peerElapsed, PictureReading peerReading) = await peer.ReadAsync(sample.FullPath, cancellationToken);
                PictureReading reading = ServiceReader.TextOf(answer);
                if ((reading.Fault ?? peerReading.Fault) is { } fault)
                {
                    await Console.Error.WriteLineAsync($"{sample.File}: {fault}, left out");
                    continue;
                }

                _times[sample].Add((elapsed, peerElapsed));
                _scores[sample] = (SampleScores.ScoreOf(sample, reading), SampleScores.ScoreOf(sample, peerReading));
            }
        }
    }

    public void Print(bool markdown)
    {
        Table table = new("picture", "service ms", "peer ms", "service / peer", "service characters", "peer characters");
        var rows = new List<(double Service, double Peer)>();
        foreach ((Sample sample, List<(double Service, double Peer)> times) in _times.Where(t => t.Value.Count > 0))
        {
            (double Service, double Peer) median = (Median(times.Select(t => t.Service)), Median(times.Select(t => t.Peer)));
            rows.Add(median);
            (Score ours, Score theirs) = _scores[sample];
            table.Add(sample.File, Time(median.Service), Time(median.Peer), Ratio(median.Service / median.Peer), Table.Cell(ours.CharacterAccuracy), Table.Cell(theirs.CharacterAccuracy));
        }

        if (rows.Count > 0)
        {
            table.Add(
                "median of all", Time(Median(rows.Select(r => r.Service))), Time(Median(rows.Select(r => r.Peer))), Ratio(Median(rows.Select(r => r.Service / r.Peer))),
                Table.Cell(Score.Sum(_scores.Values.Select(s => s.Service)).CharacterAccuracy), Table.Cell(Score.Sum(_scores.Values.Select(s => s.Peer)).CharacterAccuracy));
        }

        Console.WriteLine(table.Print(markdown));
    }

    /// <summary>The middle value, or the mean of the two in the middle; not a number without values.</summary>
    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    internal static string Ratio(double value) => value.ToString("0.00");

    private static string Time(double milliseconds) => milliseconds.ToString("0.0");
}
