using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using OcrService.Accounts.Billing;
using OcrService.Accounts.Identity;
using OcrService.Accounts.Storage;
using OcrService.Documents;

namespace OcrService.Accounts.Metering;

/// <summary>
/// Writes counted calls: who pays for them (free allowance, then packages by their end, then pay-per-use) and what they cost. A batch is
/// one transaction and carries an id, so that it may be written again when nobody knows whether it arrived.
/// </summary>
internal sealed class UsageLedger(DatabaseGate gate, PriceList prices, TimeProvider time)
{
    /// <summary>How long a batch's id is known. One that lies in a journal may be found again much later.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1), RememberedOfJournal = TimeSpan.FromDays(400);

    private readonly IDbContextFactory<AccountsContext> _contexts = gate;

    /// <summary>Whether the database can be written; true while nobody has found it away, else it is tried, for a short time.</summary>
    public async Task<bool> IsWritableAsync(CancellationToken cancellationToken) =>
        !gate.IsAway || await gate.ProbeAsync(TouchAsync, cancellationToken);

    /// <summary>Writes a batch unless it was written before. Throws what the database throws.</summary>
    public async Task WriteAsync(Batch batch, CancellationToken cancellationToken)
    {
        try
        {
            await gate.WaitAsync(WriteOnceAsync(batch, cancellationToken), TouchAsync, cancellationToken);
        }
        catch (Exception e) when (DatabaseFailures.IsAway(e))
        {
            gate.Lost(e);
            throw;
        }
    }

    /// <summary>Removes what only guards the present: old batch ids, lapsed reservations, stale requests, old failures, past minutes.</summary>
    public Task PruneAsync(CancellationToken cancellationToken) => gate.WaitAsync(PruneAllAsync(cancellationToken), TouchAsync, cancellationToken);

