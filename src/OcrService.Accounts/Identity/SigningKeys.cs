using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using OcrService.Accounts.Storage;
using OcrService.Documents;

namespace OcrService.Accounts.Identity;

/// <summary>
/// The secret keys behind signed requests. The signature itself is the HTTP layer's business; whether it held is reported back, since
/// failures lock, and a signed request is served once.
/// </summary>
public sealed class SigningKeys
{
    /// <summary>Shortest and longest life of temporary keys, as in the cloud.</summary>
    public static readonly TimeSpan ShortestLife = TimeSpan.FromMinutes(15), LongestLife = TimeSpan.FromHours(24);

    /// <summary>How long a signed request is fresh at most: its date may be 15 minutes ahead, and 15 behind.</summary>
    public static readonly TimeSpan LongestFreshness = TimeSpan.FromMinutes(30);

    /// <summary>Signed requests whose like is refused although the database is away.</summary>
    private const int MostSeen = 100_000;

    private readonly DatabaseGate _gate;
    private readonly KnownCallers _callers;
    private readonly IDataProtector _temporary;
    private readonly Secrets _secrets;
    private readonly Lockout _lockout;
    private readonly TimeProvider _time;
    private readonly Recent<string, bool> _seen;

    internal SigningKeys(DatabaseGate gate, KnownCallers callers, IDataProtectionProvider protection, Secrets secrets, Lockout lockout, TimeProvider time)
    {
        _gate = gate;
        _callers = callers;
        _temporary = protection.CreateProtector("OcrService.TemporaryKey");
        _secrets = secrets;
        _lockout = lockout;
        _time = time;
        _seen = new Recent<string, bool>(MostSeen, LongestFreshness, time);
    }

    /// <summary>
    /// The secret behind an access key, or <see cref="AccountFaults.KeyUnknown"/>, <see cref="AccountFaults.KeyLocked"/>,
    /// <see cref="AccountFaults.DatabaseAway"/> for a key that was not seen lately; for temporary keys also the faults of a token.
    /// </summary>
    /// <param name="accessKey">The key that signed.</param>
    /// <param name="securityToken">The token beside a temporary key, else null.</param>
    /// <param name="source">Address of the request.</param>
    /// <param name="cancellationToken">Ends the work when the client has gone.</param>
    public async Task<Outcome<SigningKey>> FindAsync(string accessKey, string? securityToken, string source, CancellationToken cancellationToken)
    {
        Outcome<SigningKey> found = securityToken is null
            ? await PermanentAsync(accessKey, source, cancellationToken)
            : await TemporaryAsync(accessKey, securityToken, source, cancellationToken);
        if (!found.Succeeded(out SigningKey? key, out Fault? fault))
            return fault;

        Outcome<LockState> asked = await _gate.AskAsync<LockState>(
            async (db, token) => await _lockout.StateAsync(db, accessKey, source, token), cancellationToken);
        if (!asked.Succeeded(out LockState state, out _))
            state = _lockout.StateInMemory(accessKey, source);
        return state == LockState.Locked ? AccountFaults.KeyLocked : key with { HasFailures = state == LockState.Counting };
    }

    /// <summary>Reports that the signature did not hold.</summary>
    public Task RefuseAsync(SigningKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _lockout.CountFailureAsync(key.AccessKey, key.Source, cancellationToken);
    }

