using System.ComponentModel.DataAnnotations;
using OcrService.Accounts.Billing;

namespace OcrService.Accounts.Tests.Billing;

public sealed class PricingOptionsTests
{
    [Fact]
    public void Rising_steps_are_good() => Faults(Step(10, 2), Step(20, 1), Step(null, 0.5m)).ShouldBeEmpty();

    [Fact]
    public void The_last_step_may_have_a_top() => Faults(Step(10, 2)).ShouldBeEmpty();

    [Fact]
    public void A_step_must_end_above_the_one_before() =>
        Faults(Step(10, 2), Step(10, 1)).ShouldHaveSingleItem().ShouldBe("Pricing:Tiers:1:UpTo must be above 10; only the last step has none.");

    [Fact]
    public void Only_the_last_step_has_no_top() => Faults(Step(null, 2), Step(10, 1)).ShouldHaveSingleItem().ShouldStartWith("Pricing:Tiers:0:UpTo");

    [Fact]
    public void A_price_is_not_negative() =>
        Faults(Step(null, -1)).ShouldHaveSingleItem().ShouldBe("Pricing:Tiers:0:PricePerThousand must not be negative.");

    [Fact]
    public void An_apis_own_steps_are_checked_under_its_name()
    {
        var options = new PricingOptions { Apis = { ["passport"] = new ApiPrice { Tiers = [Step(0, 1)] } } };
        Faults(options).ShouldHaveSingleItem().ShouldStartWith("Pricing:Apis:passport:Tiers:0:UpTo must be above 0");
    }

    private static PriceTier Step(long? upTo, decimal price) => new() { UpTo = upTo, PricePerThousand = price };

    private static List<string> Faults(params PriceTier[] tiers) => Faults(new PricingOptions { Tiers = tiers });

    private static List<string> Faults(PricingOptions options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return [.. results.Select(r => r.ErrorMessage!)];
    }
}
