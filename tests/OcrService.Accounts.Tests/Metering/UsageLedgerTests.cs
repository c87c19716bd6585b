using Microsoft.EntityFrameworkCore;
using OcrService.Accounts.Billing;
using OcrService.Accounts.Metering;
using OcrService.Accounts.Tests.Support;
using static OcrService.Accounts.Tests.Support.Replica;

namespace OcrService.Accounts.Tests.Metering;

public sealed class UsageLedgerTests(ClassDatabases databases) : IClassFixture<ClassDatabases>
{
    private const string Api = "web-image";

    private static readonly PricingOptions Pricing = new()
    {
        FreeCallsPerMonth = 3,
        Tiers = [new PriceTier { UpTo = 4, PricePerThousand = 1000m }, new PriceTier { PricePerThousand = 100m }],
    };

    [Theory, Sqlite, Postgres]
    public async Task Free_calls_come_first_then_packages_by_their_end_then_pay_per_use(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine, new Settings { Pricing = Pricing });
        Customer customer = await replica.NewCustomerAsync();
        Package late = await GiveAsync(replica, customer, Api, 5, months: 12), soon = await GiveAsync(replica, customer, Api, 4, months: 1);

        await AnswerAsync(replica, customer, Api, 6);
        (await UsedAsync(replica, soon), await UsedAsync(replica, late)).ShouldBe((3, 0));
        await AnswerAsync(replica, customer, Api, 12);
        (await UsedAsync(replica, soon), await UsedAsync(replica, late)).ShouldBe((4, 5));

