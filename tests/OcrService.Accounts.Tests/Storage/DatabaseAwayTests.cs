using OcrService.Accounts.Billing;
using OcrService.Accounts.Identity;
using OcrService.Accounts.Metering;
using OcrService.Accounts.Storage;
using OcrService.Accounts.Tests.Support;
using OcrService.Documents;

namespace OcrService.Accounts.Tests.Storage;

/// <summary>Who is let in while the database is away, how long, and that nobody waits for it.</summary>
public sealed class DatabaseAwayTests(ClassDatabases databases) : IClassFixture<ClassDatabases>
{
    private const string Api = "web-image", Source = "192.0.2.7";

    [Theory, Sqlite]
    public async Task Who_was_seen_is_known_as_long_as_the_setting_says_and_a_stranger_is_not(Engine engine)
    {
        var settings = new Settings { Database = new DatabaseOptions { MaxStaleness = TimeSpan.FromMinutes(10) } };
        await using Replica replica = await databases.StartAsync(engine, settings);
        Customer customer = await replica.NewCustomerAsync();
        NewAccessKey seen = await KeyAsync(replica, customer), unseen = await KeyAsync(replica, customer);
        string token = await TokenAsync(replica, customer);
        await CallAsync(replica, customer, seen.Key.Id);
        (await replica.Tokens.ReadAsync(token, default)).Value.User.Id.ShouldBe(customer.User.Id);

        replica.Outage.IsAway = true;
        SigningKey key = (await replica.SigningKeys.FindAsync(seen.Key.Id, null, Source, default)).Value;
        key.SecretKey.ShouldBe(seen.SecretKey);
        (await replica.SigningKeys.AcceptAsync(key, "one", replica.Clock.GetUtcNow(), default)).Value.User.Id.ShouldBe(customer.User.Id);
        (await replica.SigningKeys.AcceptAsync(key, "one", replica.Clock.GetUtcNow(), default)).Fault.ShouldBe(AccountFaults.SignatureInvalid);
        (await replica.Tokens.ReadAsync(token, default)).Value.Domain.Id.ShouldBe(customer.Domain.Id);
        (await AdmitAsync(replica, customer)).ShouldBe(new Admission(null, null, IsMetered: true));
        (await AdmitAsync(replica, customer, "passport")).Refusal.ShouldBe(AccountFaults.DatabaseAway);
        (await replica.SigningKeys.FindAsync(unseen.Key.Id, null, Source, default)).Fault.ShouldBe(AccountFaults.DatabaseAway);
        (await replica.Directory.FindProjectAsync("nowhere", default)).Fault.ShouldBe(AccountFaults.DatabaseAway);
        Outcome<Token> signedIn = await replica.Tokens.IssueAsync(customer.Domain.Name, "owner", customer.Password, default, Source, default);
        signedIn.Fault.ShouldBe(AccountFaults.DatabaseAway);
        await Should.ThrowAsync<DatabaseAwayException>(() => replica.Directory.UsersAsync(customer.Domain.Id, default));
        replica.Outage.Uses.ShouldBe(await UsesAsync(replica, customer, seen.Key.Id), "nobody asks a database that is away");

        replica.Clock.Advance(TimeSpan.FromMinutes(10));
        (await replica.SigningKeys.FindAsync(seen.Key.Id, null, Source, default)).Fault.ShouldBe(AccountFaults.DatabaseAway);
        (await replica.Tokens.ReadAsync(token, default)).Fault.ShouldBe(AccountFaults.DatabaseAway);
        (await AdmitAsync(replica, customer)).Refusal.ShouldBe(AccountFaults.DatabaseAway);

        replica.Outage.IsAway = false;
        await replica.Meter.FlushAsync(default);
        (await replica.SigningKeys.FindAsync(unseen.Key.Id, null, Source, default)).Fault.ShouldBeNull();
    }

    [Theory, Sqlite]
    public async Task Without_staleness_nobody_is_let_in(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine, new Settings { Database = new DatabaseOptions { MaxStaleness = TimeSpan.Zero } });
        Customer customer = await replica.NewCustomerAsync();
        NewAccessKey key = await KeyAsync(replica, customer);
        await CallAsync(replica, customer, key.Key.Id);

        replica.Outage.IsAway = true;

