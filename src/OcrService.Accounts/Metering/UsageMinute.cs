namespace OcrService.Accounts.Metering;

/// <summary>Calls of one project, API and outcome in one minute, and who paid for them. Rows only grow.</summary>
internal sealed class UsageMinute
{
    public required string ProjectId { get; init; }

    public required string Api { get; init; }

    /// <summary>Begin of the minute, UTC.</summary>
    public required DateTimeOffset Minute { get; init; }

    /// <summary><see cref="AnsweredCall.Success"/> or the error code.</summary>
    public required string Outcome { get; init; }

    public long Calls { get; set; }

    public long Free { get; set; }

    public long Packaged { get; set; }

    public long PayPerUse { get; set; }

    /// <summary>What the pay-per-use calls cost, in millionths of the currency, by the price list of the moment.</summary>
    public long ChargeMicros { get; set; }
}
