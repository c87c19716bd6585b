using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace OcrService.Benchmarks.Running;

/// <summary>nginx with the repository's own configuration: only addresses and folders are put in.</summary>
internal sealed partial class GatewayProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private GatewayProcess(Process process, DirectoryInfo folder, Uri url)
    {
        _process = process;
        _folder = folder;
        Url = url;
    }

    public Uri Url { get; }

    /// <summary>Starts nginx in front of the replicas.</summary>
    /// <param name="configuration">The file <c>deploy/nginx.conf</c>.</param>
    /// <param name="replicas">The replicas.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">nginx is not installed or does not start.</exception>
    public static async Task<GatewayProcess> StartAsync(string configuration, IReadOnlyList<Uri> replicas, CancellationToken cancellationToken)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("ocr-gateway-measured-");
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        string file = Path.Combine(folder.FullName, "nginx.conf");
        await File.WriteAllTextAsync(file, Fill(await File.ReadAllTextAsync(configuration, cancellationToken), folder.FullName, url, replicas), cancellationToken);
        GatewayProcess? gateway = null;
        try
        {
            gateway = new GatewayProcess(Process.Start(new ProcessStartInfo("nginx", ["-c", file, "-g", "daemon off;"]) { UseShellExecute = false })!, folder, url);
            await gateway.WaitUntilReadyAsync(cancellationToken);
            return gateway;
        }
        catch (Win32Exception e)
        {
            folder.Delete(recursive: true);
            throw new InvalidOperationException("nginx is not installed (Debian and Ubuntu: apt-get install nginx-light).", e);
        }
        catch
        {
            // Nobody else has the process to end it; whoever measures sees the failure itself.
            if (gateway is not null) await gateway.DisposeAsync();
            throw;
        }
    }

    /// <summary>The configuration with other addresses, and with one server line for each replica.</summary>
    internal static string Fill(string configuration, string folder, Uri url, IReadOnlyList<Uri> replicas)
    {
        string terms = Server().Match(configuration).Groups["terms"].Value;
        string servers = string.Concat(replicas.Select(r => $"        server {r.Authority}{terms};\n"));
        string filled = Servers().Replace(configuration, servers, 1);
        return filled.Replace("listen 8080;", $"listen {url.Authority};", StringComparison.Ordinal).Replace("/tmp/", folder + "/", StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Signal("QUIT");
            await _process.WaitOrKillAsync(TimeSpan.FromSeconds(10));
        }

        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = Url };
        for (int i = 0; i < 100 && !_process.HasExited; i++)
        {
            try
            {
                using HttpResponseMessage ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
                if (ready.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(50, cancellationToken);
        }

        throw new InvalidOperationException("The gateway does not start.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"^ *server ocr-a:8080(?<terms>.*);\n", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Server();

    [GeneratedRegex(@"(?:^ *server ocr-[a-z]:8080.*;\n)+", RegexOptions.Multiline)]
    private static partial Regex Servers();
}
