namespace OcrService.Accounts.Billing;

/// <summary>Calls bought in advance for a month or a year. Packages combine; what is left when one expires is lost.</summary>
public sealed class Package
{
    /// <summary><see cref="Api"/> of a package that is good for every API.</summary>
    public const string AnyApi = "*";

    public required string Id { get; init; }

    public required string ProjectId { get; init; }

    /// <summary>Name of the API or <see cref="AnyApi"/>.</summary>
    public required string Api { get; init; }

    /// <summary>Calls.</summary>
    public required long Quota { get; init; }

    public long Used { get; internal set; }

    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>First moment in which the package is no longer good.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What it cost, in millionths of the currency.</summary>
    public required long PriceMicros { get; init; }

    public long Left => Quota - Used;

    public bool IsGoodFor(string api) => Api == AnyApi || Api == api;
}
