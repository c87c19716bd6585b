using System.Diagnostics;
using System.Text.Json.Nodes;
using OcrService.Benchmarks.Readers;
using OcrService.Benchmarks.Running;

namespace OcrService.Benchmarks.Peers;

/// <summary>
/// A program for Node as a child process that loads its models once and reads one picture at a time. It times itself, from the file's
/// bytes in memory to the text, so that its times hold no pipe and no start.
/// </summary>
internal sealed class NodePeer : IPeer
{
    private readonly Process _process;

    private NodePeer(Process process, string name, string terms)
    {
        _process = process;
        Name = name;
        Terms = terms;
    }

    public string Name { get; }

    public string Terms { get; }

    public TimeSpan ProcessorTime => ProcessFigures.ProcessorTime(_process.Id);

    /// <summary>Starts <c>@gutenye/ocr-node</c> and waits until its models are loaded.</summary>
    /// <param name="folder">Folder of the drivers and the installed packages.</param>
    /// <param name="threads">Intra-op threads; 0 leaves the runtime's own choice, all cores.</param>
    /// <param name="maxSide">Longest side in pixels to shrink pictures to first; 0 leaves them.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">Node or the packages are not there.</exception>
    public static Task<IPeer> StartOcrNodeAsync(string folder, int threads, int maxSide, CancellationToken cancellationToken) => StartAsync(
        folder, "ocr-node", "@gutenye/ocr-node", threads == 0 ? "all cores" : $"threads: {threads}", [$"--threads={threads}", $"--max-side={maxSide}"], cancellationToken);

    /// <summary>Starts <c>tesseract.js</c> and waits until its models are loaded.</summary>
    /// <exception cref="InvalidOperationException">Node or the packages are not there.</exception>
    public static Task<IPeer> StartTesseractJsAsync(string folder, CancellationToken cancellationToken) => StartAsync(
        folder, "tesseract-js", "tesseract.js", $"one worker, one thread; {TesseractProgram.Languages}", [$"--languages={TesseractProgram.Languages}"], cancellationToken);

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
        await _process.WaitOrKillAsync(TimeSpan.FromSeconds(10));
        _process.Dispose();
    }

    private static async Task<IPeer> StartAsync(
        string folder, string driver, string name, string terms, string[] arguments, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            throw new InvalidOperationException($"The peers are not installed in {folder}: run 'npm ci --ignore-scripts' there.");
        }

        var start = new ProcessStartInfo("node", [driver + ".mjs", .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        Process process = Process.Start(start) ?? throw new InvalidOperationException("node could not be started.");
        var peer = new NodePeer(process, name, terms);
        return (await peer.AnswerAsync(cancellationToken))["ready"] is null ? throw new InvalidOperationException($"{name} did not become ready.") : peer;
    }

    private async Task<JsonNode> AnswerAsync(CancellationToken cancellationToken)
    {
        string line = await _process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException($"{Name} ended early.");
        return JsonNode.Parse(line)!;
    }
}
