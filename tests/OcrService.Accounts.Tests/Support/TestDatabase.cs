using Microsoft.Data.Sqlite;
using Npgsql;

namespace OcrService.Accounts.Tests.Support;

/// <summary>A database of its own, empty at first and removed in the end: a file beside the tests, or one on the server that TEST_PG names.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("TEST_PG") is { Length: > 0 } given ? given : null;

    private readonly string _name = "accounts_" + Guid.NewGuid().ToString("N");

    private TestDatabase(Engine engine)
    {
        Engine = engine;
        ConnectionString = engine == Engine.Sqlite
            ? $"Data Source={File}"
            : new NpgsqlConnectionStringBuilder(Server) { Database = _name }.ConnectionString;
    }

    public static string? WhyNoPostgres => Server is null ? "TEST_PG names no PostgreSQL server (eng/postgres.sh starts one)" : null;

    public Engine Engine { get; }

    public string ConnectionString { get; }

    /// <summary>Path of the SQLite database.</summary>
    public string File => Path.Combine(AppContext.BaseDirectory, _name + ".db");

    public static async Task<TestDatabase> CreateAsync(Engine engine)
    {
        var database = new TestDatabase(engine);
        if (engine == Engine.Postgres)
            await OnServerAsync($"CREATE DATABASE {database._name}");
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        if (Engine == Engine.Postgres)
        {
            await OnServerAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
            return;
        }

        using (var connection = new SqliteConnection(ConnectionString))
            SqliteConnection.ClearPool(connection);
        foreach (string ending in new[] { "", "-wal", "-shm" })
            System.IO.File.Delete(File + ending);
    }

    private static async Task OnServerAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
