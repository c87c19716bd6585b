using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Net;

namespace OcrService.Api.Telemetry;

/// <summary>Who may see the service's figures, and where they are sent.</summary>
internal sealed class MetricsOptions : IValidatableObject
{
    public const string Section = "Metrics";

    [Description("Whether `/metrics` is served, in the text format of Prometheus")]
    public bool Enabled { get; set; } = true;

    [Description("Networks in CIDR form that may read `/metrics`; for all others the path does not exist. Empty: loopback and private networks")]
    public IList<string> AllowedNetworks { get; init; } = [];

    [Description("Base address of an OTLP collector, for example http://collector:4318; traces and metrics go there as HTTP/protobuf. Empty: nothing is sent")]
    public string OtlpEndpoint { get; set; } = "";

    [Description("Share of the requests that are traced when traces are sent")]
    [Range(0.0, 1.0)]
    public double TraceShare { get; set; } = 0.1;

    [Description("How often metrics are sent")]
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan OtlpInterval { get; set; } = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (string network in AllowedNetworks)
        {
            if (!IPNetwork.TryParse(network, out _))
                yield return new ValidationResult($"'{network}' is no network in CIDR form such as 10.1.0.0/16.", [nameof(AllowedNetworks)]);
        }

        if (OtlpEndpoint.Length > 0 && !(Uri.TryCreate(OtlpEndpoint, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"))
            yield return new ValidationResult($"'{OtlpEndpoint}' is no http or https address.", [nameof(OtlpEndpoint)]);
    }
}
