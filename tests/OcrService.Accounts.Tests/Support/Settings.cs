using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;
using OcrService.Accounts.Billing;
using OcrService.Accounts.Identity;
using OcrService.Accounts.Metering;
using OcrService.Accounts.Storage;

namespace OcrService.Accounts.Tests.Support;

/// <summary>How a replica is set up; the defaults are the service's.</summary>
internal sealed record Settings
{
    /// <summary>A Sunday noon in the middle of a month.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 11, 15, 12, 0, 0, TimeSpan.Zero);

    public FakeTimeProvider Clock { get; init; } = new(Noon);

    public BootstrapOptions Bootstrap { get; init; } = new();

    public DatabaseOptions Database { get; init; } = new();

    public LockoutOptions Lockout { get; init; } = new();

    public MeteringOptions Metering { get; init; } = new();

    public PricingOptions Pricing { get; init; } = new();

    public X509Certificate2? KeyCertificate { get; init; }
}
