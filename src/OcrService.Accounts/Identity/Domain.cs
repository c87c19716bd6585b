namespace OcrService.Accounts.Identity;

/// <summary>An account, which the wire calls a domain: it owns projects and users, and pays.</summary>
public sealed class Domain
{
    /// <summary>32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Unique in the service.</summary>
    public required string Name { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
