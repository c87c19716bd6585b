using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using OcrService.Battery.Attacks;

namespace OcrService.Battery.Tests;

/// <summary>The real program on a port of its own, with two workers, a queue of four and an account made at its start.</summary>
public sealed class RunningService : IAsyncLifetime
{
    private const string Project = "0123456789abcdef0123456789abcdef", User = "admin", Password = "battery-password";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _database = Path.Combine(AppContext.BaseDirectory, Guid.NewGuid().ToString("N") + ".db");
    private Process? _process;

    internal ServiceClient Client { get; private set; } = null!;

    internal int ProcessId => _process!.Id;

    public async Task InitializeAsync()
    {
        string url = $"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}";
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "OcrService.Api.dll"), "--urls", url, "--ConnectionStrings:Accounts", "Data Source=" + _database, "--Bootstrap:User", User,
                "--Bootstrap:Domain", User, "--Bootstrap:Password", Password, "--Bootstrap:ProjectId", Project, "--Recognition:Workers", "2", "--Recognition:QueueLength", "4",
            ])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        // Read to their end, so that the service never waits for its reader.
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = new Uri(url) };
        using var limit = new CancellationTokenSource(Patience);
        while (!await IsReadyAsync(http, limit.Token)) await Task.Delay(100, limit.Token);
        Client = await ServiceClient.ConnectAsync(new ServiceAddress(new Uri(url), Project, User, Password, User), limit.Token);
    }

    public async Task DisposeAsync()
    {
        Client?.Dispose();
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        foreach (string suffix in (string[])["", "-wal", "-shm"]) File.Delete(_database + suffix);
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
            return ready.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
