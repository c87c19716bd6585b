using System.ComponentModel;
using System.Diagnostics;
using OcrService.Benchmarks.Readers;
using OcrService.Benchmarks.Running;

namespace OcrService.Benchmarks.Peers;

/// <summary>The distribution's <c>tesseract</c>, a process for each picture, as it is used; its time holds its start and the loading of its models.</summary>
internal sealed class TesseractProgram : IPeer
{
    /// <summary>What most of the samples are written in. More languages make it slower and no better on them.</summary>
    public const string Languages = "eng+chi_sim";

    private TimeSpan _used;

    public string Name => "tesseract";

    public string Terms => $"a process for each picture, all cores (OpenMP's default); {Languages}";

    public TimeSpan ProcessorTime => _used;

    /// <summary>The program, or null where it is not installed with the data of its languages.</summary>
    public static async Task<IPeer?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            (int code, string languages) = await RunAsync(["--list-langs"], cancellationToken);
            return code == 0 && Languages.Split('+').All(l => languages.Split('\n').Contains(l)) ? new TesseractProgram() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    public async Task<(double Milliseconds, PictureReading Reading)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        TimeSpan before = ProcessFigures.ProcessorTimeOfEndedChildren();
        long started = Stopwatch.GetTimestamp();
        (int code, string text) = await RunAsync([path, "stdout", "-l", Languages], cancellationToken);
        double elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        _used += ProcessFigures.ProcessorTimeOfEndedChildren() - before;
        return code == 0
            ? (elapsed, new PictureReading { Lines = [.. text.Split('\n').Where(l => !string.IsNullOrWhiteSpace(l))] })
            : (double.NaN, new PictureReading { Fault = $"exit code {code}" });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<(int Code, string Output)> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("tesseract", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        // A user has not set it.
        start.Environment.Remove("OMP_THREAD_LIMIT");
        using Process process = Process.Start(start)!;
        Task<string> complaints = process.StandardError.ReadToEndAsync(cancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await complaints;
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, output);
    }
}
