using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace OcrService.Accounts.Storage;

/// <summary>Which database, by its connection string: <c>Host=...</c> is PostgreSQL, <c>Data Source=FILE</c> SQLite.</summary>
internal static class AccountsDatabase
{
    /// <summary>Npgsql's own, which stands for "not given".</summary>
    private const int DefaultPoolSize = 100;

    private const int PoolSize = 20;

    public static bool IsPostgres(string connectionString) =>
        new DbConnectionStringBuilder { ConnectionString = connectionString }.ContainsKey("Host");

    public static void Configure(DbContextOptionsBuilder builder, string connectionString)
    {
        if (IsPostgres(connectionString))
            builder.UseNpgsql(Bounded(connectionString));
        else
            builder.UseSqlite(connectionString).AddInterceptors(SqliteTuning.Instance);

        // There is no model snapshot, since both databases share the migrations; a test compares model and database instead.
        builder.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));
    }

    /// <summary>Several replicas share what a server takes by default, which is 100 connections; one request needs one for a millisecond.</summary>
    private static string Bounded(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        if (builder.MaxPoolSize == DefaultPoolSize)
            builder.MaxPoolSize = PoolSize;
        return builder.ConnectionString;
    }

    /// <summary>
    /// Makes a SQLite file ready for migrations by the one process that it belongs to. The journal's mode stays with the file. The lock of
    /// EF Core is a row that nobody removes when its process is killed, and the next start would wait for it for ever.
    /// </summary>
    public static async Task PrepareSqliteAsync(DbContext db, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        int locks = await db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(cancellationToken);
        if (locks > 0)
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancellationToken);
    }

    /// <summary>Whether the failure is that a row with this key is already there.</summary>
    public static bool IsDuplicate(DbUpdateException e) =>
        e.InnerException is SqliteException { SqliteErrorCode: 19, SqliteExtendedErrorCode: 1555 or 2067 }
            or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>
    /// A crash of the process loses nothing of what was committed; a power cut may lose the last commits, but never the file
    /// (https://sqlite.org/pragma.html#pragma_synchronous, WAL). Temporary tables stay off the disk. Who finds the file locked asks again
    /// after a millisecond or a few; left to the provider he would sleep 150 at once.
    /// </summary>
    private sealed class SqliteTuning : DbConnectionInterceptor
    {
        public static readonly SqliteTuning Instance = new();

        private const string Pragmas = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using DbCommand command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using DbCommand command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
