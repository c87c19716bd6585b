using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OcrService.Accounts.Audit;
using OcrService.Accounts.Storage;
using OcrService.Documents;

namespace OcrService.Accounts.Identity;

/// <summary>Domains, projects and users, and how they are changed. Every change is one transaction together with its audit entry.</summary>
public sealed class IdentityDirectory
{
    private readonly IDbContextFactory<AccountsContext> _contexts;
    private readonly KnownCallers _callers;
    private readonly TimeProvider _time;

    internal IdentityDirectory(DatabaseGate gate, KnownCallers callers, TimeProvider time)
    {
        _contexts = gate;
        _callers = callers;
        _time = time;
    }

    /// <summary>A project, enabled or not. Faults: <see cref="AccountFaults.NotFound"/>, <see cref="AccountFaults.DatabaseAway"/> when it was not seen lately.</summary>
    public Task<Outcome<Project>> FindProjectAsync(string id, CancellationToken cancellationToken) => _callers.FindProjectAsync(id, cancellationToken);

    /// <summary>Projects of the domain, by name; one of them when a name is given.</summary>
    public async Task<IReadOnlyList<Project>> ProjectsAsync(string domainId, string? name, CancellationToken cancellationToken)
    {
        await using AccountsContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.Projects.AsNoTracking().Where(p => p.DomainId == domainId && (name == null || p.Name == name))
            .OrderBy(p => p.Name).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<User>> UsersAsync(string domainId, CancellationToken cancellationToken)
    {
        await using AccountsContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.Users.AsNoTracking().Where(u => u.DomainId == domainId).OrderBy(u => u.Name).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<Domain>> DomainsAsync(CancellationToken cancellationToken)
    {
        await using AccountsContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.Domains.AsNoTracking().OrderBy(d => d.Name).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// A domain with its first project and a first user with full access. Faults: <see cref="AccountFaults.Invalid"/>,
    /// <see cref="AccountFaults.Exists"/>.
    /// </summary>
    public async Task<Outcome<NewDomain>> CreateDomainAsync(DomainSpec spec, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (!Names.IsGood(spec.Domain) || !Names.IsGood(spec.User) || !Names.IsGood(spec.Project) || !Passwords.IsAcceptable(spec.Password)
            || (spec.ProjectId is { } id && !Names.IsId(id)))
            return AccountFaults.Invalid;

        await using AccountsContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        NewDomain created = Add(db, spec, _time);
        db.Audit(_time, actor, "domain.create", created.Domain.Id, $"name={spec.Domain}", $"project={created.Project.Id}", $"user={created.User.Id}");
        return await SaveAsync(db, created, cancellationToken);
    }

    /// <summary>A project of the domain. Faults: <see cref="AccountFaults.Invalid"/>, <see cref="AccountFaults.Exists"/>.</summary>
    public async Task<Outcome<Project>> CreateProjectAsync(string domainId, string name, Actor actor, CancellationToken cancellationToken)
    {
        if (!Names.IsGood(name))
            return AccountFaults.Invalid;

        await using AccountsContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        var project = new Project { Id = Secrets.NewId(), DomainId = domainId, Name = name, CreatedAt = _time.GetUtcNow() };
        db.Projects.Add(project);
        db.Audit(_time, actor, "project.create", project.Id, $"name={name}", $"domain={domainId}");
        return await SaveAsync(db, project, cancellationToken);
    }

    /// <summary>Changes what is given of a project. Fault: <see cref="AccountFaults.NotFound"/>.</summary>
    public async Task<Outcome<Project>> ChangeProjectAsync(
        string domainId, string projectId, ProjectChange change, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        await using AccountsContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Projects.FirstOrDefaultAsync(p => p.Id == projectId && p.DomainId == domainId, cancellationToken) is not { } project)
            return AccountFaults.NotFound;

        project.IsEnabled = change.Enabled ?? project.IsEnabled;
        project.IsPayPerUse = change.PayPerUse ?? project.IsPayPerUse;
        db.Audit(_time, actor, "project.change", project.Id, $"enabled={project.IsEnabled}", $"pay_per_use={project.IsPayPerUse}");
        return await SaveAsync(db, project, cancellationToken);
    }

    /// <summary>A user of the domain. Faults: <see cref="AccountFaults.Invalid"/> (also for a project that is not the domain's), <see cref="AccountFaults.Exists"/>.</summary>
    public async Task<Outcome<User>> CreateUserAsync(string domainId, UserSpec spec, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(spec);
        await using AccountsContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        if (!Names.IsGood(spec.Name) || !Passwords.IsAcceptable(spec.Password) || spec.CallsPerMinute < 0
            || !await IsOwnProjectAsync(db, domainId, spec.ProjectId, cancellationToken))
            return AccountFaults.Invalid;

        User user = NewUser(domainId, spec.Name, spec.Password, spec.Role, _time);
        user.ProjectId = spec.ProjectId;
        user.CallsPerMinute = spec.CallsPerMinute;
        db.Users.Add(user);
        db.Audit(_time, actor, "user.create", user.Id, $"name={user.Name}", $"role={user.Role}", $"project={user.ProjectId}", $"domain={domainId}");
        return await SaveAsync(db, user, cancellationToken);
    }

    /// <summary>
    /// Changes what is given of a user. A new password and a change of state void his tokens and temporary keys. Faults:
    /// <see cref="AccountFaults.NotFound"/>, <see cref="AccountFaults.Invalid"/>.
    /// </summary>
    public async Task<Outcome<User>> ChangeUserAsync(string domainId, string userId, UserChange change, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        await using AccountsContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Users.FirstOrDefaultAsync(u => u.Id == userId && u.DomainId == domainId, cancellationToken) is not { } user)
            return AccountFaults.NotFound;
        if ((change.Password is not null && !Passwords.IsAcceptable(change.Password)) || change.CallsPerMinute < UserChange.ServicesLimit)
            return AccountFaults.Invalid;

        if (change.Password is not null || (change.Enabled ?? user.IsEnabled) != user.IsEnabled)
            user.Stamp = Secrets.NewId();
        var details = new List<string>();
        if (change.Password is { } password)
        {
            user.PasswordHash = Passwords.Hash(password);
            details.Add("password=changed");
        }

        if (change.Enabled is { } enabled)
        {
            user.IsEnabled = enabled;
            details.Add($"enabled={enabled}");
        }

        if (change.Role is { } role)
        {
            user.Role = role;
            details.Add($"role={role}");
        }

        if (change.CallsPerMinute is { } limit)
        {
            user.CallsPerMinute = limit == UserChange.ServicesLimit ? null : limit;
            details.Add($"calls_per_minute={user.CallsPerMinute?.ToString(CultureInfo.InvariantCulture) ?? "service"}");
        }

        db.Audit(_time, actor, "user.change", user.Id, [.. details]);
        return await SaveAsync(db, user, cancellationToken);
    }

    internal static NewDomain Add(AccountsContext db, DomainSpec spec, TimeProvider time, Role role = Role.FullAccess)
    {
        DateTimeOffset now = time.GetUtcNow();
        var domain = new Domain { Id = Secrets.NewId(), Name = spec.Domain, CreatedAt = now };
        var project = new Project { Id = spec.ProjectId ?? Secrets.NewId(), DomainId = domain.Id, Name = spec.Project, CreatedAt = now };
        User user = NewUser(domain.Id, spec.User, spec.Password, role, time);
        db.Domains.Add(domain);
        db.Projects.Add(project);
        db.Users.Add(user);
        return new NewDomain(domain, project, user);
    }

    private static User NewUser(string domainId, string name, string password, Role role, TimeProvider time) => new()
    {
        Id = Secrets.NewId(),
        DomainId = domainId,
        Name = name,
        CreatedAt = time.GetUtcNow(),
        Role = role,
        PasswordHash = Passwords.Hash(password),
        Stamp = Secrets.NewId(),
    };

    private static async Task<bool> IsOwnProjectAsync(AccountsContext db, string domainId, string? projectId, CancellationToken cancellationToken) =>
        projectId is null || await db.Projects.AnyAsync(p => p.Id == projectId && p.DomainId == domainId, cancellationToken);

    private static async Task<Outcome<T>> SaveAsync<T>(AccountsContext db, T result, CancellationToken cancellationToken)
        where T : notnull
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return result;
        }
        catch (DbUpdateException e) when (AccountsDatabase.IsDuplicate(e))
        {
            return AccountFaults.Exists;
        }
    }
}

