namespace OcrService.Accounts.Metering;

/// <summary>What a project has used of an API's free allowance and price tiers in a month.</summary>
internal sealed class MonthUse
{
    public required string ProjectId { get; init; }

    public required string Api { get; init; }

    /// <summary>Year and month, UTC, for example 202611.</summary>
    public required int Month { get; init; }

    public long Free { get; set; }

    public long PayPerUse { get; set; }

    public static int MonthOf(DateTimeOffset time) => (time.UtcDateTime.Year * 100) + time.UtcDateTime.Month;
}
