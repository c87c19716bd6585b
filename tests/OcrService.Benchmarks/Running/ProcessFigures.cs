using System.Globalization;

namespace OcrService.Benchmarks.Running;

/// <summary>What the kernel counts for a process, from <c>/proc/PID</c>.</summary>
internal static class ProcessFigures
{
    /// <summary>User and system time of all threads, fields 14 and 15 of <c>stat</c>, in steps of a hundredth of a second.</summary>
    public static TimeSpan ProcessorTime(int pid) => Times($"{pid}", 11);

    /// <summary>As <see cref="ProcessorTime"/>, of the children of this process that have ended: fields 16 and 17.</summary>
    public static TimeSpan ProcessorTimeOfEndedChildren() => Times("self", 13);

    /// <summary>Resident size now.</summary>
    public static double ResidentMegabytes(int pid) => Megabytes(pid, "VmRSS:");

    /// <summary>The largest resident size the process ever had.</summary>
    public static double PeakMegabytes(int pid) => Megabytes(pid, "VmHWM:");

    /// <summary>Resident memory that is no file's: heaps, managed and native.</summary>
    public static double AnonymousMegabytes(int pid) => Megabytes(pid, "RssAnon:");

    private static TimeSpan Times(string process, int first)
    {
        string stat = File.ReadAllText($"/proc/{process}/stat");
        // The second field, the name in brackets, may hold blanks; what follows it begins with the third.
        string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromMilliseconds(10 * (long.Parse(fields[first], CultureInfo.InvariantCulture) + long.Parse(fields[first + 1], CultureInfo.InvariantCulture)));
    }

    private static double Megabytes(int pid, string name)
    {
        string line = File.ReadLines($"/proc/{pid}/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) / 1024.0;
    }
}
