using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using OcrService.Accounts.Billing;
using OcrService.Accounts.Identity;
using OcrService.Accounts.Storage;
using OcrService.Documents;

namespace OcrService.Accounts.Metering;

/// <summary>Whether an authenticated call is served: limit by the minute, the caller's right, subscription, quota, in the contract's order.</summary>
public sealed class CallAdmission
{
    /// <summary>How long a place of a quota is held for a call that never ends, for instance because its process was killed.</summary>
    internal static readonly TimeSpan ReservationLifetime = TimeSpan.FromMinutes(5);

    private readonly IDbContextFactory<AccountsContext> _contexts;
    private readonly PriceList _prices;
    private readonly TimeProvider _time;
    private readonly bool _isSubscribedByDefault;
    private readonly int _callsPerMinute;

    internal CallAdmission(IDbContextFactory<AccountsContext> contexts, PriceList prices, TimeProvider time, IOptions<MeteringOptions> options)
    {
        _contexts = contexts;
        _prices = prices;
        _time = time;
        _isSubscribedByDefault = options.Value.SubscribedByDefault;
        _callsPerMinute = options.Value.CallsPerMinute;
    }

    /// <summary>
    /// The verdict on a call. Faults: <see cref="AccountFaults.Throttled"/>, those of <see cref="Caller.RefusalFor"/>,
    /// <see cref="AccountFaults.NotSubscribed"/>, <see cref="AccountFaults.QuotaExhausted"/>.
    /// </summary>
    public async Task<Admission> AdmitAsync(Caller caller, string projectId, string api, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        await using AccountsContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        MinuteLimit? limit = await CountAsync(db, caller.User, api, cancellationToken);
        if (limit is { IsExceeded: true })
            return new Admission(AccountFaults.Throttled, limit, await IsOpenToAsync(db, caller, projectId, api, cancellationToken));

        ProjectState? state = await StateOfAsync(db, projectId, api, cancellationToken);
        if (caller.RefusalFor(AccessLevel.Call, state?.Project) is { } refusal)
            return new Admission(refusal, limit, IsMetered: false);
        if (!(state!.IsSubscribed ?? _isSubscribedByDefault))
            return new Admission(AccountFaults.NotSubscribed, limit, IsMetered: true);
        if (state.Project.IsPayPerUse)
            return new Admission(null, limit, IsMetered: true);

        Guid? reservation = await ReserveAsync(db, projectId, api, cancellationToken);
        return new Admission(reservation is null ? AccountFaults.QuotaExhausted : null, limit, IsMetered: true) { Reservation = reservation };
    }

    private static Task<ProjectState?> StateOfAsync(AccountsContext db, string projectId, string api, CancellationToken cancellationToken) =>
        db.Projects.Where(p => p.Id == projectId).Select(p => new ProjectState(
            p,
            db.Subscriptions.Where(s => s.ProjectId == projectId && s.Api == api).Select(s => (bool?)s.IsEnabled).FirstOrDefault()))
        .AsNoTracking().FirstOrDefaultAsync(cancellationToken);

    private static async Task<bool> IsOpenToAsync(AccountsContext db, Caller caller, string projectId, string api, CancellationToken cancellationToken) =>
        caller.RefusalFor(AccessLevel.Call, (await StateOfAsync(db, projectId, api, cancellationToken))?.Project) is null;

    /// <summary>One statement for all replicas; null when there is no limit.</summary>
    private async Task<MinuteLimit?> CountAsync(AccountsContext db, User user, string api, CancellationToken cancellationToken)
    {
        int allowed = user.CallsPerMinute ?? _callsPerMinute;
        if (allowed == 0)
            return null;

        long now = _time.GetUtcNow().ToUnixTimeMilliseconds(), minute = now - (now % 60_000);
        List<long> counts = await db.Database.SqlQuery<long>(
            $"""
            INSERT INTO minute_calls (user_id, api, minute, calls) VALUES ({user.Id}, {api}, {minute}, 1)
            ON CONFLICT (user_id, api, minute) DO UPDATE SET calls = minute_calls.calls + 1
            RETURNING calls AS "Value"
            """).ToListAsync(cancellationToken);
        return new MinuteLimit(allowed, counts[0]);
    }

    /// <summary>Takes a place of free allowance and packages, counting the calls in flight; null when none is left.</summary>
    private async Task<Guid?> ReserveAsync(AccountsContext db, string projectId, string api, CancellationToken cancellationToken)
    {
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await UsageLedger.LockAsync(db, projectId, cancellationToken);
        DateTimeOffset now = _time.GetUtcNow();
        Dictionary<string, long> inFlight = await db.Reservations.Where(r => r.ProjectId == projectId && r.ExpiresAt > now)
            .GroupBy(r => r.Api).Select(g => new { g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        List<Package> packages = await db.Packages.AsNoTracking()
            .Where(p => p.ProjectId == projectId && p.StartsAt <= now && p.ExpiresAt > now && p.Used < p.Quota)
            .OrderBy(p => p.ExpiresAt).ThenBy(p => p.Id).ToListAsync(cancellationToken);
        int month = MonthUse.MonthOf(now);
        Dictionary<string, long> freeUsed = await db.MonthUses.AsNoTracking().Where(m => m.ProjectId == projectId && m.Month == month)
            .ToDictionaryAsync(m => m.Api, m => m.Free, cancellationToken);

        var left = new QuotaLeft(packages, name => Math.Max(0, _prices.FreeCallsPerMonth(name) - freeUsed.GetValueOrDefault(name)));
        if (!left.HasRoomFor(api, inFlight))
            return null;

        var reservation = new Reservation { Id = Guid.NewGuid(), ProjectId = projectId, Api = api, ExpiresAt = now + ReservationLifetime };
        db.Reservations.Add(reservation);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return reservation.Id;
    }
}

/// <summary>What becomes of a call.</summary>
/// <param name="Refusal">Why it is not served; null: it is.</param>
/// <param name="Limit">The limit by the minute; null: none.</param>
/// <param name="IsMetered">Whether it counts in the project's usage, as a refusal or as what becomes of it.</param>
public sealed record Admission(Fault? Refusal, MinuteLimit? Limit, bool IsMetered)
{
    /// <summary>The place it holds, to be given to <see cref="UsageMeter.Record"/>.</summary>
    public Guid? Reservation { get; init; }
}

/// <summary>The limit by the minute and how much of it is used, this call included.</summary>
public sealed record MinuteLimit(int Allowed, long Used)
{
    public bool IsExceeded => Used > Allowed;
}

internal sealed record ProjectState(Project Project, bool? IsSubscribed);
