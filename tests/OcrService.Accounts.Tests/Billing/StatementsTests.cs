using OcrService.Accounts.Billing;
using OcrService.Accounts.Tests.Support;
using static OcrService.Accounts.Tests.Support.Replica;

namespace OcrService.Accounts.Tests.Billing;

public sealed class StatementsTests(ClassDatabases databases) : IClassFixture<ClassDatabases>
{
    private static readonly PricingOptions Pricing = new()
    {
        Currency = "CNY",
        FreeCallsPerMonth = 2,
        Tiers = [new PriceTier { UpTo = 3, PricePerThousand = 10m }, new PriceTier { PricePerThousand = 5m }],
    };

    [Theory, Sqlite, Postgres]
    public async Task A_month_is_summed_up_by_api(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine, new Settings { Pricing = Pricing });
        Customer customer = await replica.NewCustomerAsync();
        string project = customer.Project.Id;
        await replica.Packages.CreateAsync(project, new("passport", 3, 1, null, 1_000_000), Tester, CancellationToken.None);
        replica.Answer(customer, "passport", 6);
        replica.Answer(customer, "passport", 2, "AIS.0103");
        replica.Clock.Advance(TimeSpan.FromHours(3));
        replica.Answer(customer, "web-image", 7);
        await replica.Meter.FlushAsync(CancellationToken.None);

        Statement statement = await replica.Statements.ReadAsync(project, 2026, 11, CancellationToken.None);

        statement.ProjectId.ShouldBe(project);
        statement.Month.ShouldBe(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));
        statement.Currency.ShouldBe("CNY");
        statement.Lines.ShouldBe(
        [
            new StatementLine("passport", Successful: 6, Failed: 2, Free: 2, Packaged: 3, PayPerUse: 1, ChargeMicros: 10_000),
            new StatementLine("web-image", Successful: 7, Failed: 0, Free: 2, Packaged: 0, PayPerUse: 5, ChargeMicros: 40_000),
        ]);
        statement.Packages.ShouldHaveSingleItem().Used.ShouldBe(3);
        statement.PackagesMicros.ShouldBe(1_000_000);
        statement.TotalMicros.ShouldBe(1_050_000);
    }

    [Theory, Sqlite, Postgres]
    public async Task Other_months_and_other_projects_are_not_on_it(Engine engine)
    {
        DateTimeOffset lastMoment = new(2026, 11, 30, 23, 59, 59, 999, TimeSpan.Zero);
        await using Replica replica = await databases.StartAsync(engine, new Settings { Pricing = Pricing, Clock = new(lastMoment) });
        Customer customer = await replica.NewCustomerAsync(), stranger = await replica.NewCustomerAsync();
        replica.Answer(customer, "web-image", 3);
        replica.Answer(stranger, "web-image", 50);
        replica.Clock.Advance(TimeSpan.FromMilliseconds(1));
        replica.Answer(customer, "web-image", 4);
        await replica.Meter.FlushAsync(CancellationToken.None);

        (await LineAsync(replica, customer, 2026, 10)).ShouldBeNull();
        (await LineAsync(replica, customer, 2026, 11)).ShouldBe(new StatementLine("web-image", 3, 0, Free: 2, 0, PayPerUse: 1, 10_000));
        (await LineAsync(replica, customer, 2026, 12)).ShouldBe(new StatementLine("web-image", 4, 0, Free: 2, 0, PayPerUse: 2, 20_000));
        (await LineAsync(replica, customer, 2027, 1)).ShouldBeNull();
    }

    [Theory, Sqlite, Postgres]
    public async Task A_package_is_paid_in_the_month_it_was_bought_and_shown_while_it_is_good(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine, new Settings { Pricing = Pricing });
        Customer customer = await replica.NewCustomerAsync();
        DateTimeOffset march = new(2027, 3, 1, 0, 0, 0, TimeSpan.Zero);
        await replica.Packages.CreateAsync(customer.Project.Id, new("*", 10, 1, march, 7_000_000), Tester, CancellationToken.None);
        await replica.Packages.CreateAsync(customer.Project.Id, new("*", 10, 1, march.AddYears(-1), 3_000_000), Tester, CancellationToken.None);

        await ShowsAsync(2026, 2, [], 0);
        await ShowsAsync(2026, 3, [3_000_000], 0);
        await ShowsAsync(2026, 10, [], 0);
        await ShowsAsync(2026, 11, [3_000_000, 7_000_000], 10_000_000);
        await ShowsAsync(2026, 12, [], 0);
        await ShowsAsync(2027, 3, [7_000_000], 0);
        await ShowsAsync(2027, 4, [], 0);

        async Task ShowsAsync(int year, int month, long[] shown, long paid)
        {
            Statement statement = await replica.Statements.ReadAsync(customer.Project.Id, year, month, CancellationToken.None);
            statement.Packages.Select(p => p.PriceMicros).ShouldBe(shown, $"{year}-{month}");
            statement.PackagesMicros.ShouldBe(paid);
            statement.TotalMicros.ShouldBe(paid);
        }
    }

    [Theory, Sqlite, Postgres]
    public async Task Charges_stand_when_the_price_list_changes(Engine engine)
    {
        var dearer = new PricingOptions { Tiers = [new PriceTier { PricePerThousand = 100m }] };
        await using Replica before = await databases.StartAsync(engine, new Settings { Pricing = Pricing });
        await using Replica after = await databases.StartAsync(engine, new Settings { Pricing = dearer });
        Customer customer = await before.NewCustomerAsync();
        before.Answer(customer, "web-image", 4);
        await before.Meter.FlushAsync(CancellationToken.None);

        (await LineAsync(after, customer, 2026, 11)).ShouldBe(new StatementLine("web-image", 4, 0, Free: 2, 0, PayPerUse: 2, 20_000));

        after.Answer(customer, "web-image", 1);
        await after.Meter.FlushAsync(CancellationToken.None);
        (await LineAsync(after, customer, 2026, 11)).ShouldBe(new StatementLine("web-image", 5, 0, Free: 2, 0, PayPerUse: 3, 120_000));
    }

    private static async Task<StatementLine?> LineAsync(Replica replica, Customer customer, int year, int month) =>
        (await replica.Statements.ReadAsync(customer.Project.Id, year, month, CancellationToken.None)).Lines.SingleOrDefault();
}
