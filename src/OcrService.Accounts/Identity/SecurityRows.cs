namespace OcrService.Accounts.Identity;

/// <summary>Failures in a row of one subject (access key or user) from one source (address).</summary>
internal sealed class FailureCount
{
    public required string Subject { get; init; }

    public required string Source { get; init; }

    public int Failures { get; set; }

    public DateTimeOffset LastAt { get; set; }

    public DateTimeOffset LockedUntil { get; set; }
}

/// <summary>A signed request that was let in; it is let in once.</summary>
internal sealed class SeenRequest
{
    /// <summary>Lower-case hex SHA-256 of access key and what was signed.</summary>
    public required string Digest { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
