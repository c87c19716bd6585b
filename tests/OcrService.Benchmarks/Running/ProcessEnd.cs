using System.Diagnostics;
using System.Globalization;

namespace OcrService.Benchmarks.Running;

/// <summary>How processes that were started for a measurement come to their end.</summary>
internal static class ProcessEnd
{
    /// <summary>Sends a signal, by its name without SIG.</summary>
    public static void Signal(this Process process, string name)
    {
        using Process kill = Process.Start("kill", ["-" + name, process.Id.ToString(CultureInfo.InvariantCulture)]);
    }

    /// <summary>Waits for the process to end by itself, and ends it with all its children when it takes too long.</summary>
    public static async Task WaitOrKillAsync(this Process process, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
