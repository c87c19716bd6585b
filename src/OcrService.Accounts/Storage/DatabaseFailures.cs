using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace OcrService.Accounts.Storage;

/// <summary>Tells a database that is away (not reachable, locked, full, read-only, damaged) from a statement that is wrong.</summary>
public static class DatabaseFailures
{
    /// <summary>Busy, locked, read-only, I/O error, corrupt, full, cannot open, not a database (https://sqlite.org/rescode.html).</summary>
    private static readonly HashSet<int> SqliteCodes = [5, 6, 8, 10, 11, 13, 14, 26];

    /// <summary>Connection, resources (disk full, too many connections), operator's intervention, system error (PostgreSQL, appendix A).</summary>
    private static readonly string[] PostgresClasses = ["08", "53", "57", "58"];

    /// <summary>Whether the database itself is the cause; the providers and EF Core wrap it in exceptions of their own.</summary>
    public static bool IsAway(Exception? e) => e switch
    {
        null => false,
        DatabaseAwayException => true,
        PostgresException p => PostgresClasses.Any(c => p.SqlState.StartsWith(c, StringComparison.Ordinal))
            || p.SqlState is PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.LockNotAvailable,
        NpgsqlException => true,
        SqliteException s => SqliteCodes.Contains(s.SqliteErrorCode),
        _ => IsAway(e.InnerException),
    };

    /// <summary>The provider's own words, without those of the layers above it.</summary>
    internal static string ReasonOf(Exception e)
    {
        Exception cause = e;
        while (cause is not (NpgsqlException or SqliteException) && cause.InnerException is { } inner)
            cause = inner;
        return cause.InnerException is SocketException or TimeoutException ? $"{cause.Message}: {cause.InnerException.Message}" : cause.Message;
    }
}

/// <summary>The database is away, and nobody tries again on behalf of this caller.</summary>
public sealed class DatabaseAwayException() : Exception("The accounts' database is away.");
