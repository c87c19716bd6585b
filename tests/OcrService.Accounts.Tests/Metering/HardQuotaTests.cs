using Microsoft.EntityFrameworkCore;
using OcrService.Accounts.Billing;
using OcrService.Accounts.Metering;
using OcrService.Accounts.Tests.Support;
using static OcrService.Accounts.Tests.Support.Replica;

namespace OcrService.Accounts.Tests.Metering;

/// <summary>Projects that do not pay per use: what free allowance and packages hold is served, and not one call more.</summary>
public sealed class HardQuotaTests(ClassDatabases databases) : IClassFixture<ClassDatabases>
{
    private const string Api = "web-image", Passport = "passport";

    private static readonly Settings ThreeFree = new() { Pricing = new PricingOptions { FreeCallsPerMonth = 3 } };

    [Theory, Sqlite, Postgres]
    public async Task Of_twice_as_many_calls_at_once_exactly_the_quota_is_let_in(Engine engine)
    {
        await using Replica one = await databases.StartAsync(engine, ThreeFree), other = await databases.StartAsync(engine, ThreeFree);
        Customer customer = await one.NewCustomerAsync(isPayPerUse: false);
        await GiveAsync(one, customer, Api, 7);
        await GiveAsync(one, customer, Package.AnyApi, 5);

        Admission[] admissions = await Task.WhenAll(
            Enumerable.Range(0, 30).Select(i => Task.Run(() => AdmitAsync(i % 2 == 0 ? one : other, customer))));

        admissions.Count(a => a.Refusal is null && a.Reservation is not null).ShouldBe(15);
        admissions.Count(a => a.Refusal == AccountFaults.QuotaExhausted && a.IsMetered && a.Reservation is null).ShouldBe(15);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_successful_call_uses_its_place_and_a_failed_one_gives_it_back(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync(isPayPerUse: false);
        await GiveAsync(replica, customer, Api, 2);
        Admission first = await AdmitAsync(replica, customer), second = await AdmitAsync(replica, customer);
        (await AdmitAsync(replica, customer)).Refusal.ShouldBe(AccountFaults.QuotaExhausted);

        await SettleAsync(replica, customer, first, "AIS.0103");
        Admission third = await AdmitAsync(replica, customer);
        third.Refusal.ShouldBeNull();
        (await AdmitAsync(replica, customer)).Refusal.ShouldBe(AccountFaults.QuotaExhausted);

        await SettleAsync(replica, customer, second);
        await SettleAsync(replica, customer, third);
        (await AdmitAsync(replica, customer)).Refusal.ShouldBe(AccountFaults.QuotaExhausted);
        (await LinesAsync(replica, customer)).ShouldBe([new StatementLine(Api, 2, Failed: 1, Free: 0, Packaged: 2, 0, 0)]);
        (await replica.LookAsync(db => db.Reservations.CountAsync(r => r.ProjectId == customer.Project.Id))).ShouldBe(0);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_place_that_nobody_settles_is_free_again_after_five_minutes(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync(isPayPerUse: false);
        await GiveAsync(replica, customer, Api, 1);
        await AdmitAsync(replica, customer);

        replica.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromMilliseconds(1));
        await replica.PruneAsync();
        (await AdmitAsync(replica, customer)).Refusal.ShouldBe(AccountFaults.QuotaExhausted);
        replica.Clock.Advance(TimeSpan.FromMilliseconds(1));
        (await AdmitAsync(replica, customer)).Refusal.ShouldBeNull();
    }

    [Theory, Sqlite, Postgres]
    public async Task Free_calls_come_back_with_the_month_and_packages_end(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine, new Settings { Pricing = new PricingOptions { FreeCallsPerMonth = 1 } });
        Customer customer = await replica.NewCustomerAsync(isPayPerUse: false);
        await GiveAsync(replica, customer, Api, 5);
        await SettleAsync(replica, customer, await AdmitAsync(replica, customer));
        await SettleAsync(replica, customer, await AdmitAsync(replica, customer));

        replica.Clock.SetUtcNow(Settings.Noon.AddMonths(1));
        await SettleAsync(replica, customer, await AdmitAsync(replica, customer));
        (await AdmitAsync(replica, customer)).Refusal.ShouldBe(AccountFaults.QuotaExhausted);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_package_that_has_not_begun_lets_nobody_in(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync(isPayPerUse: false);
        await GiveAsync(replica, customer, Api, 5, start: Settings.Noon.AddSeconds(1));

        (await AdmitAsync(replica, customer)).Refusal.ShouldBe(AccountFaults.QuotaExhausted);
        replica.Clock.Advance(TimeSpan.FromSeconds(1));
        (await AdmitAsync(replica, customer)).Refusal.ShouldBeNull();
    }

    [Theory, Sqlite, Postgres]
    public async Task Two_apis_share_a_common_package(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync(isPayPerUse: false);
        await GiveAsync(replica, customer, Package.AnyApi, 3, months: 2);
        await GiveAsync(replica, customer, Passport, 1, months: 1);

        (await AdmitAsync(replica, customer)).Refusal.ShouldBeNull();
        (await AdmitAsync(replica, customer, Passport)).Refusal.ShouldBeNull();
        (await AdmitAsync(replica, customer, Passport)).Refusal.ShouldBeNull();
        (await AdmitAsync(replica, customer, Passport)).Refusal.ShouldBeNull();
        (await AdmitAsync(replica, customer)).Refusal.ShouldBe(AccountFaults.QuotaExhausted);
        (await AdmitAsync(replica, customer, Passport)).Refusal.ShouldBe(AccountFaults.QuotaExhausted);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_call_in_flight_may_take_the_common_package_although_it_has_one_of_its_own(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync(isPayPerUse: false);
        await GiveAsync(replica, customer, Package.AnyApi, 1, months: 1);
        await GiveAsync(replica, customer, Passport, 1, months: 2);

        Admission passport = await AdmitAsync(replica, customer, Passport), image = await AdmitAsync(replica, customer);
        await SettleAsync(replica, customer, passport, api: Passport);
        if (image.Refusal is null)
            await SettleAsync(replica, customer, image);
        Admission last = await AdmitAsync(replica, customer, Passport);
        if (last.Refusal is null)
            await SettleAsync(replica, customer, last, api: Passport);

        (await LinesAsync(replica, customer)).Sum(l => l.Packaged).ShouldBe(2);
        (await LinesAsync(replica, customer)).Sum(l => l.Successful).ShouldBe(2);
    }

    [Theory, Sqlite, Postgres]
    public async Task However_calls_and_packages_fall_every_served_call_is_covered_and_all_quota_can_be_used(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine, new Settings { Pricing = new PricingOptions { FreeCallsPerMonth = 1 } });
        string[] apis = [Api, Passport];
        for (int seed = 0; seed < 10; seed++)
        {
            var dice = new Random(seed);
            Customer customer = await replica.NewCustomerAsync(isPayPerUse: false);
            var quota = new Dictionary<string, long>(StringComparer.Ordinal) { [Api] = 1, [Passport] = 1, [Package.AnyApi] = 0 };
            for (int i = 0; i < 4; i++)
            {
                string api = quota.Keys.ElementAt(dice.Next(3));
                int calls = dice.Next(1, 4);
                quota[api] += calls;
                await GiveAsync(replica, customer, api, calls, months: dice.Next(1, 5));
            }

            var inFlight = new List<(string Api, Admission Admission)>();
            for (int i = 0; i < 25; i++)
            {
                string api = apis[dice.Next(2)];
                if (dice.Next(2) == 0 && await AdmitAsync(replica, customer, api) is { Refusal: null } admission)
                {
                    inFlight.Add((api, admission));
                }
                else if (inFlight.Count > 0)
                {
                    int at = dice.Next(inFlight.Count);
                    await SettleAsync(replica, customer, inFlight[at].Admission, dice.Next(4) == 0 ? "AIS.0103" : "200", inFlight[at].Api);
                    inFlight.RemoveAt(at);
                }
            }

            foreach ((string api, Admission admission) in inFlight)
                await SettleAsync(replica, customer, admission, api: api);
            foreach (string api in apis)
                while (await AdmitAsync(replica, customer, api) is { Refusal: null } rest)
                    await SettleAsync(replica, customer, rest, api: api);

            IReadOnlyList<StatementLine> lines = await LinesAsync(replica, customer);
            foreach (StatementLine line in lines)
                (line.Free, line.Free + line.Packaged).ShouldBe((1, line.Successful), $"seed {seed} {line}");
            lines.Sum(l => l.Successful).ShouldBe(quota.Values.Sum(), $"seed {seed}");
        }
    }

    [Theory, Sqlite, Postgres]
    public async Task Who_pays_per_use_needs_no_place(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();

        Admission admission = await AdmitAsync(replica, customer);

        (admission.Refusal, admission.Reservation).ShouldBe((null, null));
    }

    [Theory, Sqlite, Postgres]
    public async Task A_call_whose_package_ended_before_the_answer_costs_nothing(Engine engine)
    {
        var dear = new Settings { Pricing = new PricingOptions { Tiers = [new PriceTier { PricePerThousand = 1000m }] } };
        await using Replica replica = await databases.StartAsync(engine, dear);
        Customer customer = await replica.NewCustomerAsync(isPayPerUse: false);
        await GiveAsync(replica, customer, Api, 5, months: 1);
        replica.Clock.SetUtcNow(Settings.Noon.AddMonths(1).AddMilliseconds(-1));
        Admission admission = await AdmitAsync(replica, customer);
        replica.Clock.Advance(TimeSpan.FromSeconds(1));
        await SettleAsync(replica, customer, admission);

        Statement statement = await replica.Statements.ReadAsync(customer.Project.Id, 2026, 12, CancellationToken.None);
        statement.Lines.ShouldBe([new StatementLine(Api, 1, 0, Free: 1, Packaged: 0, PayPerUse: 0, ChargeMicros: 0)]);
    }

    private static Task<Admission> AdmitAsync(Replica replica, Customer customer, string api = Api) =>
        replica.Admission.AdmitAsync(customer.Caller, customer.Project.Id, api, CancellationToken.None);

    private static Task SettleAsync(Replica replica, Customer customer, Admission admission, string outcome = AnsweredCall.Success, string api = Api)
    {
        admission.Refusal.ShouldBeNull();
        replica.Meter.Record(new AnsweredCall(customer.Project.Id, api, outcome), admission.Reservation);
        return replica.Meter.FlushAsync(CancellationToken.None);
    }

    private static async Task GiveAsync(Replica replica, Customer customer, string api, long quota, int months = 1, DateTimeOffset? start = null) =>
        (await replica.Packages.CreateAsync(customer.Project.Id, new(api, quota, months, start, 0), Tester, CancellationToken.None)).Fault.ShouldBeNull();

    private static async Task<IReadOnlyList<StatementLine>> LinesAsync(Replica replica, Customer customer) =>
        (await replica.Statements.ReadAsync(customer.Project.Id, 2026, 11, CancellationToken.None)).Lines;
}