        (await replica.SigningKeys.FindAsync(key.Key.Id, null, Source, default)).Fault.ShouldBe(AccountFaults.DatabaseAway);
        (await AdmitAsync(replica, customer)).Refusal.ShouldBe(AccountFaults.DatabaseAway);
    }

    [Theory, Sqlite]
    public async Task What_the_database_denied_last_is_denied(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        NewAccessKey byKey = await KeyAsync(replica, customer), byToken = await KeyAsync(replica, customer);
        await CallAsync(replica, customer, byKey.Key.Id);
        await CallAsync(replica, customer, byToken.Key.Id);
        string token = await TokenAsync(replica, customer);
        await replica.AccessKeys.EnableAsync(customer.User.Id, byKey.Key.Id, isEnabled: false, Replica.Tester, default);
        (await replica.SigningKeys.FindAsync(byKey.Key.Id, null, Source, default)).Fault.ShouldBe(AccountFaults.KeyUnknown);
        await replica.Directory.ChangeUserAsync(customer.Domain.Id, customer.User.Id, new(null, Enabled: false, null, null), Replica.Tester, default);
        (await replica.Tokens.ReadAsync(token, default)).Fault.ShouldBe(AccountFaults.TokenRevoked);

        replica.Outage.IsAway = true;

        foreach (NewAccessKey key in new[] { byKey, byToken })
            (await replica.SigningKeys.FindAsync(key.Key.Id, null, Source, default)).Fault.ShouldBe(AccountFaults.DatabaseAway);
        (await replica.Tokens.ReadAsync(token, default)).Fault.ShouldBe(AccountFaults.DatabaseAway);
    }

    [Theory, Sqlite]
    public async Task Limits_locks_and_quotas_go_on(Engine engine)
    {
        var settings = new Settings { Metering = new MeteringOptions { CallsPerMinute = 5 } };
        await using Replica replica = await databases.StartAsync(engine, settings);
        Customer customer = await replica.NewCustomerAsync(isPayPerUse: false);
        await replica.Packages.CreateAsync(customer.Project.Id, new PackageSpec(Api, 3, 1, null, 0), Replica.Tester, default);
        NewAccessKey key = await KeyAsync(replica, customer);
        await CallAsync(replica, customer, key.Key.Id);

        replica.Outage.IsAway = true;
        var refusals = new List<Fault?>();
        for (int i = 0; i < 5; i++)
            refusals.Add((await AdmitAsync(replica, customer)).Refusal);
        refusals.ShouldBe([null, null, AccountFaults.QuotaExhausted, AccountFaults.QuotaExhausted, AccountFaults.Throttled]);
        replica.Clock.Advance(TimeSpan.FromMinutes(1));
        (await AdmitAsync(replica, customer)).ShouldBe(new Admission(AccountFaults.QuotaExhausted, new MinuteLimit(5, 1), IsMetered: true));

        for (int i = 0; i < 5; i++)
            await replica.SigningKeys.RefuseAsync((await replica.SigningKeys.FindAsync(key.Key.Id, null, Source, default)).Value, default);
        (await replica.SigningKeys.FindAsync(key.Key.Id, null, Source, default)).Fault.ShouldBe(AccountFaults.KeyLocked);
        (await replica.SigningKeys.FindAsync(key.Key.Id, null, "192.0.2.8", default)).Fault.ShouldBeNull();
        replica.Clock.Advance(settings.Lockout.Duration);
        (await replica.SigningKeys.FindAsync(key.Key.Id, null, Source, default)).Fault.ShouldBeNull();
    }

    private static async Task<int> UsesAsync(Replica replica, Customer customer, string accessKey)
    {
        int uses = replica.Outage.Uses;
        await replica.SigningKeys.FindAsync(accessKey, null, Source, default);
        await AdmitAsync(replica, customer);
        return uses;
    }

    private static async Task<NewAccessKey> KeyAsync(Replica replica, Customer customer) =>
        (await replica.AccessKeys.CreateAsync(customer.User.Id, "", Replica.Tester, default)).Value;

    private static async Task<string> TokenAsync(Replica replica, Customer customer) =>
        (await replica.Tokens.IssueAsync(customer.Domain.Name, "owner", customer.Password, new(true, customer.Project.Id, null), Source, default)).Value.Text;

    private static async Task CallAsync(Replica replica, Customer customer, string accessKey)
    {
        (await replica.SigningKeys.FindAsync(accessKey, null, Source, default)).Fault.ShouldBeNull();
        (await AdmitAsync(replica, customer)).Refusal.ShouldBeNull();
    }

    private static Task<Admission> AdmitAsync(Replica replica, Customer customer, string api = Api) =>
        replica.Admission.AdmitAsync(customer.Caller, customer.Project.Id, api, default);
}
