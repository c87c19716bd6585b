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

    /// <summary>By how much the clocks of replicas may differ; a place held until later than that was taken under a clock that was set back since.</summary>
    internal static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    private readonly DatabaseGate _gate;
    private readonly AdmissionMemory _memory;
    private readonly PriceList _prices;
    private readonly TimeProvider _time;
    private readonly bool _isSubscribedByDefault;
    private readonly int _callsPerMinute;

    internal CallAdmission(DatabaseGate gate, AdmissionMemory memory, PriceList prices, TimeProvider time, IOptions<MeteringOptions> options)
    {
        _gate = gate;
        _memory = memory;
        _prices = prices;
        _time = time;
        _isSubscribedByDefault = options.Value.SubscribedByDefault;
        _callsPerMinute = options.Value.CallsPerMinute;
    }

    /// <summary>
    /// The verdict on a call. Faults: <see cref="AccountFaults.Throttled"/>, those of <see cref="Caller.RefusalFor"/>,
    /// <see cref="AccountFaults.NotSubscribed"/>, <see cref="AccountFaults.QuotaExhausted"/>, <see cref="AccountFaults.DatabaseAway"/> when
    /// the project did not call the API lately.
    /// </summary>
    public async Task<Admission> AdmitAsync(Caller caller, string projectId, string api, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        Outcome<Admission> verdict = await _gate.AskAsync<Admission>(
            async (db, token) => await DecideAsync(db, caller, projectId, api, token), cancellationToken);
        return verdict.Succeeded(out Admission? admission, out _) ? admission : DecideFromMemory(caller, projectId, api);
    }

    private async Task<Admission> DecideAsync(AccountsContext db, Caller caller, string projectId, string api, CancellationToken cancellationToken)
    {
        MinuteLimit? limit = await CountAsync(db, caller.User, api, cancellationToken);
        ProjectState? state = await StateOfAsync(db, projectId, api, cancellationToken);
        _memory.RememberState(projectId, api, state);
        if (RefusalOf(caller, state, limit) is { } refused)
            return refused;
        if (state!.Project.IsPayPerUse)
            return new Admission(null, limit, IsMetered: true);

        Guid? reservation = await ReserveAsync(db, projectId, api, cancellationToken);
        return new Admission(reservation is null ? AccountFaults.QuotaExhausted : null, limit, IsMetered: true) { Reservation = reservation };
    }

    private Admission DecideFromMemory(Caller caller, string projectId, string api)
    {
        if (_memory.RecallState(projectId, api) is not { } state)
            return new Admission(AccountFaults.DatabaseAway, null, IsMetered: false);

        MinuteLimit? limit = null;
        if (LimitOf(caller.User) is var allowed and > 0)
            limit = new MinuteLimit(allowed, _memory.CountMinute(caller.User.Id, api, MinuteOf(_time.GetUtcNow())));
        if (RefusalOf(caller, state, limit) is { } refused)
            return refused;

        return (state.Project.IsPayPerUse ? true : _memory.TakePlace(projectId, api)) switch
        {
            true => new Admission(null, limit, IsMetered: true),
            false => new Admission(AccountFaults.QuotaExhausted, limit, IsMetered: true),
            null => new Admission(AccountFaults.DatabaseAway, limit, IsMetered: false),
        };
    }

    /// <summary>What refuses a call before its quota is looked at; null: nothing.</summary>
    private Admission? RefusalOf(Caller caller, ProjectState? state, MinuteLimit? limit)
    {
        Fault? denied = caller.RefusalFor(AccessLevel.Call, state?.Project);
        if (limit is { IsExceeded: true })
            return new Admission(AccountFaults.Throttled, limit, IsMetered: denied is null);
        if (denied is not null)
            return new Admission(denied, limit, IsMetered: false);

        return state!.IsSubscribed ?? _isSubscribedByDefault ? null : new Admission(AccountFaults.NotSubscribed, limit, IsMetered: true);
    }

    private static Task<ProjectState?> StateOfAsync(AccountsContext db, string projectId, string api, CancellationToken cancellationToken) =>
        db.Projects.Where(p => p.Id == projectId).Select(p => new ProjectState(
            p,
            db.Subscriptions.Where(s => s.ProjectId == projectId && s.Api == api).Select(s => (bool?)s.IsEnabled).FirstOrDefault()))
        .AsNoTracking().FirstOrDefaultAsync(cancellationToken);

    private int LimitOf(User user) => user.CallsPerMinute ?? _callsPerMinute;

    /// <summary>Begin of the minute, in milliseconds since 1970.</summary>
    private static long MinuteOf(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 60_000 * 60_000;

    /// <summary>One statement for all replicas; null when there is no limit.</summary>
    private async Task<MinuteLimit?> CountAsync(AccountsContext db, User user, string api, CancellationToken cancellationToken)
    {
        int allowed = LimitOf(user);
        if (allowed == 0)
            return null;

        long minute = MinuteOf(_time.GetUtcNow());
        List<long> counts = await db.Database.SqlQuery<long>(
            $"""
            INSERT INTO minute_calls (user_id, api, minute, calls) VALUES ({user.Id}, {api}, {minute}, 1)
            ON CONFLICT (user_id, api, minute) DO UPDATE SET calls = minute_calls.calls + 1
            RETURNING calls AS "Value"
            """).ToListAsync(cancellationToken);
        _memory.RememberMinute(user.Id, api, minute, counts[0]);
        return new MinuteLimit(allowed, counts[0]);
    }

    /// <summary>Takes a place of free allowance and packages, counting the calls in flight; null when none is left.</summary>
    private async Task<Guid?> ReserveAsync(AccountsContext db, string projectId, string api, CancellationToken cancellationToken)
    {
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await UsageLedger.LockAsync(db, projectId, cancellationToken);
        DateTimeOffset now = _time.GetUtcNow(), last = now + ReservationLifetime + Skew;
        Dictionary<string, long> inFlight = await db.Reservations.Where(r => r.ProjectId == projectId && r.ExpiresAt > now && r.ExpiresAt <= last)
            .GroupBy(r => r.Api).Select(g => new { g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        List<Package> packages = await db.Packages.AsNoTracking()
            .Where(p => p.ProjectId == projectId && p.StartsAt <= now && p.ExpiresAt > now && p.Used < p.Quota)
            .InOrderOfUse().ToListAsync(cancellationToken);
        int month = MonthUse.MonthOf(now);
        Dictionary<string, long> freeUsed = await db.MonthUses.AsNoTracking().Where(m => m.ProjectId == projectId && m.Month == month)
            .ToDictionaryAsync(m => m.Api, m => m.Free, cancellationToken);

        long FreeLeft(string name) => Math.Max(0, _prices.FreeCallsPerMonth(name) - freeUsed.GetValueOrDefault(name));
        if (!new QuotaLeft(packages, FreeLeft).HasRoomFor(api, inFlight))
        {
            _memory.RememberQuota(projectId, packages, FreeLeft, inFlight);
            return null;
        }

        var reservation = new Reservation { Id = Guid.NewGuid(), ProjectId = projectId, Api = api, ExpiresAt = now + ReservationLifetime };
        db.Reservations.Add(reservation);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        inFlight[api] = inFlight.GetValueOrDefault(api) + 1;
        _memory.RememberQuota(projectId, packages, FreeLeft, inFlight);
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
