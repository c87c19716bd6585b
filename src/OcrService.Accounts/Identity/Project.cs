namespace OcrService.Accounts.Identity;

/// <summary>Where calls are counted and paid. SDKs find it by the region's name.</summary>
public sealed class Project
{
    /// <summary>32 hexadecimal digits; stands in the path of every call.</summary>
    public required string Id { get; init; }

    public required string DomainId { get; init; }

    /// <summary>The region's id, unique in the domain, for example <c>ap-southeast-1</c>.</summary>
    public required string Name { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public bool IsEnabled { get; internal set; } = true;

    /// <summary>Whether calls beyond free allowance and packages are served and charged; if not they are refused.</summary>
    public bool IsPayPerUse { get; internal set; } = true;

    /// <summary>Counts ledger writes. To raise it is to lock the project's row until the transaction ends.</summary>
    internal long LedgerVersion { get; set; }
}
