using CsCheck;
using Microsoft.Extensions.Options;
using OcrService.Accounts.Billing;

namespace OcrService.Accounts.Tests.Billing;

public sealed class PriceListTests
{
    private static readonly PricingOptions Stepped = new()
    {
        FreeCallsPerMonth = 100,
        Tiers =
        [
            new PriceTier { UpTo = 1000, PricePerThousand = 2m },
            new PriceTier { UpTo = 5000, PricePerThousand = 1.5m },
            new PriceTier { PricePerThousand = 0.333m },
        ],
        Apis =
        {
            ["passport"] = new ApiPrice { FreeCallsPerMonth = 5 },
            ["id-card"] = new ApiPrice { Tiers = [new PriceTier { UpTo = 10, PricePerThousand = 1000m }] },
        },
    };

    private static readonly PriceList Prices = new(Options.Create(Stepped));

    [Theory]
    [InlineData(0, 1, 2_000)]
    [InlineData(0, 1000, 2_000_000)]
    [InlineData(999, 1, 2_000)]
    [InlineData(1000, 1, 1_500)]
    [InlineData(999, 2, 3_500)]
    [InlineData(0, 5000, 8_000_000)]
    [InlineData(4999, 2, 1_833)]
    [InlineData(0, 1_000_000, 339_335_000)]
    [InlineData(500, 0, 0)]
    public void Each_call_costs_the_price_of_its_own_step(long before, long calls, long micros) =>
        Prices.ChargeMicros("web-image", before, calls).ShouldBe(micros);

    [Fact]
    public void An_api_has_its_own_prices_and_else_those_of_all()
    {
        Prices.FreeCallsPerMonth("web-image").ShouldBe(100);
        Prices.FreeCallsPerMonth("passport").ShouldBe(5);
        Prices.FreeCallsPerMonth("id-card").ShouldBe(100);
        Prices.ChargeMicros("passport", 0, 1).ShouldBe(2_000);
        Prices.ChargeMicros("id-card", 0, 1).ShouldBe(1_000_000);
        Prices.TiersOf("passport").Count.ShouldBe(3);
        Prices.TiersOf("id-card").Count.ShouldBe(1);
    }

    [Fact]
    public void Beyond_a_last_step_with_a_top_its_price_goes_on() => Prices.ChargeMicros("id-card", 8, 4).ShouldBe(4_000_000);

    [Fact]
    public void Without_a_price_list_everything_is_free_of_charge() =>
        new PriceList(Options.Create(new PricingOptions())).ChargeMicros("web-image", 0, 1_000_000).ShouldBe(0);

    [Fact]
    public void The_parts_add_up_to_the_whole_however_they_are_cut()
    {
        Gen<PriceTier[]> tiers = Gen.Select(Gen.Int[1, 900], Gen.Int[0, 9_999_999]).Array[1, 4].Select(steps =>
        {
            long top = 0;
            return steps.Select((s, i) => new PriceTier
            {
                UpTo = i == steps.Length - 1 ? null : top += s.Item1,
                PricePerThousand = s.Item2 / 10_000m,
            }).ToArray();
        });

        Gen.Select(tiers, Gen.Int[0, 500].Array[1, 12]).Sample((steps, parts) =>
        {
            var prices = new PriceList(Options.Create(new PricingOptions { Tiers = steps }));
            long before = 0, sum = 0;
            foreach (int part in parts)
            {
                long charge = prices.ChargeMicros("web-image", before, part);
                charge.ShouldBeGreaterThanOrEqualTo(0);
                sum += charge;
                before += part;
            }

            sum.ShouldBe(prices.ChargeMicros("web-image", 0, before));
        });
    }

    [Fact]
    public void Amounts_are_millionths_of_the_currency()
    {
        PriceList.ToAmount(1_234_567).ShouldBe(1.234567m);
        new PriceList(Options.Create(new PricingOptions { Currency = "CNY" })).Currency.ShouldBe("CNY");
    }
}