/// <summary>What a new domain starts with.</summary>
/// <param name="Domain">Its name.</param>
/// <param name="Project">Name of its first project: a region's id.</param>
/// <param name="ProjectId">Id of the project; null: a new one.</param>
/// <param name="User">Name of its first user.</param>
/// <param name="Password">The user's password.</param>
public sealed record DomainSpec(string Domain, string Project, string? ProjectId, string User, string Password)
{
    /// <summary>Without the password.</summary>
    public override string ToString() => Domain;
}

/// <summary>A new domain with its first project and user.</summary>
public sealed record NewDomain(Domain Domain, Project Project, User User);

/// <summary>A new user.</summary>
public sealed record UserSpec(string Name, string Password, Role Role, string? ProjectId, int? CallsPerMinute)
{
    /// <summary>Without the password.</summary>
    public override string ToString() => Name;
}

/// <summary>What to change of a user; null leaves it.</summary>
public sealed record UserChange(string? Password, bool? Enabled, Role? Role, int? CallsPerMinute)
{
    /// <summary>As <see cref="CallsPerMinute"/>: no limit of his own any more, but the service's setting.</summary>
    public const int ServicesLimit = -1;

    /// <summary>Without the password.</summary>
    public override string ToString() => $"{nameof(UserChange)} {Enabled} {Role} {CallsPerMinute}";
}

/// <summary>What to change of a project; null leaves it.</summary>
public sealed record ProjectChange(bool? Enabled, bool? PayPerUse);
