using System.Diagnostics;

namespace OcrService.Battery.Fuzzing;

/// <summary>A case that went wrong.</summary>
/// <param name="Index">Its number in the campaign.</param>
/// <param name="Kind">exception, slow, memory, crash or hang.</param>
/// <param name="Story">What was seen.</param>
internal sealed record Finding(long Index, string Kind, string Story);

/// <summary>What a campaign did.</summary>
/// <param name="Executions">Cases run.</param>
/// <param name="Outcomes">How often each outcome came.</param>
/// <param name="Slowest">Most processor time that a case took.</param>
/// <param name="Findings">What went wrong.</param>
internal sealed record CampaignResult(long Executions, IReadOnlyDictionary<string, long> Outcomes, TimeSpan Slowest, IReadOnlyList<Finding> Findings);

/// <summary>Runs a target of managed code in this process.</summary>
internal static class Campaign
{
    private const int MostFindings = 20;
    private const long MostBytes = 256L << 20;

    /// <summary>A case of a few kilobytes that takes more of a processor is a way to keep a processor busy.</summary>
    public static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    /// <summary>Runs cases 0, 1, 2 and so on until the time is up or enough is found.</summary>
    public static CampaignResult Run(FuzzTarget target, int seed, TimeSpan duration, CancellationToken cancellationToken)
    {
        var outcomes = new Dictionary<string, long>(StringComparer.Ordinal);
        var findings = new List<Finding>();
        TimeSpan slowest = TimeSpan.Zero;
        long started = Stopwatch.GetTimestamp();
        long index = 0;
        for (; Stopwatch.GetElapsedTime(started) < duration && findings.Count < MostFindings && !cancellationToken.IsCancellationRequested; index++)
        {
            byte[] input = target.Input(seed, index);
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            Trial trial = Trial.Of(target, input);
            long bytes = GC.GetAllocatedBytesForCurrentThread() - allocated;
            if (trial.Outcome is { } outcome) outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            if (trial.Failure is { } failure) findings.Add(new Finding(index, "exception", failure.ToString()));
            if (trial.Time > slowest) slowest = trial.Time;
            if (trial.Time > Slow) findings.Add(new Finding(index, "slow", $"{trial.Time.TotalSeconds:0.0} s"));
            if (bytes > MostBytes) findings.Add(new Finding(index, "memory", $"{bytes >> 20} MB"));
        }

        return new CampaignResult(index, outcomes, slowest, findings);
    }
}
