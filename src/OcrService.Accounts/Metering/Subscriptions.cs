using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using OcrService.Accounts.Audit;
using OcrService.Accounts.Storage;

namespace OcrService.Accounts.Metering;

/// <summary>Which APIs a project has enabled.</summary>
public sealed class Subscriptions
{
    private readonly IDbContextFactory<AccountsContext> _contexts;
    private readonly TimeProvider _time;
    private readonly bool _isSubscribedByDefault;

    internal Subscriptions(IDbContextFactory<AccountsContext> contexts, TimeProvider time, IOptions<MeteringOptions> options)
    {
        _contexts = contexts;
        _time = time;
        _isSubscribedByDefault = options.Value.SubscribedByDefault;
    }

    /// <summary>Every API of the list with the project's state.</summary>
    public async Task<IReadOnlyDictionary<string, bool>> ReadAsync(string projectId, IEnumerable<string> apis, CancellationToken cancellationToken)
    {
        await using AccountsContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        Dictionary<string, bool> own = await db.Subscriptions.AsNoTracking().Where(s => s.ProjectId == projectId)
            .ToDictionaryAsync(s => s.Api, s => s.IsEnabled, cancellationToken);
        return apis.ToDictionary(api => api, api => own.GetValueOrDefault(api, _isSubscribedByDefault), StringComparer.Ordinal);
    }

    public async Task SetAsync(string projectId, string api, bool isEnabled, Actor actor, CancellationToken cancellationToken)
    {
        await using AccountsContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO subscriptions (project_id, api, is_enabled) VALUES ({projectId}, {api}, {isEnabled})
            ON CONFLICT (project_id, api) DO UPDATE SET is_enabled = {isEnabled}
            """,
            cancellationToken);
        db.Audit(_time, actor, isEnabled ? "subscription.enable" : "subscription.disable", projectId, $"api={api}");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