        (await LineAsync(replica, customer, Api)).ShouldBe(new StatementLine(Api, 18, 0, Free: 3, Packaged: 9, PayPerUse: 6, ChargeMicros: 4_200_000));
    }

    [Theory, Sqlite, Postgres]
    public async Task One_batch_goes_through_all_that_pays(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine, new Settings { Pricing = Pricing });
        Customer customer = await replica.NewCustomerAsync();
        await GiveAsync(replica, customer, Api, 2, months: 1);
        await GiveAsync(replica, customer, Package.AnyApi, 2, months: 2);
        await GiveAsync(replica, customer, "passport", 2, months: 3);

        await AnswerAsync(replica, customer, Api, 12);

        (await LineAsync(replica, customer, Api)).ShouldBe(new StatementLine(Api, 12, 0, Free: 3, Packaged: 4, PayPerUse: 5, ChargeMicros: 4_100_000));
    }

    [Theory, Sqlite, Postgres]
    public async Task A_common_package_pays_for_every_api(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        Package common = await GiveAsync(replica, customer, Package.AnyApi, 5, months: 1), own = await GiveAsync(replica, customer, "passport", 5, months: 2);

        replica.Answer(customer, Api, 3);
        replica.Answer(customer, "passport", 4);
        await replica.Meter.FlushAsync(CancellationToken.None);

        (await UsedAsync(replica, common), await UsedAsync(replica, own)).ShouldBe((5, 2));
        (await LineAsync(replica, customer, Api)).Packaged.ShouldBe(3);
        (await LineAsync(replica, customer, "passport")).Packaged.ShouldBe(4);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_package_pays_for_nothing_before_it_starts_or_after_it_ends(Engine engine)
    {
        DateTimeOffset lastMinute = new(2026, 11, 30, 23, 59, 30, TimeSpan.Zero), december = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
        await using Replica replica = await databases.StartAsync(engine, new Settings { Clock = new(lastMinute) });
        Customer customer = await replica.NewCustomerAsync();
        Package package = await GiveAsync(replica, customer, Api, 10, months: 1, december);

        await AnswerAsync(replica, customer, Api, 1);
        (await UsedAsync(replica, package)).ShouldBe(0);
        replica.Clock.Advance(TimeSpan.FromSeconds(30));
        await AnswerAsync(replica, customer, Api, 2);
        (await UsedAsync(replica, package)).ShouldBe(2);
        replica.Clock.SetUtcNow(december.AddMonths(1).AddMilliseconds(-1));
        await AnswerAsync(replica, customer, Api, 3);
        (await UsedAsync(replica, package)).ShouldBe(5);
        replica.Clock.SetUtcNow(december.AddMonths(1));
        await AnswerAsync(replica, customer, Api, 4);
        (await UsedAsync(replica, package)).ShouldBe(5);
    }

    [Theory, Sqlite, Postgres]
    public async Task Calls_that_are_written_late_are_paid_as_of_when_they_were_answered(Engine engine)
    {
        DateTimeOffset lastMinute = new(2026, 11, 30, 23, 59, 30, TimeSpan.Zero), december = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
        await using Replica replica = await databases.StartAsync(engine, new Settings { Pricing = Pricing, Clock = new(lastMinute) });
        Customer customer = await replica.NewCustomerAsync();
        Package november = await GiveAsync(replica, customer, Api, 10, months: 1, december.AddMonths(-1));
        replica.Answer(customer, Api, 5);
        replica.Clock.Advance(TimeSpan.FromHours(6));
        replica.Answer(customer, Api, 6);
        await replica.Meter.FlushAsync(CancellationToken.None);

        (await UsedAsync(replica, november)).ShouldBe(2);
        (await LineAsync(replica, customer, Api, 11)).ShouldBe(new StatementLine(Api, 5, 0, Free: 3, Packaged: 2, PayPerUse: 0, ChargeMicros: 0));
        (await LineAsync(replica, customer, Api, 12)).ShouldBe(new StatementLine(Api, 6, 0, Free: 3, Packaged: 0, PayPerUse: 3, ChargeMicros: 3_000_000));
    }

    [Theory, Sqlite, Postgres]
    public async Task A_new_month_has_its_own_free_calls_and_steps(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine, new Settings { Pricing = Pricing });
        Customer customer = await replica.NewCustomerAsync();
        await AnswerAsync(replica, customer, Api, 10);
        replica.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
        await AnswerAsync(replica, customer, Api, 10);

        var line = new StatementLine(Api, 10, 0, Free: 3, Packaged: 0, PayPerUse: 7, ChargeMicros: 4_300_000);
        (await LineAsync(replica, customer, Api, 11)).ShouldBe(line);
        (await LineAsync(replica, customer, Api, 12)).ShouldBe(line);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_call_costs_the_same_in_a_batch_of_its_own_or_with_others(Engine engine)
    {
        var uneven = new PricingOptions { Tiers = [new PriceTier { UpTo = 7, PricePerThousand = 0.3337m }, new PriceTier { PricePerThousand = 0.1111m }] };
        await using Replica replica = await databases.StartAsync(engine, new Settings { Pricing = uneven });
        Customer one = await replica.NewCustomerAsync(), other = await replica.NewCustomerAsync();

        for (int i = 0; i < 20; i++)
            await AnswerAsync(replica, one, Api, 1);
        await AnswerAsync(replica, other, Api, 20);

        (await LineAsync(replica, one, Api)).ShouldBe(await LineAsync(replica, other, Api));
        (await LineAsync(replica, one, Api)).ChargeMicros.ShouldBe(replica.The<PriceList>().ChargeMicros(Api, 0, 20));
    }

    [Theory, Sqlite, Postgres]
    public async Task Failed_calls_are_on_record_and_free_of_charge(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine, new Settings { Pricing = Pricing });
        Customer customer = await replica.NewCustomerAsync();
        Package package = await GiveAsync(replica, customer, Api, 10, months: 1);
        foreach (string outcome in new[] { "AIS.0103", "ModelArts.4204", AnsweredCall.Unanswered })
            replica.Answer(customer, Api, 2, outcome);
        await replica.Meter.FlushAsync(CancellationToken.None);

        (await UsedAsync(replica, package)).ShouldBe(0);
        (await LineAsync(replica, customer, Api)).ShouldBe(new StatementLine(Api, 0, Failed: 6, 0, 0, 0, 0));
        List<UsageMinute> rows = await replica.LookAsync(db => db.UsageMinutes.Where(u => u.ProjectId == customer.Project.Id).ToListAsync());
        rows.Select(r => (r.Outcome, r.Calls, r.Minute)).ShouldBe(
            [("AIS.0103", 2, Settings.Noon), ("ModelArts.4204", 2, Settings.Noon), ("unanswered", 2, Settings.Noon)], ignoreOrder: true);
    }

    [Theory, Sqlite, Postgres]
    public async Task Of_packages_that_end_together_an_apis_own_goes_first(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        // Several of each, since ids are random.
        Package[] common = [await GiveAsync(replica, customer, "*", 1, months: 1), await GiveAsync(replica, customer, "*", 1, months: 1)];
        Package[] own = [await GiveAsync(replica, customer, Api, 1, months: 1), await GiveAsync(replica, customer, Api, 1, months: 1)];

        await AnswerAsync(replica, customer, Api, 2);

        foreach (Package package in own)
            (await UsedAsync(replica, package)).ShouldBe(1);
        foreach (Package package in common)
            (await UsedAsync(replica, package)).ShouldBe(0);
        (await replica.Packages.ListAsync(customer.Project.Id, CancellationToken.None)).Select(p => p.Api).ShouldBe([Api, Api, "*", "*"]);
    }

    [Theory, Sqlite, Postgres]
    public async Task Two_replicas_share_a_package_to_its_last_call(Engine engine)
    {
        await using Replica one = await databases.StartAsync(engine), other = await databases.StartAsync(engine);
        Customer customer = await one.NewCustomerAsync();
        Package package = await GiveAsync(one, customer, Api, 150, months: 1);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => AnswerAsync(i % 2 == 0 ? one : other, customer, Api, 1))));

        (await LineAsync(one, customer, Api)).ShouldBe(new StatementLine(Api, 200, 0, Free: 0, Packaged: 150, PayPerUse: 50, ChargeMicros: 0));
        (await UsedAsync(one, package)).ShouldBe(150);
    }

    [Theory, Sqlite, Postgres]
    public async Task Replicas_that_write_for_several_projects_do_not_wait_for_each_other_for_ever(Engine engine)
    {
        await using Replica one = await databases.StartAsync(engine), other = await databases.StartAsync(engine);
        Customer[] customers = [await one.NewCustomerAsync(), await one.NewCustomerAsync(), await one.NewCustomerAsync()];

        async Task WriteAsync(Replica replica, IEnumerable<Customer> order)
        {
            for (int i = 0; i < 20; i++)
            {
                foreach (Customer customer in order)
                    replica.Answer(customer, Api, 1);
                await replica.Meter.FlushAsync(CancellationToken.None);
            }
        }

        await Task.WhenAll(Task.Run(() => WriteAsync(one, customers)), Task.Run(() => WriteAsync(other, customers.Reverse()))).WaitAsync(TimeSpan.FromMinutes(1));

        foreach (Customer customer in customers)
            (await LineAsync(one, customer, Api)).Successful.ShouldBe(40);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_batch_that_is_written_twice_counts_once(Engine engine)
    {
        await using Replica one = await databases.StartAsync(engine), other = await databases.StartAsync(engine);
        Customer customer = await one.NewCustomerAsync();
        Package package = await GiveAsync(one, customer, Api, 10, months: 1);
        var calls = new Dictionary<CountedCall, long> { [new(new AnsweredCall(customer.Project.Id, Api, AnsweredCall.Success), Settings.Noon)] = 7 };
        var batch = new Batch(Guid.NewGuid(), calls, []);

        await one.The<UsageLedger>().WriteAsync(batch, CancellationToken.None);
        await one.The<UsageLedger>().WriteAsync(batch, CancellationToken.None);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => (i % 2 == 0 ? one : other).The<UsageLedger>().WriteAsync(batch, CancellationToken.None))));

        (await LineAsync(one, customer, Api)).Successful.ShouldBe(7);
        (await UsedAsync(one, package)).ShouldBe(7);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_long_outage_fits_into_one_batch(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        for (int i = 0; i < 70_000; i++)
            replica.Meter.Record(new AnsweredCall(customer.Project.Id, Api, AnsweredCall.Success), Guid.NewGuid());

        await replica.Meter.FlushAsync(CancellationToken.None);

        (await LineAsync(replica, customer, Api)).Successful.ShouldBe(70_000);
    }

    [Theory, Sqlite, Postgres]
    public async Task Calls_of_a_project_that_is_gone_stop_nobody(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        replica.Meter.Record(new AnsweredCall("nowhere", Api, AnsweredCall.Success), null);

        await AnswerAsync(replica, customer, Api, 1);

        (await LineAsync(replica, customer, Api)).Successful.ShouldBe(1);
    }

    [Theory, Sqlite, Postgres]
    public async Task What_guards_only_the_present_is_removed_and_usage_stays(Engine engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        await using Replica replica = await Replica.StartAsync(database, new Settings { Metering = new MeteringOptions { CallsPerMinute = 10 } });
        Customer customer = await replica.NewCustomerAsync(isPayPerUse: false);
        await GiveAsync(replica, customer, Api, 10, months: 2);
        await AnswerAsync(replica, customer, Api, 1);
        (await replica.Admission.AdmitAsync(customer.Caller, customer.Project.Id, Api, CancellationToken.None)).Refusal.ShouldBeNull();
        await replica.Tokens.IssueAsync(customer.Domain.Name, "owner", "wrong horse", default, "192.0.2.7", CancellationToken.None);

        await replica.PruneAsync();
        (await CountAsync()).ShouldAllBe(rows => rows > 0);
        replica.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(2));
        await replica.PruneAsync();

        (await CountAsync()).ShouldAllBe(rows => rows == 0);
        (await LineAsync(replica, customer, Api)).Successful.ShouldBe(1);

        Task<int[]> CountAsync() => replica.LookAsync(async db => new[]
        {
            await db.WrittenBatches.CountAsync(), await db.Reservations.CountAsync(), await db.MinuteCalls.CountAsync(), await db.FailureCounts.CountAsync(),
        });
    }

    private static Task AnswerAsync(Replica replica, Customer customer, string api, int calls)
    {
        replica.Answer(customer, api, calls);
        return replica.Meter.FlushAsync(CancellationToken.None);
    }

    private static async Task<Package> GiveAsync(
        Replica replica, Customer customer, string api, long quota, int months, DateTimeOffset? start = null) =>
        (await replica.Packages.CreateAsync(customer.Project.Id, new(api, quota, months, start, 0), Tester, CancellationToken.None)).Value;

    private static Task<long> UsedAsync(Replica replica, Package package) =>
        replica.LookAsync(db => db.Packages.Where(p => p.Id == package.Id).Select(p => p.Used).SingleAsync());

    private static async Task<StatementLine> LineAsync(Replica replica, Customer customer, string api, int month = 11) =>
        (await replica.Statements.ReadAsync(customer.Project.Id, 2026, month, CancellationToken.None)).Lines.Single(l => l.Api == api);
}
