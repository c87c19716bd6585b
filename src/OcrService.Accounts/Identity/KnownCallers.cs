using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OcrService.Accounts.Storage;
using OcrService.Documents;

namespace OcrService.Accounts.Identity;

/// <summary>
/// The look-ups that every request makes. The database answers; only while it is away is a caller known by what it said of him last, for
/// <see cref="DatabaseOptions.MaxStaleness"/> at most, and who was not seen is <see cref="AccountFaults.DatabaseAway"/>. What the database
/// denies is forgotten at once. Secret keys lie in memory as in the database, under data protection.
/// </summary>
internal sealed class KnownCallers(DatabaseGate gate, TimeProvider time, IOptions<DatabaseOptions> options)
{
    /// <summary>Of each kind; some hundred bytes each.</summary>
    private const int Most = 10_000;

    private readonly Recent<string, KeyHolder> _keys = new(Most, options.Value.MaxStaleness, time);
    private readonly Recent<string, KeyHolder> _users = new(Most, options.Value.MaxStaleness, time);
    private readonly Recent<string, Project> _projects = new(Most, options.Value.MaxStaleness, time);

    /// <summary>The holder of an enabled key, himself enabled, or <see cref="AccountFaults.KeyUnknown"/>.</summary>
    public async Task<Outcome<KeyHolder>> FindKeyAsync(string accessKey, CancellationToken cancellationToken)
    {
        Outcome<KeyHolder> found = await FindAsync(_keys, accessKey, CallerQueries.ByKeyAsync, AccountFaults.KeyUnknown, cancellationToken);
        if (!found.Succeeded(out KeyHolder? holder, out _))
            return found;
        if (!gate.IsAway)
        {
            _users.Put(holder.User.Id, holder);
            return found;
        }

        // What was seen of the user by a token later than by this key holds, above all that he is disabled.
        return _users.TryGet(holder.User.Id, out KeyHolder? latest)
            ? latest with { ProtectedSecret = holder.ProtectedSecret }
            : AccountFaults.DatabaseAway;
    }

    /// <summary>An enabled user, or <see cref="AccountFaults.TokenRevoked"/>.</summary>
    public Task<Outcome<KeyHolder>> FindUserAsync(string userId, CancellationToken cancellationToken) =>
        FindAsync(_users, userId, CallerQueries.ByUserAsync, AccountFaults.TokenRevoked, cancellationToken);

    /// <summary>A project, enabled or not, or <see cref="AccountFaults.NotFound"/>.</summary>
    public Task<Outcome<Project>> FindProjectAsync(string id, CancellationToken cancellationToken) =>
        FindAsync(
            _projects,
            id,
            (db, wanted, token) => db.Projects.AsNoTracking().FirstOrDefaultAsync(p => p.Id == wanted, token),
            AccountFaults.NotFound,
            cancellationToken);

    private async Task<Outcome<T>> FindAsync<T>(
        Recent<string, T> known, string id, Func<AccountsContext, string, CancellationToken, Task<T?>> query, Fault unknown, CancellationToken cancellationToken)
        where T : class
    {
        Outcome<T> asked = await gate.AskAsync<T>(async (db, token) => await query(db, id, token) is { } found ? found : unknown, cancellationToken);
        if (asked.Succeeded(out T? value, out Fault? fault))
            known.Put(id, value);
        else if (fault == unknown)
            known.Remove(id);
        else if (known.TryGet(id, out T? remembered))
            return remembered;
        return asked;
    }
}
