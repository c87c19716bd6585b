using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace OcrService.Accounts.Storage;

/// <summary>Which database, by its connection string: <c>Host=...</c> is PostgreSQL, <c>Data Source=FILE</c> SQLite.</summary>
internal static class AccountsDatabase
{
    public static bool IsPostgres(string connectionString) =>
        new DbConnectionStringBuilder { ConnectionString = connectionString }.ContainsKey("Host");

    public static void Configure(DbContextOptionsBuilder builder, string connectionString)
    {
        if (IsPostgres(connectionString))
            builder.UseNpgsql(connectionString);
        else
            builder.UseSqlite(connectionString).AddInterceptors(SqliteTuning.Instance);

        // There is no model snapshot, since both databases share the migrations; a test compares model and database instead.
        builder.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));
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

        private const string Pragmas = "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;";

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
