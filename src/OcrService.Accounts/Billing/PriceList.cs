using Microsoft.Extensions.Options;

namespace OcrService.Accounts.Billing;

/// <summary>What calls cost: free ones first, then steps by the number of pay-per-use calls in the month; each call at its own step's price.</summary>
public sealed class PriceList(IOptions<PricingOptions> options)
{
    /// <summary>Money is counted in millionths of the currency.</summary>
    public const long Micros = 1_000_000;

    private readonly PricingOptions _options = options.Value;

    public string Currency => _options.Currency;

    public long FreeCallsPerMonth(string api) => Own(api)?.FreeCallsPerMonth ?? _options.FreeCallsPerMonth;

    public IReadOnlyList<PriceTier> TiersOf(string api) => Own(api)?.Tiers is { Count: > 0 } tiers ? [.. tiers] : [.. _options.Tiers];

    /// <summary>The cost of some pay-per-use calls when the month has seen others already, in millionths of the currency.</summary>
    public long ChargeMicros(string api, long before, long calls) => CumulativeMicros(api, before + calls) - CumulativeMicros(api, before);

    public static decimal ToAmount(long micros) => (decimal)micros / Micros;

    /// <summary>Rounded once, over all calls of the month, so that parts add up to the whole however they were cut.</summary>
    private long CumulativeMicros(string api, long calls)
    {
        decimal amount = 0;
        long floor = 0;
        foreach (PriceTier tier in TiersOf(api))
        {
            long top = Math.Min(calls, tier.UpTo ?? long.MaxValue);
            if (top > floor)
                amount += (top - floor) * tier.PricePerThousand / 1000;
            floor = tier.UpTo ?? long.MaxValue;
        }

        // Beyond a last step that has a top its price goes on.
        if (calls > floor && TiersOf(api) is [.., { } last])
            amount += (calls - floor) * last.PricePerThousand / 1000;
        return (long)decimal.Round(amount * Micros, MidpointRounding.AwayFromZero);
    }

    private ApiPrice? Own(string api) => _options.Apis.TryGetValue(api, out ApiPrice? price) ? price : null;
}
