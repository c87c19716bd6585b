using System.Diagnostics;
using System.Globalization;

namespace OcrService.Battery.Fuzzing;

/// <summary>How to start the child that decodes from a case on, for a time.</summary>
internal delegate ProcessStartInfo WorkerStart(int seed, long from, TimeSpan duration);

/// <summary>Runs <see cref="DecodeWorker"/>s one after the other: one that dies or stands still has found something, and the next goes on behind it.</summary>
internal sealed class DecodeCampaign(WorkerStart start, TimeSpan patience)
{
    private const int MostDeaths = 20, LastWords = 8;

    /// <summary>A busy machine may take long to start a runtime, and that is no finding.</summary>
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(2);

    /// <summary>This program itself as the child.</summary>
    public static ProcessStartInfo OwnWorker(int seed, long from, TimeSpan duration) => new(
        "dotnet",
        [
            typeof(DecodeCampaign).Assembly.Location, "decode-worker", "--seed", Text(seed), "--from", Text(from), "--seconds", Text(Math.Ceiling(duration.TotalSeconds)),
        ]);

    public async Task<CampaignResult> RunAsync(int seed, TimeSpan duration, CancellationToken cancellationToken)
    {
        var state = new State();
        long started = Stopwatch.GetTimestamp();
        for (int deaths = 0; deaths < MostDeaths; deaths++)
        {
            TimeSpan left = duration - Stopwatch.GetElapsedTime(started);
            if (left < TimeSpan.FromSeconds(1)) break;
            await RunWorkerAsync(seed, left, state, cancellationToken);
        }

        return new CampaignResult(state.Executions, state.Outcomes, state.Slowest, state.Findings);
    }

    private async Task RunWorkerAsync(int seed, TimeSpan duration, State state, CancellationToken cancellationToken)
    {
        ProcessStartInfo info = start(seed, state.Next, duration);
        info.RedirectStandardOutput = true;
        info.RedirectStandardError = true;
        info.UseShellExecute = false;
        using Process worker = Process.Start(info) ?? throw new InvalidOperationException("The worker does not start.");
        // The libraries write a line about many of the cases; the last ones may tell how a worker died.
        var lastWords = new Queue<string>();
        worker.ErrorDataReceived += (_, line) =>
        {
            lock (lastWords)
            {
                lastWords.Enqueue(line.Data ?? "");
                if (lastWords.Count > LastWords) lastWords.Dequeue();
            }
        };
        worker.BeginErrorReadLine();
        bool stands = false;
        int cases = 0;
        try
        {
            while (true)
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                limit.CancelAfter(cases == 0 ? StartPatience : patience);
                if (await worker.StandardOutput.ReadLineAsync(limit.Token) is not { } line) break;
                state.Take(line);
                cases++;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            stands = true;
        }
        finally
        {
            if (stands || cancellationToken.IsCancellationRequested) worker.Kill();
        }

        await worker.WaitForExitAsync(cancellationToken);
        if (cases == 0) throw new InvalidOperationException($"The worker ends before its first case: {string.Join(" | ", lastWords)}");
        if (stands) state.Died("hang", $"no answer for {patience.TotalSeconds:0} s");
        else if (worker.ExitCode != 0) state.Died("crash", $"the process ended with {worker.ExitCode}: {string.Join(" | ", lastWords)}");
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private sealed class State
    {
        public long Executions { get; private set; }

        public long Next { get; private set; }

        public TimeSpan Slowest { get; private set; }

        public SortedDictionary<string, long> Outcomes { get; } = new(StringComparer.Ordinal);

        public List<Finding> Findings { get; } = [];

        public void Take(string line)
        {
            string[] words = line.Split(' ', 4);
            switch (words)
            {
                case ["c", string index]:
                    Executions++;
                    Next = long.Parse(index) + 1;
                    break;
                case ["f", string index, string kind, string story]:
                    Findings.Add(new Finding(long.Parse(index), kind, story));
                    break;
                case ["o", string count, ..]:
                    string outcome = line[(count.Length + 3)..];
                    Outcomes[outcome] = Outcomes.GetValueOrDefault(outcome) + long.Parse(count);
                    break;
                case ["t", string milliseconds]:
                    Slowest = TimeSpan.FromMilliseconds(Math.Max(Slowest.TotalMilliseconds, long.Parse(milliseconds)));
                    break;
                default:
                    break;
            }
        }

        public void Died(string kind, string story) => Findings.Add(new Finding(Next - 1, kind, story));
    }
}
