using System.ComponentModel;
using System.Text.Json.Serialization;

namespace OcrService.Api.Contract.Accounts;

/// <summary>Answer of Cloud Eye's metric query.</summary>
internal sealed record MetricDataResponse(IReadOnlyList<MetricPoint> Datapoints, string MetricName);

/// <summary>One period. Of the five values there is the one that the filter names.</summary>
internal sealed record MetricPoint
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Average { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Max { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Min { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Sum { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Variance { get; init; }

    [Description("Begin of the period, in milliseconds since 1970.")]
    public required long Timestamp { get; init; }

    public required string Unit { get; init; }
}
