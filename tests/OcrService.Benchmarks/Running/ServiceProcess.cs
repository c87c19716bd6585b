using System.Diagnostics;
using System.Text.RegularExpressions;
using OcrService.Benchmarks.Readers;

namespace OcrService.Benchmarks.Running;

/// <summary>The published service as a process of its own on a free port, with known credentials and accounts of its own unless it shares a database.</summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60), StopPatience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly DirectoryInfo _folder;
    private Task _drain = Task.CompletedTask;

    private ServiceProcess(Process process, DirectoryInfo folder)
    {
        _process = process;
        _folder = folder;
    }

    public Uri Url { get; private set; } = null!;

    public int Pid => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Starts the service and waits until it is ready.</summary>
    /// <param name="setup">What is started.</param>
    /// <param name="database">Connection string; null for a file of its own.</param>
    /// <param name="settings">Settings, for example <c>Recognition:Workers=1</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">It does not start.</exception>
    public static async Task<ServiceProcess> StartAsync(ServiceSetup setup, string? database, IEnumerable<string> settings, CancellationToken cancellationToken)
    {
        setup.Check();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("ocr-service-measured-");
        var start = new ProcessStartInfo("dotnet", [Path.GetFullPath(setup.Program)]) { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = setup.Folder };
        string[] common =
        [
            $"ConnectionStrings:Accounts={database ?? $"Data Source={Path.Combine(folder.FullName, "accounts.db")}"}",
            $"Recognition:ModelPath={Path.GetFullPath(setup.Models)}",
            $"Bootstrap:User={ServiceSetup.User}", $"Bootstrap:Password={ServiceSetup.Password}", $"Bootstrap:ProjectId={ServiceSetup.ProjectId}",
            $"Bootstrap:AccessKey={ServiceSetup.AccessKey}", $"Bootstrap:SecretKey={ServiceSetup.SecretKey}",
            "urls=http://127.0.0.1:0",
        ];
        foreach (string setting in common.Concat(settings))
        {
            string[] pair = setting.Split('=', 2);
            start.Environment[pair[0].Replace(":", "__", StringComparison.Ordinal)] = pair[1];
        }

        var service = new ServiceProcess(Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started."), folder);
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(StartPatience);
            service.Url = await service.ListenAsync(patience.Token);
            await service.WaitUntilReadyAsync(patience.Token);
            return service;
        }
        catch
        {
            // Nobody else has the process to end it; whoever measures sees the failure itself.
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>A signed-in client of this service, or of a gateway before it.</summary>
    public Task<ServiceReader> ConnectAsync(CancellationToken cancellationToken, Uri? through = null) => ServiceReader.ConnectAsync(
        new ServiceAddress(through ?? Url, ServiceSetup.ProjectId, Token: null, ServiceSetup.User, ServiceSetup.Password, Domain: null), cancellationToken);

    /// <summary>SIGTERM: the process ends by itself.</summary>
    public void Terminate() => _process.Signal("TERM");

    /// <summary>SIGKILL: the process has no say in it.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits for the end. The exit code.</summary>
    public async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(StopPatience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!HasExited)
        {
            Terminate();
            await _process.WaitOrKillAsync(StopPatience);
        }

        await _drain;
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>Takes the address from the log, and reads on to its end, so that the service never waits for its reader.</summary>
    private async Task<Uri> ListenAsync(CancellationToken cancellationToken)
    {
        Uri? address = null;
        List<string> lines = [];
        while (await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            lines.Add(line);
            if (Listening().Match(line) is { Success: true } match) address = new Uri(match.Groups[1].Value);
            if (address is null || !line.Contains("Application started", StringComparison.Ordinal)) continue;
            _drain = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            return address;
        }

        throw new InvalidOperationException("The service does not start:\n" + string.Join('\n', lines));
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = Url };
        while (true)
        {
            using HttpResponseMessage ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
            if (ready.IsSuccessStatusCode) return;
            await Task.Delay(50, cancellationToken);
        }
    }

    [GeneratedRegex(@"Now listening on\b.*?(http://[0-9.]+:\d+)")]
    private static partial Regex Listening();
}
