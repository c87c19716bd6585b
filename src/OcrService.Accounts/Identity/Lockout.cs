using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OcrService.Accounts.Storage;
using OcrService.Documents;

namespace OcrService.Accounts.Identity;

/// <summary>
/// Counts failures in a row by subject and source. A subject is locked only where the failures come from: a stranger elsewhere cannot
/// keep a customer out, and what is refused while locked neither counts nor prolongs. While the database is away every replica counts for itself.
/// </summary>
internal sealed class Lockout(DatabaseGate gate, TimeProvider time, IOptions<LockoutOptions> options)
{
    /// <summary>Subjects and sources that are counted in memory.</summary>
    private const int MostInMemory = 10_000;

    /// <summary>
    /// By how much the clocks of replicas may differ. A row from further ahead was written under a clock that was set back since; it locks
    /// nobody, who would else stay locked until that time comes again.
    /// </summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    private readonly int _limit = options.Value.Failures;
    private readonly TimeSpan _duration = options.Value.Duration;

    /// <summary>Failures in a row while the database is away; a lock lasts from the last of them.</summary>
    private readonly Recent<(string Subject, string Source), int> _failures = new(MostInMemory, options.Value.Duration, time);

    /// <summary>Ends of the locks that the database told of.</summary>
    private readonly Recent<(string Subject, string Source), DateTimeOffset> _locks = new(MostInMemory, options.Value.Duration, time);

    public async Task<LockState> StateAsync(AccountsContext db, string subject, string source, CancellationToken cancellationToken)
    {
        FailureCount? count = await db.FailureCounts.AsNoTracking()
            .FirstOrDefaultAsync(f => f.Subject == subject && f.Source == source, cancellationToken);
        if (count is not null)
            _locks.Put((subject, source), count.LockedUntil);
        if ((count is not null && IsAhead(count.LockedUntil)) || HasFailedInMemory(subject, source))
            return LockState.Locked;

        return count is null ? LockState.Clean : LockState.Counting;
    }

    /// <summary>The state while the database is away.</summary>
    public LockState StateInMemory(string subject, string source) =>
        HasFailedInMemory(subject, source) || (_locks.TryGet((subject, source), out DateTimeOffset end) && IsAhead(end)) ? LockState.Locked : LockState.Clean;

    /// <summary>One statement, so that replicas count together.</summary>
    public async Task CountFailureAsync(string subject, string source, CancellationToken cancellationToken)
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds(), duration = (long)_duration.TotalMilliseconds, skew = (long)Skew.TotalMilliseconds;
        long lockedUntil = now + duration, forgotten = now - duration, unreal = lockedUntil + skew, ahead = now + skew;
        Outcome<bool> counted = await gate.AskAsync<bool>(
            async (db, token) => await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO failure_counts (subject, source, failures, last_at, locked_until)
                VALUES ({subject}, {source}, 1, {now}, CASE WHEN {_limit} <= 1 THEN {lockedUntil} ELSE 0 END)
                ON CONFLICT (subject, source) DO UPDATE SET
                    failures = CASE WHEN failure_counts.last_at <= {forgotten} OR failure_counts.last_at > {ahead} OR failure_counts.locked_until > 0
                        THEN 1 ELSE failure_counts.failures + 1 END,
                    locked_until = CASE
                        WHEN failure_counts.locked_until > {now} AND failure_counts.locked_until <= {unreal} THEN failure_counts.locked_until
                        WHEN {_limit} <= 1 THEN {lockedUntil}
                        WHEN failure_counts.last_at <= {forgotten} OR failure_counts.last_at > {ahead} OR failure_counts.locked_until > 0 THEN 0
                        WHEN failure_counts.failures + 1 >= {_limit} THEN {lockedUntil} ELSE 0 END,
                    last_at = {now}
                """,
                token) > 0,
            cancellationToken);
        if (!counted.Succeeded(out _, out _))
            _failures.Change((subject, source), 0, failures => failures + 1);
    }

    /// <summary>A success ends the row of failures.</summary>
    public static Task ForgetAsync(AccountsContext db, string subject, string source, CancellationToken cancellationToken) =>
        db.FailureCounts.Where(f => f.Subject == subject && f.Source == source).ExecuteDeleteAsync(cancellationToken);

    /// <summary>A success ends the row of failures that was counted in memory.</summary>
    public void ForgetInMemory(string subject, string source) => _failures.Remove((subject, source));

    private bool HasFailedInMemory(string subject, string source) => _failures.TryGet((subject, source), out int failures) && failures >= _limit;

    private bool IsAhead(DateTimeOffset lockedUntil) => time.GetUtcNow() is var now && lockedUntil > now && lockedUntil <= now + _duration + Skew;
}

internal enum LockState
{
    /// <summary>No failures on record.</summary>
    Clean,

    /// <summary>Failures are on record; a success removes them.</summary>
    Counting,

    Locked,
}
