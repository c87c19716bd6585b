namespace OcrService.Accounts.Metering;

/// <summary>A batch that was written. Its row is in the same transaction as the counts, so that a batch written twice counts once.</summary>
internal sealed class WrittenBatch
{
    public required Guid Id { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }
}

/// <summary>A call in flight that holds a place of a quota without pay-per-use. It lapses when nobody settles it.</summary>
internal sealed class Reservation
{
    public required Guid Id { get; init; }

    public required string ProjectId { get; init; }

    public required string Api { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>A project's own word on an API, against the service's default.</summary>
internal sealed class Subscription
{
    public required string ProjectId { get; init; }

    public required string Api { get; init; }

    public required bool IsEnabled { get; set; }
}

/// <summary>Calls of a user to an API in one minute, for the limit.</summary>
internal sealed class MinuteCalls
{
    public required string UserId { get; init; }

    public required string Api { get; init; }

    public required DateTimeOffset Minute { get; init; }

    public long Calls { get; set; }
}
