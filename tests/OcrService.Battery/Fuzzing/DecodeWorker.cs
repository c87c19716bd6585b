using System.Diagnostics;
using OcrService.Battery.Fuzzing.Targets;

namespace OcrService.Battery.Fuzzing;

/// <summary>
/// The child of a <see cref="DecodeCampaign"/>: decodes case after case and says beforehand which, so that its death tells the case.
/// Lines of its output: <c>c INDEX</c> before a case, <c>f INDEX KIND STORY</c> for a finding, <c>o COUNT OUTCOME</c> and
/// <c>t MILLISECONDS</c> at the end.
/// </summary>
internal static class DecodeWorker
{
    /// <summary>Decoded pixels take four bytes; decoding may hold a few copies of them for a moment.</summary>
    private const int BytesPerPixel = 16;

    private const long SpareBytes = 96L << 20;

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    public static void Run(int seed, long from, TimeSpan duration, Stream output)
    {
        using var report = new StreamWriter(output) { AutoFlush = true };
        var target = new DecodeTarget();
        var outcomes = new SortedDictionary<string, long>(StringComparer.Ordinal);
        TimeSpan slowest = TimeSpan.Zero;
        long resident = PeakResidentBytes();
        long started = Stopwatch.GetTimestamp();
        for (long index = from; Stopwatch.GetElapsedTime(started) < duration; index++)
        {
            byte[] input = target.Input(seed, index);
            report.WriteLine($"c {index}");
            Trial trial = Trial.Of(target, input);
            if (trial.Outcome is { } outcome) outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            if (trial.Failure is { } failure) report.WriteLine($"f {index} exception {failure.ToString().ReplaceLineEndings(" ")}");
            if (trial.Time > slowest) slowest = trial.Time;
            long pixels = DecodeTarget.PixelsOf(input);
            if (trial.Time > Slow && pixels < 1_000_000) report.WriteLine($"f {index} slow {trial.Time.TotalSeconds:0.0} s for {pixels} pixels");

            long peak = PeakResidentBytes();
            if (peak > resident + (pixels * BytesPerPixel) + SpareBytes)
                report.WriteLine($"f {index} memory {(peak - resident) >> 20} MB for {pixels} pixels");
            resident = Math.Max(resident, peak);
        }

        foreach ((string name, long count) in outcomes) report.WriteLine($"o {count} {name}");
        report.WriteLine($"t {slowest.TotalMilliseconds:0}");
    }

    /// <summary>The most memory the process ever had, from <c>/proc/self/status</c>.</summary>
    private static long PeakResidentBytes()
    {
        foreach (string line in File.ReadLines("/proc/self/status"))
        {
            if (line.StartsWith("VmHWM:", StringComparison.Ordinal)) return long.Parse(line[6..^2]) << 10;
        }

        return 0;
    }
}
