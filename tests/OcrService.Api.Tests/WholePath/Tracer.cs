using System.Diagnostics;
using System.Text.RegularExpressions;

namespace OcrService.Api.Tests.WholePath;

/// <summary>Runs a program under strace and tells every file that it, or a child of it, wrote to, made, moved or removed.</summary>
internal static partial class Tracer
{
    // A question mark before calls that not every processor has.
    private const string Calls =
        "?open,openat,?openat2,?creat,?rename,?renameat,renameat2,?unlink,unlinkat,?mkdir,mkdirat,?link,linkat,?symlink,symlinkat,?mknod,mknodat,?rmdir,?truncate";

    private static readonly string[] WritingFlags = ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND", "O_TMPFILE"];

    private static readonly Lazy<string?> Missing = new(FindMissing);

    /// <summary>Why programs cannot be traced here; null when they can.</summary>
    public static string? WhyNot => Missing.Value;

    /// <summary>How to start the command so that its calls are written to the log.</summary>
    public static ProcessStartInfo Start(string log, params string[] command) => new(
        "strace",
        // Stops at the traced calls only, so that the program keeps its speed.
        ["-f", "--seccomp-bpf", "-qq", "-e", "signal=none", "-e", "trace=" + Calls, "-o", log, "--", .. command])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    /// <summary>The calls of the log that change something in the file system, with the paths they name. Failed ones count: they were tried.</summary>
    public static IEnumerable<(string Call, string Path)> Changes(IEnumerable<string> log)
    {
        foreach (string line in log)
        {
            // The second half of a call that another thread's interrupted; the first one has all we need.
            Match call = Line().Match(line);
            if (!call.Success)
                continue;

            string name = call.Groups["name"].Value, arguments = call.Groups["arguments"].Value;
            if (name.StartsWith("open", StringComparison.Ordinal) && !WritingFlags.Any(f => arguments.Contains(f, StringComparison.Ordinal)))
                continue;

            MatchCollection paths = Quoted().Matches(arguments);
            if (paths.Count == 0)
                yield return (name, arguments);
            foreach (Match path in paths)
                yield return (name, path.Groups[1].Value);
        }
    }

    /// <summary>The traced program's process id, which every line begins with; the first line is its own.</summary>
    public static int ProcessId(string log)
    {
        using var reader = new StreamReader(new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return int.Parse((reader.ReadLine() ?? throw new InvalidDataException("The log is empty.")).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string? FindMissing()
    {
        try
        {
            using Process? trial = Process.Start(Start("/dev/null", "true"));
            trial!.WaitForExit(10_000);
            return trial.ExitCode == 0 ? null : "strace may not trace here: " + trial.StandardError.ReadToEnd().Trim();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "strace is not installed (eng/prepare.sh tests installs it)";
        }
    }

    [GeneratedRegex(@"^\d+ +(?<name>\w+)\((?<arguments>.*)$")]
    private static partial Regex Line();

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Quoted();
}

/// <summary>A test that is skipped, with the reason in the report, where programs cannot be traced.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TracedFactAttribute : FactAttribute
{
    public TracedFactAttribute() => Skip = Tracer.WhyNot;
}
