using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace OcrService.Api.Hosting;

/// <summary>The HTTP server itself. Where it listens is ASP.NET Core's own setting (<c>urls</c>, <c>Kestrel:Endpoints</c>).</summary>
internal sealed class ServerOptions : IValidatableObject
{
    public const string Section = "Server";

    /// <summary>Default 12,582,912, the gateway's documented 12 MB.</summary>
    [Description("Largest request body, in bytes")]
    [Range(1024, 64 * 1024 * 1024)]
    public int MaxBodyBytes { get; set; } = 12 * 1024 * 1024;

    /// <summary>Default 30 s.</summary>
    [Description("How long a stopping service waits for the requests in flight")]
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(30);

    [Description("Networks in CIDR form of gateways whose X-Forwarded-For and X-Forwarded-Proto are believed")]
    public IList<string> TrustedProxies { get; init; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from network in TrustedProxies
        where !System.Net.IPNetwork.TryParse(network, out _)
        select new ValidationResult($"'{network}' is no network in CIDR form such as 10.1.0.0/16.", [nameof(TrustedProxies)]);
}
