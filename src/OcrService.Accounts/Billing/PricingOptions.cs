using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace OcrService.Accounts.Billing;

/// <summary>The price list. Without one everything is free of charge, and still counted.</summary>
public sealed class PricingOptions : IValidatableObject
{
    public const string Section = "Pricing";

    [Description("Currency of all prices and amounts")]
    [Required]
    public string Currency { get; set; } = "USD";

    [Description("Successful calls per project, API and month that cost nothing")]
    [Range(0L, 1_000_000_000_000L)]
    public long FreeCallsPerMonth { get; set; }

    [Description("Steps of the pay-per-use price by the calls of the month, for example `Pricing:Tiers:0:UpTo=10000`, "
        + "`Pricing:Tiers:0:PricePerThousand=1.5`; the last step has no UpTo")]
    public IList<PriceTier> Tiers { get; init; } = [];

    [Description("Own price of an API, for example `Pricing:Apis:passport:FreeCallsPerMonth` and `Pricing:Apis:passport:Tiers:0:...`")]
    public IDictionary<string, ApiPrice> Apis { get; init; } = new Dictionary<string, ApiPrice>(StringComparer.Ordinal);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        ApiPrice.Faults(Tiers, $"{Section}:{nameof(Tiers)}")
            .Concat(Apis.SelectMany(a => ApiPrice.Faults(a.Value.Tiers, $"{Section}:{nameof(Apis)}:{a.Key}:{nameof(Tiers)}")));
}

/// <summary>An API's own price; what is not given is as for all.</summary>
public sealed class ApiPrice
{
    public long? FreeCallsPerMonth { get; set; }

    public IList<PriceTier> Tiers { get; init; } = [];

    internal static IEnumerable<ValidationResult> Faults(IList<PriceTier> tiers, string setting)
    {
        long floor = 0;
        for (int i = 0; i < tiers.Count; i++)
        {
            if (tiers[i].PricePerThousand < 0)
                yield return new ValidationResult($"{setting}:{i}:PricePerThousand must not be negative.");

            bool isLast = i == tiers.Count - 1;
            if (tiers[i].UpTo is { } top ? top <= floor : !isLast)
                yield return new ValidationResult($"{setting}:{i}:UpTo must be above {floor}; only the last step has none.");
            floor = tiers[i].UpTo ?? floor;
        }
    }
}

/// <summary>A step of a price: what a thousand calls cost until the month's calls reach the top of the step.</summary>
public sealed class PriceTier
{
    /// <summary>Last call of the month at this price; null: all further ones.</summary>
    public long? UpTo { get; set; }

    public decimal PricePerThousand { get; set; }
}
