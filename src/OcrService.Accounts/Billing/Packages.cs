using Microsoft.EntityFrameworkCore;
using OcrService.Accounts.Audit;
using OcrService.Accounts.Identity;
using OcrService.Accounts.Storage;
using OcrService.Documents;

namespace OcrService.Accounts.Billing;

/// <summary>The packages of projects.</summary>
public sealed class Packages
{
    private const long LargestQuota = 1_000_000_000_000;

    private readonly IDbContextFactory<AccountsContext> _contexts;
    private readonly TimeProvider _time;

    internal Packages(IDbContextFactory<AccountsContext> contexts, TimeProvider time)
    {
        _contexts = contexts;
        _time = time;
    }

    /// <summary>Packages of a project, the next to expire first; those that are over come last.</summary>
    public async Task<IReadOnlyList<Package>> ListAsync(string projectId, CancellationToken cancellationToken)
    {
        DateTimeOffset now = _time.GetUtcNow();
        await using AccountsContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        List<Package> packages = await db.Packages.AsNoTracking().Where(p => p.ProjectId == projectId).ToListAsync(cancellationToken);
        return [.. packages.OrderBy(p => p.ExpiresAt <= now).ThenBy(p => p.ExpiresAt).ThenBy(p => p.Api == Package.AnyApi).ThenBy(p => p.Id, StringComparer.Ordinal)];
    }

    /// <summary>Gives a project a package. Faults: <see cref="AccountFaults.Invalid"/>, <see cref="AccountFaults.NotFound"/>.</summary>
    public async Task<Outcome<Package>> CreateAsync(string projectId, PackageSpec spec, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (spec.Quota is < 1 or > LargestQuota || spec.Months is < 1 or > 120 || spec.PriceMicros < 0)
            return AccountFaults.Invalid;

        await using AccountsContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Projects.AnyAsync(p => p.Id == projectId, cancellationToken))
            return AccountFaults.NotFound;

        DateTimeOffset now = _time.GetUtcNow(), start = (spec.StartsAt ?? now).ToUniversalTime();
        var package = new Package
        {
            Id = Secrets.NewId(),
            ProjectId = projectId,
            Api = spec.Api,
            Quota = spec.Quota,
            StartsAt = start,
            ExpiresAt = start.AddMonths(spec.Months),
            CreatedAt = now,
            PriceMicros = spec.PriceMicros,
        };
        db.Packages.Add(package);
        db.Audit(_time, actor, "package.create", package.Id, $"project={projectId}", $"api={spec.Api}", $"quota={spec.Quota}", $"months={spec.Months}");
        await db.SaveChangesAsync(cancellationToken);
        return package;
    }
}

internal static class PackageOrder
{
    /// <summary>The one that ends first; of those that end together an API's own before a common one, which others can use too.</summary>
    public static IQueryable<Package> InOrderOfUse(this IQueryable<Package> packages) =>
        packages.OrderBy(p => p.ExpiresAt).ThenBy(p => p.Api == Package.AnyApi).ThenBy(p => p.Id);
}

/// <summary>A package to be given.</summary>
/// <param name="Api">Name of the API or <see cref="Package.AnyApi"/>.</param>
/// <param name="Quota">Calls.</param>
/// <param name="Months">How long it is good: 1 for a month, 12 for a year.</param>
/// <param name="StartsAt">From when; null: now.</param>
/// <param name="PriceMicros">What it costs, in millionths of the currency.</param>
public sealed record PackageSpec(string Api, long Quota, int Months, DateTimeOffset? StartsAt, long PriceMicros);
