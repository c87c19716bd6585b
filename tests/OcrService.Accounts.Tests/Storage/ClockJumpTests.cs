using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using OcrService.Accounts.Billing;
using OcrService.Accounts.Identity;
using OcrService.Accounts.Metering;
using OcrService.Accounts.Tests.Support;

namespace OcrService.Accounts.Tests.Storage;

/// <summary>Somebody sets the clock, by days, there and back: nobody stays locked out, and nothing counts twice or below zero.</summary>
public sealed class ClockJumpTests(ClassDatabases databases) : IClassFixture<ClassDatabases>
{
    private const string Api = "web-image", Source = "192.0.2.7";

    private static readonly TimeSpan Jump = TimeSpan.FromDays(10);

    [Theory, Sqlite, Postgres]
    public async Task A_lock_of_a_clock_that_was_ahead_ends_with_that_clock(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine, new Settings { Clock = new JumpingClock() });
        Customer customer = await replica.NewCustomerAsync();
        string key = (await replica.AccessKeys.CreateAsync(customer.User.Id, "", Replica.Tester, default)).Value.Key.Id;
        Set(replica, Jump);
        await FailAsync(replica, key, 5);
        (await replica.SigningKeys.FindAsync(key, null, Source, default)).Fault.ShouldBe(AccountFaults.KeyLocked);

        Set(replica, -Jump);

        (await replica.SigningKeys.FindAsync(key, null, Source, default)).Fault.ShouldBeNull();
        await FailAsync(replica, key, 4);
        (await replica.SigningKeys.FindAsync(key, null, Source, default)).Fault.ShouldBeNull();
        await FailAsync(replica, key, 1);
        (await replica.SigningKeys.FindAsync(key, null, Source, default)).Fault.ShouldBe(AccountFaults.KeyLocked);
        replica.Clock.Advance(new LockoutOptions().Duration);
        (await replica.SigningKeys.FindAsync(key, null, Source, default)).Fault.ShouldBeNull();
    }

    [Theory, Sqlite, Postgres]
    public async Task Places_of_a_clock_that_was_ahead_are_free_again(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine, new Settings { Clock = new JumpingClock() });
        Customer customer = await replica.NewCustomerAsync(isPayPerUse: false);
        await replica.Packages.CreateAsync(customer.Project.Id, new PackageSpec(Api, 1, 2, null, 0), Replica.Tester, default);
        Set(replica, Jump);
        (await AdmitAsync(replica, customer)).Refusal.ShouldBeNull();
        (await AdmitAsync(replica, customer)).Refusal.ShouldBe(AccountFaults.QuotaExhausted);

        Set(replica, -Jump);

        (await AdmitAsync(replica, customer)).Refusal.ShouldBeNull();
        await replica.PruneAsync();
        (await replica.LookAsync(db => db.Reservations.CountAsync(r => r.ProjectId == customer.Project.Id))).ShouldBe(1);
    }

    [Theory, Sqlite, Postgres]
    public async Task Every_call_counts_once_in_the_minute_that_the_clock_showed(Engine engine)
    {
        var settings = new Settings { Clock = new JumpingClock(), Metering = new MeteringOptions { CallsPerMinute = 2 } };
        await using Replica replica = await databases.StartAsync(engine, settings);
        Customer customer = await replica.NewCustomerAsync();
        foreach (TimeSpan jump in new[] { TimeSpan.Zero, Jump, -2 * Jump, Jump, TimeSpan.FromHours(3), TimeSpan.FromHours(-3) })
        {
            Set(replica, jump);
            replica.Answer(customer, Api, 1);
            await replica.Meter.FlushAsync(default);
        }

        List<UsageMinute> rows = await replica.LookAsync(db => db.UsageMinutes.Where(u => u.ProjectId == customer.Project.Id).ToListAsync());
        rows.Sum(r => r.Calls).ShouldBe(6);
        rows.Count.ShouldBe(4);
        rows.ShouldAllBe(r => r.Calls > 0 && r.Free + r.Packaged + r.PayPerUse == r.Calls && r.ChargeMicros >= 0);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_minute_that_comes_again_goes_on_and_the_next_one_is_open(Engine engine)
    {
        var settings = new Settings { Clock = new JumpingClock(), Metering = new MeteringOptions { CallsPerMinute = 1 } };
        await using Replica replica = await databases.StartAsync(engine, settings);
        Customer customer = await replica.NewCustomerAsync();
        (await AdmitAsync(replica, customer)).Refusal.ShouldBeNull();
        Set(replica, Jump);
        (await AdmitAsync(replica, customer)).Refusal.ShouldBeNull();

        Set(replica, -Jump);

        (await AdmitAsync(replica, customer)).Refusal.ShouldBe(AccountFaults.Throttled);
        replica.Clock.Advance(TimeSpan.FromMinutes(1));
        (await AdmitAsync(replica, customer)).Refusal.ShouldBeNull();
    }

    [Theory, Sqlite, Postgres]
    public async Task A_token_ends_by_the_clock_and_is_good_again_when_that_was_wrong(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine, new Settings { Clock = new JumpingClock() });
        Customer customer = await replica.NewCustomerAsync();
        string token = (await replica.Tokens.IssueAsync(customer.Domain.Name, "owner", customer.Password, default, Source, default)).Value.Text;

        Set(replica, Jump);
        (await replica.Tokens.ReadAsync(token, default)).Fault.ShouldBe(AccountFaults.TokenExpired);
        Set(replica, -2 * Jump);
        (await replica.Tokens.ReadAsync(token, default)).Fault.ShouldBeNull();
        Set(replica, Jump);
        (await replica.Tokens.ReadAsync(token, default)).Fault.ShouldBeNull();
    }

    [Theory, Sqlite]
    public async Task A_clock_set_back_does_not_keep_the_known_known(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine, new Settings { Clock = new JumpingClock() });
        Customer customer = await replica.NewCustomerAsync();
        (await AdmitAsync(replica, customer)).Refusal.ShouldBeNull();
        replica.Outage.IsAway = true;

        Set(replica, -Jump);
        replica.Clock.Advance(TimeSpan.FromMinutes(59));
        (await AdmitAsync(replica, customer)).Refusal.ShouldBeNull();
        replica.Clock.Advance(TimeSpan.FromMinutes(1));
        (await AdmitAsync(replica, customer)).Refusal.ShouldBe(AccountFaults.DatabaseAway);
    }

    /// <summary>Sets the time of day and leaves the monotonic clock alone.</summary>
    private static void Set(Replica replica, TimeSpan jump) => ((JumpingClock)replica.Clock).Jump += jump;

    private sealed class JumpingClock() : FakeTimeProvider(Settings.Noon)
    {
        public TimeSpan Jump { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Jump;

        public override long GetTimestamp() => base.GetUtcNow().Ticks;
    }

    private static async Task FailAsync(Replica replica, string key, int times)
    {
        for (int i = 0; i < times; i++)
            await replica.SigningKeys.RefuseAsync((await replica.SigningKeys.FindAsync(key, null, Source, default)).Value, default);
    }

    private static Task<Admission> AdmitAsync(Replica replica, Customer customer) =>
        replica.Admission.AdmitAsync(customer.Caller, customer.Project.Id, Api, default);
}
