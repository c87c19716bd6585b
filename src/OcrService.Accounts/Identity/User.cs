namespace OcrService.Accounts.Identity;

/// <summary>Somebody, or some program, that acts for a domain.</summary>
public sealed class User
{
    /// <summary>32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    public required string DomainId { get; init; }

    /// <summary>Unique in the domain.</summary>
    public required string Name { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required Role Role { get; set; }

    /// <summary>The only project the user may act in; null: all of the domain.</summary>
    public string? ProjectId { get; set; }

    public bool IsEnabled { get; set; } = true;

    /// <summary>Most calls a minute and API; null: the service's setting.</summary>
    public int? CallsPerMinute { get; set; }

    internal string PasswordHash { get; set; } = "";

    /// <summary>Changes with password and state; tokens and temporary keys issued under another stamp are void.</summary>
    internal string Stamp { get; set; } = "";
}