    private async Task PruneAllAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow(), dayAgo = now - Remembered;
        await using AccountsContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        await db.WrittenBatches.Where(b => b.WrittenAt < dayAgo).ExecuteDeleteAsync(cancellationToken);
        DateTimeOffset last = now + CallAdmission.ReservationLifetime + CallAdmission.Skew;
        await db.Reservations.Where(r => r.ExpiresAt < now || r.ExpiresAt > last).ExecuteDeleteAsync(cancellationToken);
        await db.SeenRequests.Where(s => s.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        await db.FailureCounts.Where(f => f.LastAt < dayAgo && f.LockedUntil < now).ExecuteDeleteAsync(cancellationToken);
        await db.MinuteCalls.Where(m => m.Minute < dayAgo).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Locks the project's row until the transaction ends: from here on this writer alone counts for it, on any replica.</summary>
    public static Task<int> LockAsync(AccountsContext db, string projectId, CancellationToken cancellationToken) =>
        db.Projects.Where(p => p.Id == projectId)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.LedgerVersion, x => x.LedgerVersion + 1), cancellationToken);

    /// <summary>The smallest thing to write: one row, always the same.</summary>
    private async Task<Outcome<bool>> TouchAsync(AccountsContext db, CancellationToken cancellationToken)
    {
        string id = Guid.Empty.ToString();
        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO written_batches (id, written_at) VALUES ({id}, {time.GetUtcNow().ToUnixTimeMilliseconds()})
            ON CONFLICT (id) DO UPDATE SET written_at = excluded.written_at
            """,
            cancellationToken) > 0;
    }

    private async Task WriteOnceAsync(Batch batch, CancellationToken cancellationToken)
    {
        await using AccountsContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        DateTimeOffset now = time.GetUtcNow() + (batch.IsJournaled ? RememberedOfJournal - Remembered : TimeSpan.Zero);
        int added = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO written_batches (id, written_at) VALUES ({batch.Id.ToString()}, {now.ToUnixTimeMilliseconds()})
            ON CONFLICT (id) DO NOTHING
            """,
            cancellationToken);
        if (added == 0)
            return;

        // In one order everywhere, so that replicas wait for each other and never for ever.
        foreach (IGrouping<string, KeyValuePair<CountedCall, long>> project in batch.Calls.GroupBy(c => c.Key.Call.ProjectId).OrderBy(g => g.Key, StringComparer.Ordinal))
            await WriteProjectAsync(db, project.Key, [.. project.OrderBy(c => c.Key.Minute)], cancellationToken);

        // In parts, since a statement holds only so many parameters.
        foreach (Guid[] settled in batch.Settled.Chunk(1000))
            await db.Reservations.Where(r => settled.Contains(r.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task WriteProjectAsync(
        AccountsContext db, string projectId, KeyValuePair<CountedCall, long>[] calls, CancellationToken cancellationToken)
    {
        await LockAsync(db, projectId, cancellationToken);
        Project? project = await db.Projects.AsNoTracking().FirstOrDefaultAsync(p => p.Id == projectId, cancellationToken);
        if (project is null)
            return;

        DateTimeOffset first = calls[0].Key.Minute;
        List<Package> packages = await db.Packages.Where(p => p.ProjectId == projectId && p.Used < p.Quota && p.ExpiresAt > first)
            .InOrderOfUse().ToListAsync(cancellationToken);
        foreach ((CountedCall counted, long count) in calls)
        {
            (AnsweredCall call, DateTimeOffset minute) = counted;
            UsageMinute row = await RowAsync(db, call, minute, cancellationToken);
            row.Calls += count;
            if (call.IsBillable)
                await ShareAsync(db, project, packages, row, count, cancellationToken);
        }
    }

    private async Task ShareAsync(
        AccountsContext db, Project project, List<Package> packages, UsageMinute row, long count, CancellationToken cancellationToken)
    {
        int month = MonthUse.MonthOf(row.Minute);
        MonthUse use = await db.MonthUses.FindAsync([project.Id, row.Api, month], cancellationToken)
            ?? db.MonthUses.Add(new MonthUse { ProjectId = project.Id, Api = row.Api, Month = month }).Entity;

        long free = Math.Clamp(prices.FreeCallsPerMonth(row.Api) - use.Free, 0, count);
        use.Free += free;
        row.Free += free;
        count -= free;

        foreach (Package package in packages.Where(p => p.IsGoodFor(row.Api) && p.StartsAt < row.Minute.AddMinutes(1) && p.ExpiresAt > row.Minute))
        {
            long taken = Math.Min(count, package.Left);
            package.Used += taken;
            row.Packaged += taken;
            count -= taken;
        }

        if (project.IsPayPerUse)
        {
            row.PayPerUse += count;
            row.ChargeMicros += prices.ChargeMicros(row.Api, use.PayPerUse, count);
            use.PayPerUse += count;
        }
        else
        {
            // Its reservation held when the call was let in, and the package ended before the answer: the project does not pay for that.
            row.Free += count;
        }
    }

    private static async Task<UsageMinute> RowAsync(AccountsContext db, AnsweredCall call, DateTimeOffset minute, CancellationToken cancellationToken) =>
        await db.UsageMinutes.FindAsync([call.ProjectId, minute, call.Api, call.Outcome], cancellationToken)
        ?? db.UsageMinutes.Add(new UsageMinute { ProjectId = call.ProjectId, Minute = minute, Api = call.Api, Outcome = call.Outcome }).Entity;
}

/// <summary>A call in the minute in which it was answered.</summary>
internal readonly record struct CountedCall(AnsweredCall Call, DateTimeOffset Minute);

/// <summary>Calls to be written together.</summary>
/// <param name="Id">Under which they are written once.</param>
/// <param name="Calls">How many of each.</param>
/// <param name="Settled">Reservations that are no longer needed.</param>
internal sealed record Batch(Guid Id, IReadOnlyDictionary<CountedCall, long> Calls, IReadOnlyList<Guid> Settled)
{
    /// <summary>Whether a journal holds it too.</summary>
    public bool IsJournaled { get; init; }

    public long Count => Calls.Values.Sum();
}
