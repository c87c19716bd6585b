using Microsoft.EntityFrameworkCore;
using OcrService.Accounts.Storage;

namespace OcrService.Accounts.Metering;

/// <summary>Reads the ledger.</summary>
public sealed class UsageReport
{
    private readonly IDbContextFactory<AccountsContext> _contexts;

    internal UsageReport(IDbContextFactory<AccountsContext> contexts) => _contexts = contexts;

    /// <summary>Calls of a project by step of time, API and outcome, in order of time.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="from">First moment.</param>
    /// <param name="to">First moment after.</param>
    /// <param name="step">Length of a step, a whole number of minutes.</param>
    /// <param name="api">Only this API; null: all.</param>
    /// <param name="cancellationToken">Ends the work when the client has gone.</param>
    public async Task<IReadOnlyList<UsagePoint>> ReadAsync(
        string projectId, DateTimeOffset from, DateTimeOffset to, TimeSpan step, string? api, CancellationToken cancellationToken)
    {
        await using AccountsContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        List<UsageMinute> rows = await db.UsageMinutes.AsNoTracking()
            .Where(u => u.ProjectId == projectId && u.Minute >= from && u.Minute < to && (api == null || u.Api == api))
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(r => (Start: Floor(r.Minute, step), r.Api, r.Outcome))
                .OrderBy(g => g.Key.Start).ThenBy(g => g.Key.Api, StringComparer.Ordinal).ThenBy(g => g.Key.Outcome, StringComparer.Ordinal)
                .Select(g => new UsagePoint(
                    g.Key.Start,
                    g.Key.Api,
                    g.Key.Outcome,
                    g.Sum(r => r.Calls),
                    g.Sum(r => r.Free),
                    g.Sum(r => r.Packaged),
                    g.Sum(r => r.PayPerUse),
                    g.Sum(r => r.ChargeMicros))),
        ];
    }

    private static DateTimeOffset Floor(DateTimeOffset time, TimeSpan step) => new(time.UtcTicks - (time.UtcTicks % step.Ticks), TimeSpan.Zero);
}

/// <summary>Calls of one API and outcome in a step of time.</summary>
/// <param name="Start">Begin of the step.</param>
/// <param name="Api">Name of the API.</param>
/// <param name="Outcome">As in <see cref="AnsweredCall.Outcome"/>.</param>
/// <param name="Calls">All calls.</param>
/// <param name="Free">Of them, covered by the free allowance.</param>
/// <param name="Packaged">Of them, covered by packages.</param>
/// <param name="PayPerUse">Of them, charged.</param>
/// <param name="ChargeMicros">The charge, in millionths of the currency.</param>
public sealed record UsagePoint(DateTimeOffset Start, string Api, string Outcome, long Calls, long Free, long Packaged, long PayPerUse, long ChargeMicros);
