using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using OcrService.Accounts.Storage;
using OcrService.Documents;

namespace OcrService.Accounts.Identity;

/// <summary>Tokens for a password (contract section 5): good for 24 hours, any number beside each other.</summary>
public sealed class Tokens
{
    /// <summary>Lifetime of a token.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly IDbContextFactory<AccountsContext> _contexts;
    private readonly DatabaseGate _gate;
    private readonly KnownCallers _callers;
    private readonly IDataProtector _protector;
    private readonly Passwords _passwords;
    private readonly Lockout _lockout;
    private readonly TimeProvider _time;

    internal Tokens(DatabaseGate gate, KnownCallers callers, IDataProtectionProvider protection, Passwords passwords, Lockout lockout, TimeProvider time)
    {
        _contexts = gate;
        _gate = gate;
        _callers = callers;
        _protector = protection.CreateProtector("OcrService.Token");
        _passwords = passwords;
        _lockout = lockout;
        _time = time;
    }

    /// <summary>
    /// A token for the user with this password, or <see cref="AccountFaults.PasswordWrong"/> (also while he is locked out at this
    /// source, or disabled), <see cref="AccountFaults.NotFound"/> for a scope that is not his, <see cref="AccountFaults.Busy"/>,
    /// <see cref="AccountFaults.DatabaseAway"/>: a password is not checked without it.
    /// </summary>
    /// <param name="domainName">Name of the user's domain.</param>
    /// <param name="userName">Name of the user.</param>
    /// <param name="password">His password.</param>
    /// <param name="scope">What the token shall open.</param>
    /// <param name="source">Address of the request.</param>
    /// <param name="cancellationToken">Ends the work when the client has gone.</param>
    public async Task<Outcome<Token>> IssueAsync(
        string domainName, string userName, string password, TokenScope scope, string source, CancellationToken cancellationToken)
    {
        Outcome<(KeyHolder? Holder, LockState State)> found = await _gate.AskAsync<(KeyHolder? Holder, LockState State)>(
            async (asked, token) => await CallerQueries.ByNamesAsync(asked, domainName, userName, token) is { } known
                ? (known, await _lockout.StateAsync(asked, known.User.Id, source, token))
                : (null, LockState.Clean),
            cancellationToken);
        if (!found.Succeeded(out (KeyHolder? Holder, LockState State) named, out Fault? away))
            return away;

        (KeyHolder? holder, LockState state) = named;
        string subject = holder?.User.Id ?? "";

        // Who is locked out pays for the hash too: the time of the answer must not tell that the user exists.
        bool? isRight = await _passwords.CheckAsync(holder?.User, password, cancellationToken);
        if (isRight is null)
            return AccountFaults.Busy;
        if (holder is null || state == LockState.Locked)
            return AccountFaults.PasswordWrong;

        if (isRight == false)
        {
            await _lockout.CountFailureAsync(subject, source, cancellationToken);
            return AccountFaults.PasswordWrong;
        }

        await using AccountsContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        if (state == LockState.Counting)
            await Lockout.ForgetAsync(db, subject, source, cancellationToken);
        if (!holder.User.IsEnabled)
            return AccountFaults.PasswordWrong;

        DateTimeOffset now = _time.GetUtcNow();
        return await ScopedAsync(db, holder, scope, now.ToUnixTimeSeconds(), (now + Lifetime).ToUnixTimeSeconds(), cancellationToken);
    }

    /// <summary>
    /// A token for a project in exchange for one for the domain; it ends when that does. A token for a project opens nothing else, so it is
    /// exchanged for nothing: <see cref="AccountFaults.Denied"/>. Other faults as in <see cref="ReadAsync"/> and <see cref="IssueAsync"/>.
    /// </summary>
    public async Task<Outcome<Token>> ExchangeAsync(string text, TokenScope scope, CancellationToken cancellationToken)
    {
        if (!(await OpenAsync(text, cancellationToken)).Succeeded(out (SealedClaims Claims, KeyHolder Holder) opened, out Fault? fault))
            return fault;
        if (opened.Claims.ProjectId is not null)
            return AccountFaults.Denied;

        await using AccountsContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await ScopedAsync(db, opened.Holder, scope, _time.GetUtcNow().ToUnixTimeSeconds(), opened.Claims.ExpiresAt, cancellationToken);
    }

