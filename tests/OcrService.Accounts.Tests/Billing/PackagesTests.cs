using OcrService.Accounts.Billing;
using OcrService.Accounts.Tests.Support;
using OcrService.Documents;
using static OcrService.Accounts.Tests.Support.Replica;

namespace OcrService.Accounts.Tests.Billing;

public sealed class PackagesTests(ClassDatabases databases) : IClassFixture<ClassDatabases>
{
    [Theory, Sqlite, Postgres]
    public async Task A_package_tells_its_quota_use_and_time(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        DateTimeOffset start = new(2026, 12, 1, 8, 0, 0, TimeSpan.FromHours(8));

        await replica.Packages.CreateAsync(customer.Project.Id, new("passport", 1000, 12, start, 50_000_000), Tester, CancellationToken.None);

        Package package = (await replica.Packages.ListAsync(customer.Project.Id, CancellationToken.None)).ShouldHaveSingleItem();
        package.Api.ShouldBe("passport");
        (package.Quota, package.Used, package.Left).ShouldBe((1000, 0, 1000));
        package.StartsAt.ShouldBe(start.ToUniversalTime());
        package.ExpiresAt.ShouldBe(new DateTimeOffset(2027, 12, 1, 0, 0, 0, TimeSpan.Zero));
        package.CreatedAt.ShouldBe(Settings.Noon);
        package.PriceMicros.ShouldBe(50_000_000);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_package_starts_now_unless_told_and_ends_after_its_months(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine, new Settings { Clock = new(new DateTimeOffset(2027, 1, 31, 9, 30, 0, TimeSpan.Zero)) });
        Customer customer = await replica.NewCustomerAsync();

        Package package = (await replica.Packages.CreateAsync(customer.Project.Id, new("*", 1, 1, null, 0), Tester, CancellationToken.None)).Value;

        package.StartsAt.ShouldBe(replica.Clock.GetUtcNow());
        package.ExpiresAt.ShouldBe(new DateTimeOffset(2027, 2, 28, 9, 30, 0, TimeSpan.Zero));
    }

    [Theory, Sqlite, Postgres]
    public async Task The_next_to_expire_comes_first_and_what_is_over_last(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        await GiveAsync(replica, customer, months: 12);
        await GiveAsync(replica, customer, months: 1);
        await GiveAsync(replica, customer, months: 6);
        replica.Clock.Advance(TimeSpan.FromDays(40));

        IReadOnlyList<Package> listed = await replica.Packages.ListAsync(customer.Project.Id, CancellationToken.None);

        listed.Select(p => p.ExpiresAt).ShouldBe([Settings.Noon.AddMonths(6), Settings.Noon.AddMonths(12), Settings.Noon.AddMonths(1)]);
    }

    [Theory, Sqlite, Postgres]
    public async Task What_cannot_be_sold_is_refused(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        PackageSpec good = new("*", 10, 1, null, 0);

        foreach (PackageSpec bad in new[]
                 {
                     good with { Quota = 0 }, good with { Quota = long.MaxValue }, good with { Months = 0 }, good with { Months = 121 },
                     good with { PriceMicros = -1 },
                 })
            (await replica.Packages.CreateAsync(customer.Project.Id, bad, Tester, CancellationToken.None)).Fault.ShouldBe(AccountFaults.Invalid, bad.ToString());
        (await replica.Packages.CreateAsync("nowhere", good, Tester, CancellationToken.None)).Fault.ShouldBe(AccountFaults.NotFound);
        (await replica.Packages.ListAsync(customer.Project.Id, CancellationToken.None)).ShouldBeEmpty();
    }

    private static async Task GiveAsync(Replica replica, Customer customer, int months)
    {
        Outcome<Package> given = await replica.Packages.CreateAsync(customer.Project.Id, new("*", 10, months, null, 0), Tester, CancellationToken.None);
        given.Fault.ShouldBeNull();
    }
}
