using OcrService.Documents;

namespace OcrService.Accounts.Identity;

/// <summary>What an endpoint lets its caller do.</summary>
public enum AccessLevel
{
    /// <summary>Read what belongs to the project.</summary>
    Look,

    /// <summary>Call the OCR APIs, on the project's bill, and hold keys for that.</summary>
    Call,

    /// <summary>Change the domain: its users, projects and subscriptions.</summary>
    Manage,

    /// <summary>Run the service, for all domains.</summary>
    Operate,
}

/// <summary>Who sent a request, once his credentials hold.</summary>
/// <param name="User">The user.</param>
/// <param name="Domain">His domain.</param>
/// <param name="Scope">What the credentials open.</param>
/// <param name="Credential">Which credentials they were, for the audit trail: an access key, or <c>token</c>.</param>
public sealed record Caller(User User, Domain Domain, CallerScope Scope, string Credential)
{
    public bool IsOperator => User.Role == Role.Operator;

    /// <summary>Null when the caller may do this in the project, else why not. A project that does not exist is refused like another's.</summary>
    public Fault? RefusalFor(AccessLevel level, Project? project)
    {
        if (Scope.IsDomain)
            return AccountFaults.TokenWithoutProject;

        Role needed = level switch
        {
            AccessLevel.Look => Role.ReadOnly,
            AccessLevel.Operate => Role.Operator,
            _ => Role.FullAccess,
        };
        if (User.Role < needed || project is not { IsEnabled: true })
            return AccountFaults.Denied;

        // The operator looks after every project, but his calls are on his own bill.
        if (IsOperator && level != AccessLevel.Call)
            return null;

        bool isOpen = project.DomainId == Domain.Id
            && (User.ProjectId is null || User.ProjectId == project.Id)
            && (Scope.ProjectId is null || Scope.ProjectId == project.Id);

        // Who is kept to one project must not make himself a user who is not.
        return isOpen && (level != AccessLevel.Manage || User.ProjectId is null) ? null : AccountFaults.Denied;
    }
}

/// <summary>What credentials open: all the user's projects (access keys), one project, or the domain alone (tokens).</summary>
/// <param name="IsDomain">The domain alone.</param>
/// <param name="ProjectId">The one project.</param>
public readonly record struct CallerScope(bool IsDomain, string? ProjectId)
{
    public static readonly CallerScope All;

    public static readonly CallerScope DomainOnly = new(true, null);

    public static CallerScope Project(string id) => new(false, id);
}