    /// <summary>Reports that the signature held: its caller, or <see cref="AccountFaults.SignatureInvalid"/> when the request was seen before.</summary>
    /// <param name="key">The key that signed.</param>
    /// <param name="fingerprint">Hash of what was signed.</param>
    /// <param name="goodUntil">When the request's date makes it stale; it is remembered as long.</param>
    /// <param name="cancellationToken">Ends the work when the client has gone.</param>
    public async Task<Outcome<Caller>> AcceptAsync(SigningKey key, string fingerprint, DateTimeOffset goodUntil, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.AccessKey + "\n" + fingerprint)));
        long expiresAt = goodUntil.ToUnixTimeMilliseconds();
        if (!_seen.TryAdd(digest, true))
            return AccountFaults.SignatureInvalid;

        Outcome<bool> asked = await _gate.AskAsync<bool>(
            async (db, token) =>
            {
                int added = await db.Database.ExecuteSqlAsync(
                    $"INSERT INTO seen_requests (digest, expires_at) VALUES ({digest}, {expiresAt}) ON CONFLICT (digest) DO NOTHING", token);
                if (added > 0 && key.HasFailures)
                    await Lockout.ForgetAsync(db, key.AccessKey, key.Source, token);
                return added > 0;
            },
            cancellationToken);
        if (asked.Succeeded(out bool isNew, out _) && !isNew)
            return AccountFaults.SignatureInvalid;

        _lockout.ForgetInMemory(key.AccessKey, key.Source);
        return key.Caller;
    }

    /// <summary>A pair of keys that ends by itself, with the caller's rights in one project or, without one, as his own keys have.</summary>
    /// <param name="caller">For whom.</param>
    /// <param name="lifetime">Between <see cref="ShortestLife"/> and <see cref="LongestLife"/>, else <see cref="AccountFaults.Invalid"/>.</param>
    public Outcome<TemporaryKey> IssueTemporary(Caller caller, TimeSpan lifetime)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (lifetime < ShortestLife || lifetime > LongestLife)
            return AccountFaults.Invalid;

        DateTimeOffset now = _time.GetUtcNow(), end = now + lifetime;
        var claims = new SealedClaims
        {
            UserId = caller.User.Id,
            Stamp = caller.User.Stamp,
            ProjectId = caller.Scope.ProjectId,
            AccessKey = Secrets.NewAccessKey(),
            SecretKey = Secrets.NewSecretKey(),
            IssuedAt = now.ToUnixTimeSeconds(),
            ExpiresAt = end.ToUnixTimeSeconds(),
        };
        return new TemporaryKey(claims.AccessKey, claims.SecretKey, claims.Seal(_temporary), DateTimeOffset.FromUnixTimeSeconds(claims.ExpiresAt));
    }

    private async Task<Outcome<SigningKey>> PermanentAsync(string accessKey, string source, CancellationToken cancellationToken) =>
        (await _callers.FindKeyAsync(accessKey, cancellationToken)).Succeeded(out KeyHolder? holder, out Fault? fault)
            ? new SigningKey(accessKey, _secrets.Unprotect(holder.ProtectedSecret), source, new Caller(holder.User, holder.Domain, CallerScope.All, accessKey))
            : fault;

    private async Task<Outcome<SigningKey>> TemporaryAsync(string accessKey, string securityToken, string source, CancellationToken cancellationToken)
    {
        if (SealedClaims.Open(_temporary, securityToken) is not { AccessKey: { } owner, SecretKey: { } secretKey } claims)
            return AccountFaults.TokenUnreadable;
        if (owner != accessKey)
            return AccountFaults.KeyUnknown;
        if (claims.ExpiresAt <= _time.GetUtcNow().ToUnixTimeSeconds())
            return AccountFaults.TokenExpired;

        if (!(await _callers.FindUserAsync(claims.UserId, cancellationToken)).Succeeded(out KeyHolder? holder, out Fault? fault))
            return fault;
        if (holder.User.Stamp != claims.Stamp)
            return AccountFaults.TokenRevoked;

        CallerScope scope = claims.ProjectId is { } id ? CallerScope.Project(id) : CallerScope.All;
        return new SigningKey(accessKey, secretKey, source, new Caller(holder.User, holder.Domain, scope, accessKey));
    }
}

/// <summary>A key whose signature is still to be checked.</summary>
/// <param name="AccessKey">The access key.</param>
/// <param name="SecretKey">Its secret.</param>
/// <param name="Source">Where the request came from.</param>
/// <param name="Caller">Whose key it is.</param>
public sealed record SigningKey(string AccessKey, string SecretKey, string Source, Caller Caller)
{
    internal bool HasFailures { get; init; }

    /// <summary>Without the secret.</summary>
    public override string ToString() => AccessKey;
}

/// <summary>A temporary pair of keys with the token that goes with it.</summary>
public sealed record TemporaryKey(string AccessKey, string SecretKey, string SecurityToken, DateTimeOffset ExpiresAt)
{
    /// <summary>Without the secret.</summary>
    public override string ToString() => AccessKey;
}
