namespace OcrService.Accounts.Audit;

/// <summary>Who changed what. Rows are only ever added; the database refuses to change or delete one.</summary>
public sealed class AuditEntry
{
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Name of domain and user, <c>domain/user</c>, or <c>service</c> for the first start.</summary>
    public required string Actor { get; init; }

    /// <summary>The access key, or <c>token</c>.</summary>
    public required string Credential { get; init; }

    /// <summary>Address the request came from.</summary>
    public required string Source { get; init; }

    /// <summary>For example <c>key.create</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Id of what was changed.</summary>
    public required string Subject { get; init; }

    /// <summary>New values as <c>name=value</c>, never a secret.</summary>
    public required string Detail { get; init; }
}
