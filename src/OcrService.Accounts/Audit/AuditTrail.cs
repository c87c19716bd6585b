using Microsoft.EntityFrameworkCore;
using OcrService.Accounts.Storage;

namespace OcrService.Accounts.Audit;

/// <summary>Reads what was changed. Entries are written by those who change, in the same transaction.</summary>
public sealed class AuditTrail
{
    private readonly IDbContextFactory<AccountsContext> _contexts;

    internal AuditTrail(IDbContextFactory<AccountsContext> contexts) => _contexts = contexts;

    /// <summary>Entries, newest first.</summary>
    /// <param name="beforeId">Only entries older than this one; null: from the newest.</param>
    /// <param name="count">Most entries.</param>
    /// <param name="cancellationToken">Ends the work when the client has gone.</param>
    public async Task<IReadOnlyList<AuditEntry>> ReadAsync(long? beforeId, int count, CancellationToken cancellationToken)
    {
        await using AccountsContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.AuditEntries.AsNoTracking().Where(e => beforeId == null || e.Id < beforeId)
            .OrderByDescending(e => e.Id).Take(count).ToListAsync(cancellationToken);
    }
}

internal static class AuditWriting
{
    /// <summary>Adds an entry to the unit of work; details are <c>name=value</c>, never a secret.</summary>
    public static void Audit(this AccountsContext db, TimeProvider time, Actor actor, string action, string subject, params string[] details) =>
        db.AuditEntries.Add(new AuditEntry
        {
            At = time.GetUtcNow(),
            Actor = actor.Name,
            Credential = actor.Credential,
            Source = actor.Source,
            Action = action,
            Subject = subject,
            Detail = string.Join(' ', details),
        });
}