    /// <summary>
    /// Who holds the token, or <see cref="AccountFaults.TokenUnreadable"/>, <see cref="AccountFaults.TokenExpired"/>,
    /// <see cref="AccountFaults.TokenRevoked"/>, <see cref="AccountFaults.DatabaseAway"/> for somebody who was not seen lately.
    /// </summary>
    public async Task<Outcome<Caller>> ReadAsync(string text, CancellationToken cancellationToken) =>
        (await OpenAsync(text, cancellationToken)).Succeeded(out (SealedClaims Claims, KeyHolder Holder) opened, out Fault? fault)
            ? CallerOf(opened.Claims, opened.Holder)
            : fault;

    /// <summary>The whole token, as it was when it was issued; faults as in <see cref="ReadAsync"/>.</summary>
    public async Task<Outcome<Token>> DescribeAsync(string text, CancellationToken cancellationToken)
    {
        if (!(await OpenAsync(text, cancellationToken)).Succeeded(out (SealedClaims Claims, KeyHolder Holder) opened, out Fault? fault))
            return fault;

        await using AccountsContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        Project? project = opened.Claims.ProjectId is { } id
            ? await db.Projects.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancellationToken)
            : null;
        return TokenOf(opened.Claims, text, opened.Holder, project);
    }

    private async Task<Outcome<Token>> ScopedAsync(
        AccountsContext db, KeyHolder holder, TokenScope scope, long issuedAt, long expiresAt, CancellationToken cancellationToken)
    {
        Project? project = null;
        if (scope.IsProject)
        {
            project = await ProjectOfAsync(db, holder.Domain.Id, scope, cancellationToken);
            if (project is not { IsEnabled: true } || (holder.User.ProjectId is { } only && only != project.Id))
                return AccountFaults.NotFound;
        }
        else if ((scope.Id is not null && scope.Id != holder.Domain.Id) || (scope.Name is not null && scope.Name != holder.Domain.Name))
        {
            return AccountFaults.NotFound;
        }

        var claims = new SealedClaims
        {
            UserId = holder.User.Id,
            Stamp = holder.User.Stamp,
            ProjectId = project?.Id,
            IssuedAt = issuedAt,
            ExpiresAt = expiresAt,
        };
        return TokenOf(claims, claims.Seal(_protector), holder, project);
    }

    private static Task<Project?> ProjectOfAsync(AccountsContext db, string domainId, TokenScope scope, CancellationToken cancellationToken) =>
        db.Projects.AsNoTracking().FirstOrDefaultAsync(
            p => p.DomainId == domainId && (scope.Id != null ? p.Id == scope.Id : p.Name == scope.Name),
            cancellationToken);

    private static Token TokenOf(SealedClaims claims, string text, KeyHolder holder, Project? project) => new(
        text,
        CallerOf(claims, holder),
        project,
        DateTimeOffset.FromUnixTimeSeconds(claims.IssuedAt),
        DateTimeOffset.FromUnixTimeSeconds(claims.ExpiresAt));

    private static Caller CallerOf(SealedClaims claims, KeyHolder holder) => new(
        holder.User,
        holder.Domain,
        claims.ProjectId is { } id ? CallerScope.Project(id) : CallerScope.DomainOnly,
        "token");

    private async Task<Outcome<(SealedClaims Claims, KeyHolder Holder)>> OpenAsync(string text, CancellationToken cancellationToken)
    {
        if (SealedClaims.Open(_protector, text) is not { } claims)
            return AccountFaults.TokenUnreadable;
        if (claims.ExpiresAt <= _time.GetUtcNow().ToUnixTimeSeconds())
            return AccountFaults.TokenExpired;

        if (!(await _callers.FindUserAsync(claims.UserId, cancellationToken)).Succeeded(out KeyHolder? holder, out Fault? fault))
            return fault;

        return holder.User.Stamp != claims.Stamp ? AccountFaults.TokenRevoked : (claims, holder);
    }
}

/// <summary>An issued token.</summary>
/// <param name="Text">What the client sends.</param>
/// <param name="Caller">Whose it is.</param>
/// <param name="Project">The project it opens; null: the domain.</param>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="ExpiresAt">When it ends.</param>
public sealed record Token(string Text, Caller Caller, Project? Project, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>Without the text that opens the door.</summary>
    public override string ToString() => $"token of {Caller.User.Id}";
}

/// <summary>What a token is asked for: a project or the domain, by id or else by name.</summary>
public readonly record struct TokenScope(bool IsProject, string? Id, string? Name);
