using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using OcrService.Api.Tests.Support;

namespace OcrService.Api.Tests.WholePath;

/// <summary>The real service as a process of its own, on a port of its own; an empty database gets the account of <see cref="TestAccount"/>.</summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = [];

    private ServiceProcess(Process process) => _process = process;

    /// <summary>Where it listens, in the order of its settings.</summary>
    public IReadOnlyList<Uri> Addresses { get; private set; } = [];

    /// <summary>A client of the first address, without credentials.</summary>
    public HttpClient Client { get; private set; } = null!;

    public bool HasExited => _process.HasExited;

    /// <summary>Starts the service and waits until it is ready.</summary>
    /// <param name="database">Connection string.</param>
    /// <param name="settings">Settings beside those that every test wants.</param>
    public static async Task<ServiceProcess> StartAsync(string database, params (string Key, string Value)[] settings)
    {
        var service = new ServiceProcess(new Process { StartInfo = InfoOf(database, settings) });
        try
        {
            service.Addresses = await service.ListenAsync();
            service.Client = new HttpClient { BaseAddress = service.Addresses[0], Timeout = Patience };
            await service.WaitUntilReadyAsync();
            return service;
        }
        catch
        {
            // Nobody else has the process to end it; the test sees the failure itself.
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>How to start the service by hand.</summary>
    /// <param name="database">Connection string.</param>
    /// <param name="settings">Settings beside those that every test wants.</param>
    public static ProcessStartInfo InfoOf(string database, params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        (string Key, string Value)[] common =
        [
            ("ConnectionStrings:Accounts", database),
            ("Bootstrap:Domain", TestAccount.Domain),
            ("Bootstrap:User", TestAccount.User),
            ("Bootstrap:Password", TestAccount.Password),
            ("Bootstrap:AccessKey", TestAccount.AccessKey),
            ("Bootstrap:SecretKey", TestAccount.SecretKey),
            ("Bootstrap:ProjectId", TestAccount.ProjectId),
            ("Bootstrap:Region", TestAccount.Region),
        ];
        foreach ((string key, string value) in common.Concat(settings))
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        if (!settings.Any(s => s.Key.StartsWith("Kestrel:Endpoints", StringComparison.Ordinal)))
            start.Environment["urls"] = "http://127.0.0.1:0";
        return start;
    }

    /// <summary>SIGKILL: the process has no say in it.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>SIGTERM: the process ends by itself. The exit code.</summary>
    public async Task<int> StopAsync()
    {
        using Process kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!HasExited)
            await KillAsync();
        Client?.Dispose();
        _process.Dispose();
    }

    /// <summary>Reads both streams to their end, so that the service never waits for its reader, and takes the addresses from the log.</summary>
    private async Task<IReadOnlyList<Uri>> ListenAsync()
    {
        var addresses = new List<Uri>();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.OutputDataReceived += (_, line) =>
        {
            if (started.Task.IsCompleted || line.Data is null)
                return;

            _output.Enqueue(line.Data);
            if (Listening().Match(line.Data) is { Success: true } address)
                addresses.Add(new Uri(address.Groups[1].Value));
            if (line.Data.Contains("Application started", StringComparison.Ordinal))
                started.TrySetResult();
        };
        _process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => started.TrySetException(new InvalidOperationException("The service does not start."));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            await started.Task.WaitAsync(Patience);
        }
        catch (Exception e) when (e is InvalidOperationException or TimeoutException)
        {
            throw new InvalidOperationException(e.Message + "\n" + string.Join('\n', _output), e);
        }

        return addresses;
    }

    private async Task WaitUntilReadyAsync()
    {
        for (int i = 0; i < 600; i++)
        {
            using HttpResponseMessage ready = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            if (ready.IsSuccessStatusCode)
                return;

            await Task.Delay(50);
        }

        throw new TimeoutException("The service does not become ready.");
    }

    [GeneratedRegex(@"Now listening on\b.*?(https?://[0-9.]+:\d+)")]
    private static partial Regex Listening();
}
