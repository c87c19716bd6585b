using System.Security.Cryptography.X509Certificates;
using Npgsql;
using OcrService.Api.Tests.Support;

namespace OcrService.Api.Tests.WholePath.Replicas;

/// <summary>Services on one database. Tests may end them; the next one finds others in their place.</summary>
public abstract class ServiceGroup : IAsyncLifetime
{
    /// <summary>The default, which the documentation promises as the most a killed process loses.</summary>
    internal static readonly TimeSpan FlushInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>Calls a minute of a user who has no limit of his own.</summary>
    internal const int CallsPerMinute = 10;

    private readonly List<ServiceProcess> _services = [];

    internal IReadOnlyList<ServiceProcess> All => _services;

    internal ServiceProcess First => _services[0];

    internal ServiceProcess Last => _services[^1];

    public virtual Task InitializeAsync() => StartAsync(TestAccount.NewDatabase(), 1);

    public virtual async Task DisposeAsync()
    {
        foreach (ServiceProcess service in _services)
            await service.DisposeAsync();
    }

    /// <summary>Puts new services in the place of those that have ended.</summary>
    internal async Task HealAsync()
    {
        for (int i = 0; i < _services.Count; i++)
        {
            if (!_services[i].HasExited)
                continue;

            await _services[i].DisposeAsync();
            _services[i] = await StartOneAsync();
        }
    }

    private protected string Database { get; private set; } = "";

    private protected async Task StartAsync(string database, int count)
    {
        Database = database;
        _services.AddRange(await Task.WhenAll(Enumerable.Range(0, count).Select(_ => StartOneAsync())));

        // The tests call with the operator's keys more often than the limit allows.
        string id = (await Customer.ManageAsync(First, HttpMethod.Get, "me"))["user"]!["id"]!.GetValue<string>();
        await Customer.ManageAsync(First, HttpMethod.Patch, "users/" + id, new() { ["calls_per_minute"] = 0 });
    }

    private protected virtual IEnumerable<(string Key, string Value)> Settings =>
    [
        ("Recognition:Workers", "1"),
        ("Recognition:QueueLength", "300"),
        ("Recognition:Timeout", "00:01:00"),
        ("Metering:FlushInterval", FlushInterval.ToString()),
        ("Metering:CallsPerMinute", $"{CallsPerMinute}"),
    ];

    private Task<ServiceProcess> StartOneAsync() => ServiceProcess.StartAsync(Database, [.. Settings]);
}

/// <summary>One service on a file, over http and https.</summary>
public sealed class SqliteService : ServiceGroup
{
    private static readonly string CertificateFile = Path.Combine(AppContext.BaseDirectory, "service.p12");

    /// <summary>Its certificate, which nobody vouches for.</summary>
    internal X509Certificate2 Certificate { get; private set; } = null!;

    internal Uri Https => First.Addresses.Single(a => a.Scheme == "https");

    private protected override IEnumerable<(string Key, string Value)> Settings =>
    [
        .. base.Settings,
        ("Kestrel:Endpoints:Http:Url", "http://127.0.0.1:0"),
        ("Kestrel:Endpoints:Https:Url", "https://127.0.0.1:0"),
        ("Kestrel:Endpoints:Https:Certificate:Path", CertificateFile),
        ("Kestrel:Endpoints:Https:Certificate:Password", TestCertificate.Password),
    ];

    public override Task InitializeAsync()
    {
        Certificate = TestCertificate.Write(CertificateFile);
        return base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        TestAccount.Delete(Database);
        Certificate.Dispose();
        File.Delete(CertificateFile);
    }
}

/// <summary>Two services that are started at the same time on one empty PostgreSQL database.</summary>
public sealed class PostgresReplicas : ServiceGroup
{
    /// <summary>Where databases can be made; null: nowhere.</summary>
    internal static string? Server { get; } = Environment.GetEnvironmentVariable("TEST_PG") is { Length: > 0 } text ? text : null;

    private readonly string _name = "replicas_" + Guid.NewGuid().ToString("N");

    public override async Task InitializeAsync()
    {
        // Its tests are skipped then.
        if (Server is null)
            return;

        await QueryAsync("CREATE DATABASE " + _name);
        await StartAsync(new NpgsqlConnectionStringBuilder(Server) { Database = _name }.ConnectionString, 2);
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        if (Server is not null)
            await QueryAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    /// <summary>How many connections the services hold. They keep for minutes what a rush has made them open.</summary>
    internal async Task<long> ConnectionsAsync() => (long)(await QueryAsync($"SELECT count(*) FROM pg_stat_activity WHERE datname = '{_name}'"))!;

    private static async Task<object?> QueryAsync(string statement)
    {
        await using NpgsqlDataSource server = NpgsqlDataSource.Create(Server!);
        await using NpgsqlCommand command = server.CreateCommand(statement);
        return await command.ExecuteScalarAsync();
    }
}

/// <summary>Runs after what runs in parallel, one test at a time: processes of their own take processors and memory.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ReplicaRun : ICollectionFixture<PostgresReplicas>
{
    public const string Name = "replicas";
}

/// <summary>As <see cref="ReplicaRun"/>, with one service.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessRun : ICollectionFixture<SqliteService>
{
    public const string Name = "service process";
}

/// <summary>A test that is skipped, with the reason in the report, where there is no PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresReplicas.Server is null ? "TEST_PG names no PostgreSQL (eng/postgres.sh starts one)" : null;
}
