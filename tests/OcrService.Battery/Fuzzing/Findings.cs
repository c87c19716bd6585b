using System.Diagnostics;

namespace OcrService.Battery.Fuzzing;

/// <summary>Keeps the inputs of findings as files, whole and made small.</summary>
internal static class Findings
{
    private const int Attempts = 150;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task SaveAsync(FuzzTarget target, int seed, Finding finding, DirectoryInfo folder)
    {
        folder.Create();
        byte[] input = target.Input(seed, finding.Index);
        string name = Path.Combine(folder.FullName, $"{target.Name}-{seed}-{finding.Index}-{finding.Kind}");
        await File.WriteAllBytesAsync(name, input);
        if (finding.Kind == "exception" && target.Name != "decode")
            await File.WriteAllBytesAsync(name + ".small", await Minimiser.ShrinkAsync(input, i => Task.FromResult(Trial.Of(target, i).Failure is not null), Attempts * 20));
        else if (finding.Kind is "crash" or "hang" or "exception")
            await File.WriteAllBytesAsync(name + ".small", await Minimiser.ShrinkAsync(input, i => DiesAsync(i, name + ".try"), Attempts));
    }

    /// <summary>Whether a process that decodes the input ends otherwise than it should.</summary>
    private static async Task<bool> DiesAsync(byte[] input, string file)
    {
        await File.WriteAllBytesAsync(file, input);
        try
        {
            var start = new ProcessStartInfo("dotnet", [typeof(Findings).Assembly.Location, "decode-worker", "--file", file])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            };
            using Process worker = Process.Start(start)!;
            using var limit = new CancellationTokenSource(Patience);
            try
            {
                await Task.WhenAll(worker.StandardOutput.ReadToEndAsync(limit.Token), worker.StandardError.ReadToEndAsync(limit.Token));
                await worker.WaitForExitAsync(limit.Token);
                return worker.ExitCode != 0;
            }
            catch (OperationCanceledException)
            {
                worker.Kill();
                return true;
            }
        }
        finally
        {
            File.Delete(file);
        }
    }
}
