using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OcrService.Accounts.Storage;

namespace OcrService.Accounts.Identity;

/// <summary>
/// Counts failures in a row by subject and source. A subject is locked only where the failures come from: a stranger elsewhere cannot
/// keep a customer out, and what is refused while locked neither counts nor prolongs.
/// </summary>
internal sealed class Lockout(IDbContextFactory<AccountsContext> contexts, TimeProvider time, IOptions<LockoutOptions> options)
{
    private readonly int _limit = options.Value.Failures;
    private readonly TimeSpan _duration = options.Value.Duration;

    public async Task<LockState> StateAsync(AccountsContext db, string subject, string source, CancellationToken cancellationToken) =>
        await db.FailureCounts.AsNoTracking().FirstOrDefaultAsync(f => f.Subject == subject && f.Source == source, cancellationToken) switch
        {
            null => LockState.Clean,
            { } count when count.LockedUntil > time.GetUtcNow() => LockState.Locked,
            _ => LockState.Counting,
        };

    /// <summary>One statement, so that replicas count together.</summary>
    public async Task CountFailureAsync(string subject, string source, CancellationToken cancellationToken)
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        long lockedUntil = now + (long)_duration.TotalMilliseconds, forgotten = now - (long)_duration.TotalMilliseconds;
        await using AccountsContext db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO failure_counts (subject, source, failures, last_at, locked_until)
            VALUES ({subject}, {source}, 1, {now}, CASE WHEN {_limit} <= 1 THEN {lockedUntil} ELSE 0 END)
            ON CONFLICT (subject, source) DO UPDATE SET
                failures = CASE WHEN failure_counts.last_at <= {forgotten} OR failure_counts.locked_until > 0
                    THEN 1 ELSE failure_counts.failures + 1 END,
                locked_until = CASE
                    WHEN failure_counts.locked_until > {now} THEN failure_counts.locked_until
                    WHEN {_limit} <= 1 THEN {lockedUntil}
                    WHEN failure_counts.last_at <= {forgotten} OR failure_counts.locked_until > 0 THEN 0
                    WHEN failure_counts.failures + 1 >= {_limit} THEN {lockedUntil} ELSE 0 END,
                last_at = {now}
            """,
            cancellationToken);
    }

    /// <summary>A success ends the row of failures.</summary>
    public static Task ForgetAsync(AccountsContext db, string subject, string source, CancellationToken cancellationToken) =>
        db.FailureCounts.Where(f => f.Subject == subject && f.Source == source).ExecuteDeleteAsync(cancellationToken);
}

internal enum LockState
{
    /// <summary>No failures on record.</summary>
    Clean,

    /// <summary>Failures are on record; a success removes them.</summary>
    Counting,

    Locked,
}
