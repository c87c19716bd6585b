using OcrService.Accounts.Identity;

namespace OcrService.Accounts.Audit;

/// <summary>Who acts, as the audit trail names him.</summary>
/// <param name="Name">Domain and user.</param>
/// <param name="Credential">Access key or <c>token</c>.</param>
/// <param name="Source">Address of the request.</param>
public sealed record Actor(string Name, string Credential, string Source)
{
    /// <summary>The service itself, at its first start.</summary>
    public static readonly Actor Service = new("service", "", "");

    public static Actor Of(Caller caller, string source)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return new Actor($"{caller.Domain.Name}/{caller.User.Name}", caller.Credential, source);
    }
}
