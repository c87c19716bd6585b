using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace OcrService.Benchmarks.Readers;

/// <summary>
/// The other program of the comparison, @gutenye/ocr-node, as a child process that loads its models once and reads one picture at a
/// time. It times itself, so that its times hold no pipe and no start.
/// </summary>
internal sealed class PeerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private PeerProcess(Process process) => _process = process;

    /// <summary>Starts the driver and waits until its models are loaded.</summary>
    /// <param name="folder">Folder with driver.mjs and the installed packages.</param>
    /// <param name="threads">Intra-op threads; 0 leaves the runtime's own choice, all cores.</param>
    /// <param name="maxSide">Longest side in pixels to shrink pictures to first; 0 leaves them.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">Node or the packages are not there.</exception>
    public static async Task<PeerProcess> StartAsync(string folder, int threads, int maxSide, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            throw new InvalidOperationException($"The peer is not installed in {folder}: run 'npm ci --ignore-scripts' there.");
        }

        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add("driver.mjs");
        start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--threads={threads}"));
        start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--max-side={maxSide}"));
        Process process = Process.Start(start) ?? throw new InvalidOperationException("node could not be started.");
        var peer = new PeerProcess(process);
        if ((await peer.AnswerAsync(cancellationToken))["ready"] is null) throw new InvalidOperationException("The peer did not become ready.");
        return peer;
    }

    /// <summary>Reads one picture. Milliseconds are the peer's own, from the file's bytes in memory to the text.</summary>
    public async Task<(double Milliseconds, PictureReading Reading)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync(path.AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
        JsonNode answer = await AnswerAsync(cancellationToken);
        return answer["error"] is { } error
            ? (double.NaN, new PictureReading { Fault = error.GetValue<string>() })
            : (answer["ms"]!.GetValue<double>(), new PictureReading { Lines = [.. answer["lines"]!.AsArray().Select(l => l!.GetValue<string>())] });
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private async Task<JsonNode> AnswerAsync(CancellationToken cancellationToken)
    {
        string line = await _process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The peer ended early.");
        return JsonNode.Parse(line)!;
    }
}
