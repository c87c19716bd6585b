using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace OcrService.Accounts.Storage;

/// <summary>Which database, by its connection string: <c>Host=...</c> is PostgreSQL, <c>Data Source=FILE</c> SQLite.</summary>
internal static class AccountsDatabase
{
    /// <summary>Npgsql's own, which stands for "not given".</summary>
    private const int DefaultPoolSize = 100;

    private const int PoolSize = 20;

    /// <summary>Npgsql's own limits of a statement and of a cancellation, in seconds and milliseconds, which stand for "not given".</summary>
    private const int DefaultCommandTimeout = 30, DefaultCancellationTimeout = 2000;

    /// <summary>Seconds for a statement of reports and management; calls wait for less.</summary>
    private const int CommandTimeout = 15;

    public static bool IsPostgres(string connectionString) =>
        new DbConnectionStringBuilder { ConnectionString = connectionString }.ContainsKey("Host");

    /// <summary>Sets up contexts.</summary>
    /// <param name="builder">What is configured.</param>
    /// <param name="connectionString">Which database.</param>
    /// <param name="timeout">How long a statement waits for a SQLite file that is locked.</param>
    public static void Configure(DbContextOptionsBuilder builder, string connectionString, TimeSpan timeout)
    {
        if (IsPostgres(connectionString))
            builder.UseNpgsql(Bounded(connectionString));
        else
            builder.UseSqlite(Bounded(connectionString, timeout)).AddInterceptors(new SqliteTuning(timeout));

        builder.ConfigureWarnings(w => w

            // There is no model snapshot, since both databases share the migrations; a test compares model and database instead.
            .Ignore(RelationalEventId.PendingModelChangesWarning)

            // Who asked is told by an exception and says in the log what it means; some statements fail by design.
            .Log(
                (RelationalEventId.ConnectionError, LogLevel.Debug),
                (RelationalEventId.CommandError, LogLevel.Debug),
                (RelationalEventId.TransactionError, LogLevel.Debug),
                (CoreEventId.QueryIterationFailed, LogLevel.Debug),
                (CoreEventId.SaveChangesFailed, LogLevel.Debug)));
    }

    /// <summary>Looks at the form only.</summary>
    /// <exception cref="AccountsStartException">It cannot be understood.</exception>
    public static void Check(string connectionString)
    {
        try
        {
            _ = NameOf(connectionString);
        }
        catch (ArgumentException e)
        {
            throw new AccountsStartException($"ConnectionStrings:Accounts cannot be understood: {e.Message}", e);
        }
    }

    /// <summary>What a person calls the database: host and name, or the file; no password.</summary>
    public static string NameOf(string connectionString)
    {
        if (!IsPostgres(connectionString))
            return new SqliteConnectionStringBuilder(connectionString).DataSource;

        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        return $"{builder.Host}:{builder.Port}/{builder.Database}";
    }

    /// <summary>
    /// Several replicas share what a server takes by default, which is 100 connections; one request needs one for a millisecond. A statement
    /// on a server that hangs ends some time.
    /// </summary>
    private static string Bounded(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        if (builder.MaxPoolSize == DefaultPoolSize)
            builder.MaxPoolSize = PoolSize;
        if (builder.CommandTimeout == DefaultCommandTimeout)
            builder.CommandTimeout = CommandTimeout;
        if (builder.CancellationTimeout == DefaultCancellationTimeout)
            builder.CancellationTimeout = -1;
        return builder.ConnectionString;
    }

    /// <summary>The provider's limit comes in seconds, and a locked file is waited for by the library below it, see <see cref="SqliteTuning"/>.</summary>
    private static string Bounded(string connectionString, TimeSpan timeout) =>
        new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = (int)Math.Ceiling(timeout.TotalSeconds) }.ConnectionString;

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
    private sealed class SqliteTuning(TimeSpan timeout) : DbConnectionInterceptor
    {
        private readonly string _pragmas = string.Create(
            CultureInfo.InvariantCulture,
            $"PRAGMA busy_timeout = {(long)timeout.TotalMilliseconds}; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;");

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using DbCommand command = connection.CreateCommand();
            command.CommandText = _pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using DbCommand command = connection.CreateCommand();
            command.CommandText = _pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
