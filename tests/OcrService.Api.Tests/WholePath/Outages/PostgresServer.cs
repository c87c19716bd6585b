using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OcrService.Api.Tests.WholePath.Outages;

/// <summary>A PostgreSQL server of a test's own, which it may stop, freeze and start again.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private static readonly string? Binaries = Find();

    private readonly string _folder = "/tmp/ocr-outage-" + Guid.NewGuid().ToString("N")[..12];
    private readonly int _port = FreePort();

    private PostgresServer()
    {
    }

    /// <summary>Null where there is one.</summary>
    public static string? WhyNot => Binaries is null ? "PostgreSQL is not installed (Debian and Ubuntu: apt-get install postgresql)" : null;

    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Database=postgres;Username=ocr";

    public static async Task<PostgresServer> CreateAsync()
    {
        var server = new PostgresServer();
        Directory.CreateDirectory(server._folder);
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", "postgres:", server._folder);
        await CallAsync("initdb", "-D", server.Data, "-U", "ocr", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
        await server.StartAsync();
        return server;
    }

    public Task StartAsync() => CallAsync(
        "pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o",
        $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c fsync=off", "start");

    /// <summary>Connections break, and new ones are refused.</summary>
    public Task StopAsync() => CallAsync("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    /// <summary>SIGSTOP to all of it: connections stay, new ones are taken by the kernel, and nobody answers.</summary>
    public Task FreezeAsync() => SignalAsync("-STOP");

    public Task ThawAsync() => SignalAsync("-CONT");

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            await ThawAsync();
            await StopAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private async Task SignalAsync(string signal)
    {
        string first = (await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0];
        string children = await File.ReadAllTextAsync($"/proc/{first}/task/{first}/children");
        foreach (string id in (string[])[first, .. children.Split(' ', StringSplitOptions.RemoveEmptyEntries)])
        {
            // One whose client has left may be gone meanwhile.
            using Process kill = Process.Start("kill", [signal, id]);
            await kill.WaitForExitAsync();
        }
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static Task CallAsync(string program, params string[] arguments)
    {
        string path = Path.Combine(Binaries!, program);
        return Environment.IsPrivilegedProcess ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments]) : RunAsync(path, arguments);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // A server that is started keeps the streams it is given, so it is given none that somebody reads to the end.
        using Process process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}");
    }

    private static string? Find()
    {
        const string root = "/usr/lib/postgresql";
        string[] folders = Directory.Exists(root) ? Directory.GetDirectories(root) : [];
        return folders.OrderByDescending(f => int.Parse(Path.GetFileName(f), CultureInfo.InvariantCulture)).Select(f => Path.Combine(f, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
            .FirstOrDefault(f => File.Exists(Path.Combine(f, "initdb")) && File.Exists(Path.Combine(f, "pg_ctl")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A theory that is skipped, with the reason in the report, where PostgreSQL is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ServerTheoryAttribute : TheoryAttribute
{
    public ServerTheoryAttribute() => Skip = PostgresServer.WhyNot;
}
