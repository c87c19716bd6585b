using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Net;

namespace OcrService.Api.Intake;

/// <summary>What fetching a picture by <c>url</c> may cost, and where it may go.</summary>
internal sealed class UrlFetchOptions : IValidatableObject
{
    public const string Section = "UrlFetch";

    /// <summary>Default 10 s.</summary>
    [Description("Time for the whole download, redirects included")]
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Default 3 s.</summary>
    [Description("Time for resolving the name and connecting, per redirect")]
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Default 7,864,320: what 10 MB of Base64 text hold.</summary>
    [Description("Largest file, in bytes")]
    [Range(1024, 64 * 1024 * 1024)]
    public int MaxBytes { get; set; } = 10 * 1024 * 1024 / 4 * 3;

    /// <summary>Default 3.</summary>
    [Description("Most redirects that are followed")]
    [Range(0, 20)]
    public int MaxRedirects { get; set; } = 3;

    /// <summary>Default empty: public addresses only.</summary>
    [Description("Networks in CIDR form that may be dialled although they are not public, for example that of an object store")]
    public IList<string> AllowedNetworks { get; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (string network in AllowedNetworks)
        {
            if (!IPNetwork.TryParse(network, out _))
            {
                yield return new ValidationResult(
                    $"'{network}' is no network in CIDR form such as 10.1.0.0/16.",
                    [nameof(AllowedNetworks)]);
            }
        }
    }
}
