using System.Diagnostics;
using OcrService.Benchmarks.Peers;
using OcrService.Benchmarks.Readers;
using OcrService.Benchmarks.Running;
using OcrService.Benchmarks.Samples;
using OcrService.Benchmarks.Scoring;

namespace OcrService.Benchmarks.Verbs;

/// <summary>Service and peers read the same pictures in turn, so that whatever slows the machine meets all.</summary>
/// <param name="service">The service.</param>
/// <param name="servicePid">Its process; null when it is not on this machine.</param>
/// <param name="peers">The other programs; the first one is compared picture by picture.</param>
/// <param name="samples">The pictures.</param>
internal sealed class Duel(ServiceReader service, int? servicePid, IReadOnlyList<IPeer> peers, IReadOnlyList<Sample> samples)
{
    private const int WarmUp = 3;

    private readonly List<Contender> _peers = [.. peers.Select(p => new Contender(p.Name, p.Terms, () => p.ProcessorTime))];
    private readonly Contender _service =
        new("the service", "one thread a picture", () => servicePid is { } pid ? ProcessFigures.ProcessorTime(pid) : TimeSpan.Zero);

    private int _rounds;

    public async Task RunAsync(int rounds, CancellationToken cancellationToken)
    {
        foreach (Sample sample in samples.Take(WarmUp))
        {
            byte[] body = ServiceReader.TextRequest(await File.ReadAllBytesAsync(sample.FullPath, cancellationToken), detectDirection: false);
            await service.PostAsync("web-image", body, cancellationToken);
            foreach (IPeer peer in peers) await peer.ReadAsync(sample.FullPath, cancellationToken);
        }

        foreach (Contender contender in _peers.Append(_service)) contender.Begin();
        for (; _rounds < rounds; _rounds++)
        {
            foreach (Sample sample in samples)
            {
                byte[] body = ServiceReader.TextRequest(await File.ReadAllBytesAsync(sample.FullPath, cancellationToken), detectDirection: false);
                long started = Stopwatch.GetTimestamp();
                PictureReading reading = ServiceReader.TextOf(await service.PostAsync("web-image", body, cancellationToken));
                await _service.AddAsync(sample, Stopwatch.GetElapsedTime(started).TotalMilliseconds, reading);
                for (int i = 0; i < peers.Count; i++)
                {
                    (double elapsed, PictureReading peerReading) = await peers[i].ReadAsync(sample.FullPath, cancellationToken);
                    await _peers[i].AddAsync(sample, elapsed, peerReading);
                }
            }
        }

        foreach (Contender contender in _peers.Append(_service)) contender.End();
    }

    /// <summary>Every picture, beside the first peer.</summary>
    public Table PictureByPicture()
    {
        Contender peer = _peers[0];
        var table = new Table("picture", "service ms", "peer ms", "service / peer", "service characters", "peer characters");
        foreach (Sample sample in samples.Where(s => _service.HasRead(s) && peer.HasRead(s)))
        {
            (double ours, double theirs) = (_service.Time(sample), peer.Time(sample));
            table.Add(sample.File, Time(ours), Time(theirs), Ratio(ours / theirs), Table.Cell(_service.ScoreOf(sample).CharacterAccuracy), Table.Cell(peer.ScoreOf(sample).CharacterAccuracy));
        }

        table.Add(
            "median of all", Time(_service.MedianTime), Time(peer.MedianTime), Ratio(RatioTo(peer)),
            Table.Cell(_service.Accuracy), Table.Cell(peer.Accuracy));
        return table;
    }

    /// <summary>All programs: medians over the pictures, processor time, characters.</summary>
    public Table Programs()
    {
        var table = new Table("program", "run with", "read", "median ms", "time: service / it", "processor ms a picture", "processor: service / it", "characters");
        double own = ProcessorTime(_service);
        foreach (Contender contender in _peers.Prepend(_service))
        {
            double used = ProcessorTime(contender);
            table.Add(
                contender.Name, contender.Terms, $"{samples.Count(contender.HasRead)} of {samples.Count}", Time(contender.MedianTime), Ratio(RatioTo(contender)),
                servicePid is null && contender == _service ? "-" : Time(used), servicePid is null ? "-" : Ratio(own / used), Table.Cell(contender.Accuracy));
        }

        return table;
    }

    internal static string Ratio(double value) => value.ToString("0.00");

    internal static string Time(double milliseconds) => milliseconds.ToString("0.0");

    private double ProcessorTime(Contender contender) => contender.ProcessorTime.TotalMilliseconds / (_rounds * samples.Count);

    /// <summary>Median over the pictures that both have read.</summary>
    private double RatioTo(Contender other) =>
        Quantiles.Median(samples.Where(s => _service.HasRead(s) && other.HasRead(s)).Select(s => _service.Time(s) / other.Time(s)));

    /// <summary>What one of the programs has done.</summary>
    private sealed class Contender(string name, string terms, Func<TimeSpan> processorTime)
    {
        private readonly Dictionary<Sample, List<double>> _times = [];
        private readonly Dictionary<Sample, Score> _scores = [];

        public string Name => name;

        public string Terms => terms;

        /// <summary>Between <see cref="Begin"/> and <see cref="End"/>.</summary>
        public TimeSpan ProcessorTime { get; private set; }

        public double MedianTime => Quantiles.Median(_times.Keys.Select(Time));

        /// <summary>Over all pictures; what could not be read counts as nothing read.</summary>
        public double? Accuracy => Score.Sum(_scores.Values).CharacterAccuracy;

        public void Begin() => ProcessorTime = -processorTime();

        public void End() => ProcessorTime += processorTime();

        public async Task AddAsync(Sample sample, double milliseconds, PictureReading reading)
        {
            _scores[sample] = SampleScores.ScoreOf(sample, reading);
            if (reading.Fault is { } fault)
            {
                await Console.Error.WriteLineAsync($"{sample.File}: {name}: {fault}");
                return;
            }

            if (!_times.TryGetValue(sample, out List<double>? times)) _times[sample] = times = [];
            times.Add(milliseconds);
        }

        public bool HasRead(Sample sample) => _times.ContainsKey(sample);

        public double Time(Sample sample) => Quantiles.Median(_times[sample]);

        public Score ScoreOf(Sample sample) => _scores[sample];
    }
}
