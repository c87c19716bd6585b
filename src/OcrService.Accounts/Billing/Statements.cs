using Microsoft.EntityFrameworkCore;
using OcrService.Accounts.Metering;
using OcrService.Accounts.Storage;

namespace OcrService.Accounts.Billing;

/// <summary>The bill of a month: what was called, what covered it, what it cost. Charges stand as they were when the calls were made.</summary>
public sealed class Statements
{
    private readonly IDbContextFactory<AccountsContext> _contexts;
    private readonly PriceList _prices;

    internal Statements(IDbContextFactory<AccountsContext> contexts, PriceList prices)
    {
        _contexts = contexts;
        _prices = prices;
    }

    /// <summary>The statement of a project for a month in UTC; for the running month, so far.</summary>
    public async Task<Statement> ReadAsync(string projectId, int year, int month, CancellationToken cancellationToken)
    {
        var from = new DateTimeOffset(year, month, 1, 0, 0, 0, TimeSpan.Zero);
        DateTimeOffset to = from.AddMonths(1);
        await using AccountsContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.UsageMinutes.AsNoTracking().Where(u => u.ProjectId == projectId && u.Minute >= from && u.Minute < to)
            .GroupBy(u => new { u.Api, IsSuccess = u.Outcome == AnsweredCall.Success })
            .Select(g => new
            {
                g.Key.Api,
                g.Key.IsSuccess,
                Calls = g.Sum(u => u.Calls),
                Free = g.Sum(u => u.Free),
                Packaged = g.Sum(u => u.Packaged),
                PayPerUse = g.Sum(u => u.PayPerUse),
                Charge = g.Sum(u => u.ChargeMicros),
            }).ToListAsync(cancellationToken);
        List<Package> packages = await db.Packages.AsNoTracking()
            .Where(p => p.ProjectId == projectId && ((p.StartsAt < to && p.ExpiresAt > from) || (p.CreatedAt >= from && p.CreatedAt < to)))
            .InOrderOfUse().ToListAsync(cancellationToken);
        StatementLine[] lines =
        [
            .. rows.GroupBy(r => r.Api).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new StatementLine(
                g.Key,
                g.Where(r => r.IsSuccess).Sum(r => r.Calls),
                g.Where(r => !r.IsSuccess).Sum(r => r.Calls),
                g.Sum(r => r.Free),
                g.Sum(r => r.Packaged),
                g.Sum(r => r.PayPerUse),
                g.Sum(r => r.Charge))),
        ];
        long bought = packages.Where(p => p.CreatedAt >= from && p.CreatedAt < to).Sum(p => p.PriceMicros);
        return new Statement(projectId, from, _prices.Currency, lines, packages, bought, lines.Sum(l => l.ChargeMicros) + bought);
    }
}

/// <summary>A month's bill.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Month">First moment of the month.</param>
/// <param name="Currency">Currency of the amounts.</param>
/// <param name="Lines">One for each API that was called.</param>
/// <param name="Packages">Packages that were good in the month or bought in it.</param>
/// <param name="PackagesMicros">Price of those bought in the month.</param>
/// <param name="TotalMicros">Charges and packages, in millionths of the currency.</param>
public sealed record Statement(
    string ProjectId,
    DateTimeOffset Month,
    string Currency,
    IReadOnlyList<StatementLine> Lines,
    IReadOnlyList<Package> Packages,
    long PackagesMicros,
    long TotalMicros);

/// <summary>An API's part of a month.</summary>
/// <param name="Api">Name of the API.</param>
/// <param name="Successful">Calls that are paid for.</param>
/// <param name="Failed">Calls that are not.</param>
/// <param name="Free">Of the successful ones, covered by the free allowance.</param>
/// <param name="Packaged">Covered by packages.</param>
/// <param name="PayPerUse">Charged.</param>
/// <param name="ChargeMicros">The charge, in millionths of the currency.</param>
public sealed record StatementLine(string Api, long Successful, long Failed, long Free, long Packaged, long PayPerUse, long ChargeMicros);
