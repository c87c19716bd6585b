using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using OcrService.Accounts.Audit;
using OcrService.Accounts.Storage;
using OcrService.Documents;

namespace OcrService.Accounts.Identity;

/// <summary>The access keys of users: several each, so that a new one can be in use before the old one is disabled.</summary>
public sealed class AccessKeys
{
    /// <summary>Keys a user may have.</summary>
    public const int MostPerUser = 10;

    private readonly IDbContextFactory<AccountsContext> _contexts;
    private readonly Secrets _secrets;
    private readonly TimeProvider _time;

    internal AccessKeys(IDbContextFactory<AccountsContext> contexts, Secrets secrets, TimeProvider time)
    {
        _contexts = contexts;
        _secrets = secrets;
        _time = time;
    }

    public async Task<IReadOnlyList<AccessKey>> ListAsync(string userId, CancellationToken cancellationToken)
    {
        await using AccountsContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.AccessKeys.AsNoTracking().Where(k => k.UserId == userId).OrderBy(k => k.CreatedAt).ToListAsync(cancellationToken);
    }

    /// <summary>A new key with its secret, which is never shown again. Fault: <see cref="AccountFaults.Invalid"/> when the user has too many.</summary>
    public async Task<Outcome<NewAccessKey>> CreateAsync(string userId, string description, Actor actor, CancellationToken cancellationToken)
    {
        if (description is not { Length: <= 200 })
            return AccountFaults.Invalid;

        await using AccountsContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // Locks the user's row until the transaction ends, so that keys made at the same time are counted one after the other.
        await db.Users.Where(u => u.Id == userId).ExecuteUpdateAsync(u => u.SetProperty(x => x.Name, x => x.Name), cancellationToken);
        if (await db.AccessKeys.CountAsync(k => k.UserId == userId, cancellationToken) >= MostPerUser)
            return AccountFaults.Invalid;

        NewAccessKey created = Add(db, userId, Secrets.NewAccessKey(), Secrets.NewSecretKey(), description);
        db.Audit(_time, actor, "key.create", created.Key.Id, $"user={userId}");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return created;
    }

    /// <summary>Replaces a key: the new one works, the old one no longer. Fault: <see cref="AccountFaults.NotFound"/>.</summary>
    public async Task<Outcome<NewAccessKey>> RotateAsync(string userId, string accessKey, Actor actor, CancellationToken cancellationToken)
    {
        await using AccountsContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        if (await db.AccessKeys.FirstOrDefaultAsync(k => k.Id == accessKey && k.UserId == userId, cancellationToken) is not { } old)
            return AccountFaults.NotFound;

        NewAccessKey created = Add(db, userId, Secrets.NewAccessKey(), Secrets.NewSecretKey(), old.Description);
        db.AccessKeys.Remove(old);
        db.Audit(_time, actor, "key.rotate", old.Id, $"new={created.Key.Id}", $"user={userId}");
        return await SaveAsync(db, created, cancellationToken);
    }

    /// <summary>Enables or disables a key. Fault: <see cref="AccountFaults.NotFound"/>.</summary>
    public async Task<Outcome<AccessKey>> EnableAsync(string userId, string accessKey, bool isEnabled, Actor actor, CancellationToken cancellationToken)
    {
        await using AccountsContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        if (await db.AccessKeys.FirstOrDefaultAsync(k => k.Id == accessKey && k.UserId == userId, cancellationToken) is not { } key)
            return AccountFaults.NotFound;

        key.IsEnabled = isEnabled;
        db.Audit(_time, actor, isEnabled ? "key.enable" : "key.disable", key.Id, $"user={userId}");
        return await SaveAsync(db, key, cancellationToken);
    }

    /// <summary>Removes a key for good. Fault: <see cref="AccountFaults.NotFound"/>.</summary>
    public async Task<Outcome<AccessKey>> DeleteAsync(string userId, string accessKey, Actor actor, CancellationToken cancellationToken)
    {
        await using AccountsContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        if (await db.AccessKeys.FirstOrDefaultAsync(k => k.Id == accessKey && k.UserId == userId, cancellationToken) is not { } key)
            return AccountFaults.NotFound;

        db.AccessKeys.Remove(key);
        db.Audit(_time, actor, "key.delete", key.Id, $"user={userId}");
        return await SaveAsync(db, key, cancellationToken);
    }

    internal NewAccessKey Add(AccountsContext db, string userId, string accessKey, string secretKey, string description)
    {
        var key = new AccessKey
        {
            Id = accessKey,
            UserId = userId,
            CreatedAt = _time.GetUtcNow(),
            Description = description,
            ProtectedSecret = _secrets.Protect(secretKey),
        };
        db.AccessKeys.Add(key);
        return new NewAccessKey(key, secretKey);
    }

    /// <summary>A key that somebody removed meanwhile is not found.</summary>
    private static async Task<Outcome<T>> SaveAsync<T>(AccountsContext db, T result, CancellationToken cancellationToken)
        where T : notnull
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            return AccountFaults.NotFound;
        }
    }
}

/// <summary>A key with its secret, shown once.</summary>
public sealed record NewAccessKey(AccessKey Key, string SecretKey)
{
    /// <summary>Without the secret.</summary>
    public override string ToString() => Key.Id;
}
