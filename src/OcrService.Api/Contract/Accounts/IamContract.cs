using System.Globalization;
using System.Text.Json.Serialization;
using OcrService.Accounts.Identity;

namespace OcrService.Api.Contract.Accounts;

/// <summary>Body of a token request (contract section 5.1). Everything may be missing: it comes from outside.</summary>
internal sealed record TokenRequest
{
    public TokenRequestAuth? Auth { get; init; }
}

internal sealed record TokenRequestAuth
{
    public TokenRequestIdentity? Identity { get; init; }

    public TokenRequestScope? Scope { get; init; }
}

internal sealed record TokenRequestIdentity
{
    public IReadOnlyList<string?>? Methods { get; init; }

    public TokenRequestPassword? Password { get; init; }

    /// <summary>For temporary keys: how long, and for which token if not that of the header.</summary>
    public TokenRequestToken? Token { get; init; }
}

internal sealed record TokenRequestPassword
{
    public TokenRequestUser? User { get; init; }
}

internal sealed record TokenRequestToken
{
    public string? Id { get; init; }

    public int? DurationSeconds { get; init; }
}

internal sealed record TokenRequestUser
{
    public string? Name { get; init; }

    public string? Password { get; init; }

    public TokenRequestName? Domain { get; init; }
}

internal sealed record TokenRequestScope
{
    public TokenRequestName? Project { get; init; }

    public TokenRequestName? Domain { get; init; }
}

internal sealed record TokenRequestName
{
    public string? Id { get; init; }

    public string? Name { get; init; }
}

/// <summary>A token as IAM describes it.</summary>
internal sealed record TokenResponse
{
    public required TokenBody Token { get; init; }

    public static TokenResponse Of(Token token)
    {
        var domain = new NamedId(token.Caller.Domain.Id, token.Caller.Domain.Name);
        return new TokenResponse
        {
            Token = new TokenBody
            {
                ExpiresAt = IamTime.Of(token.ExpiresAt),
                IssuedAt = IamTime.Of(token.IssuedAt),
                Project = token.Project is { } project ? new TokenProject(project.Id, project.Name, domain) : null,
                Domain = token.Project is null ? domain : null,
                Roles = [new NamedId("0", RoleNames.Of(token.Caller.User.Role))],
                User = new TokenUser(token.Caller.User.Id, token.Caller.User.Name, "", domain),
            },
        };
    }
}

internal sealed record TokenBody
{
    public required string ExpiresAt { get; init; }

    public required string IssuedAt { get; init; }

    public IReadOnlyList<string> Methods { get; init; } = ["password"];

    /// <summary>Always empty: there are no other services to list.</summary>
    public IReadOnlyList<NamedId> Catalog { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TokenProject? Project { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NamedId? Domain { get; init; }

    public required IReadOnlyList<NamedId> Roles { get; init; }

    public required TokenUser User { get; init; }
}

internal sealed record NamedId(string Id, string Name);

internal sealed record TokenProject(string Id, string Name, NamedId Domain);

internal sealed record TokenUser(string Id, string Name, string PasswordExpiresAt, NamedId Domain);

/// <summary>Projects as the SDKs look them up (contract section 7).</summary>
internal sealed record IamProjectList(IReadOnlyList<IamProject> Projects, IamLinks Links);

internal sealed record IamProject(
    string Id, string Name, string DomainId, string ParentId, string Description, bool Enabled, bool IsDomain, IamLinks Links)
{
    public static IamProject Of(Project project, string address) => new(
        project.Id,
        project.Name,
        project.DomainId,
        project.DomainId,
        "",
        project.IsEnabled,
        IsDomain: false,
        new IamLinks($"{address}/{project.Id}"));
}

internal sealed record IamDomainList(IReadOnlyList<IamDomain> Domains, IamLinks Links);

internal sealed record IamDomain(string Id, string Name, string Description, bool Enabled, IamLinks Links);

/// <summary>Lists come whole, so there is never a next or previous page; the members are there all the same.</summary>
internal sealed record IamLinks(string Self, string? Next = null, string? Previous = null);

/// <summary>Temporary keys.</summary>
internal sealed record CredentialResponse(TemporaryCredential Credential);

internal sealed record TemporaryCredential(string Access, string Secret, string Securitytoken, string ExpiresAt);

internal static class IamTime
{
    /// <summary>UTC with six decimals, as IAM writes times.</summary>
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}

internal static class RoleNames
{
    public static string Of(Role role) => role switch
    {
        Role.Operator => "operator",
        Role.FullAccess => "full_access",
        _ => "read_only",
    };

    public static Role? Parse(string? name) => name switch
    {
        "operator" => Role.Operator,
        "full_access" => Role.FullAccess,
        "read_only" => Role.ReadOnly,
        _ => null,
    };
}
