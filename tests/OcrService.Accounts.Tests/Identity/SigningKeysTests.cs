using OcrService.Accounts.Identity;
using OcrService.Accounts.Tests.Support;
using OcrService.Documents;
using static OcrService.Accounts.Tests.Support.Replica;

namespace OcrService.Accounts.Tests.Identity;

public sealed class SigningKeysTests(ClassDatabases databases) : IClassFixture<ClassDatabases>
{
    private const string Here = "192.0.2.7", There = "198.51.100.9";

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1), FiveMinutes = TimeSpan.FromMinutes(5);

    [Theory, Sqlite, Postgres]
    public async Task A_key_signs_in_its_user(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        NewAccessKey created = await CreateAsync(replica, customer);

        SigningKey found = (await FindAsync(replica, created)).Value;
        found.SecretKey.ShouldBe(created.SecretKey);
        found.ToString().ShouldNotContain(created.SecretKey);
        created.ToString().ShouldNotContain(created.SecretKey);

        Caller caller = (await AcceptAsync(replica, found, "request")).Value;
        caller.User.Id.ShouldBe(customer.User.Id);
        caller.Domain.Id.ShouldBe(customer.Domain.Id);
        caller.Scope.ShouldBe(CallerScope.All);
        caller.Credential.ShouldBe(created.Key.Id);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_key_that_is_not_there_or_disabled_or_of_a_disabled_user_is_unknown(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        NewAccessKey created = await CreateAsync(replica, customer);
        string id = created.Key.Id;

        (await replica.SigningKeys.FindAsync("NOSUCHKEY", null, Here, CancellationToken.None)).Fault.ShouldBe(AccountFaults.KeyUnknown);
        (await replica.SigningKeys.FindAsync(id.ToLowerInvariant(), null, Here, CancellationToken.None)).Fault.ShouldBe(AccountFaults.KeyUnknown);

        await replica.AccessKeys.EnableAsync(customer.User.Id, id, isEnabled: false, Tester, CancellationToken.None);
        (await FindAsync(replica, created)).Fault.ShouldBe(AccountFaults.KeyUnknown);
        await replica.AccessKeys.EnableAsync(customer.User.Id, id, isEnabled: true, Tester, CancellationToken.None);
        (await FindAsync(replica, created)).Fault.ShouldBeNull();

        await ChangeAsync(replica, customer, new UserChange(null, Enabled: false, null, null));
        (await FindAsync(replica, created)).Fault.ShouldBe(AccountFaults.KeyUnknown);
        await ChangeAsync(replica, customer, new UserChange(null, Enabled: true, null, null));
        (await FindAsync(replica, created)).Fault.ShouldBeNull();

        await replica.AccessKeys.DeleteAsync(customer.User.Id, id, Tester, CancellationToken.None);
        (await FindAsync(replica, created)).Fault.ShouldBe(AccountFaults.KeyUnknown);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_rotated_key_works_no_longer_and_its_successor_does(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        NewAccessKey old = await CreateAsync(replica, customer);

        NewAccessKey young = (await replica.AccessKeys.RotateAsync(customer.User.Id, old.Key.Id, Tester, CancellationToken.None)).Value;

        young.SecretKey.ShouldNotBe(old.SecretKey);
        young.Key.Description.ShouldBe(old.Key.Description);
        (await FindAsync(replica, old)).Fault.ShouldBe(AccountFaults.KeyUnknown);
        (await FindAsync(replica, young)).Value.SecretKey.ShouldBe(young.SecretKey);
    }

    [Theory, Sqlite, Postgres]
    public async Task The_same_request_is_served_once(Engine engine)
    {
        await using Replica one = await databases.StartAsync(engine), other = await databases.StartAsync(engine);
        Customer customer = await one.NewCustomerAsync();
        NewAccessKey created = await CreateAsync(one, customer), second = await CreateAsync(one, customer);

        (await AcceptAsync(one, (await FindAsync(one, created)).Value, "request")).Fault.ShouldBeNull();
        (await AcceptAsync(one, (await FindAsync(one, created)).Value, "request")).Fault.ShouldBe(AccountFaults.SignatureInvalid);
        (await AcceptAsync(other, (await FindAsync(other, created)).Value, "request")).Fault.ShouldBe(AccountFaults.SignatureInvalid);

        (await AcceptAsync(other, (await FindAsync(other, created)).Value, "another request")).Fault.ShouldBeNull();
        (await AcceptAsync(other, (await FindAsync(other, second)).Value, "request")).Fault.ShouldBeNull();
    }

    [Theory, Sqlite, Postgres]
    public async Task Of_the_same_request_sent_many_times_at_once_one_is_served(Engine engine)
    {
        await using Replica one = await databases.StartAsync(engine), other = await databases.StartAsync(engine);
        SigningKey key = (await FindAsync(one, await CreateAsync(one, await one.NewCustomerAsync()))).Value;

        Outcome<Caller>[] outcomes = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => Task.Run(() => AcceptAsync(i % 2 == 0 ? one : other, key, "request"))));

        outcomes.Count(o => o.Fault is null).ShouldBe(1);
        outcomes.Count(o => o.Fault == AccountFaults.SignatureInvalid).ShouldBe(19);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_request_is_remembered_until_it_is_stale(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        SigningKey key = (await FindAsync(replica, await CreateAsync(replica, await replica.NewCustomerAsync()))).Value;
        await AcceptAsync(replica, key, "request");

        replica.Clock.Advance(TimeSpan.FromMinutes(15));
        await replica.PruneAsync();
        (await AcceptAsync(replica, key, "request")).Fault.ShouldBe(AccountFaults.SignatureInvalid);

        replica.Clock.Advance(Moment);
        await replica.PruneAsync();
        (await replica.LookAsync(db => Task.FromResult(db.SeenRequests.Count()))).ShouldBe(0);
    }

    [Theory, Sqlite, Postgres]
    public async Task Five_wrong_signatures_lock_the_key_at_their_source_for_five_minutes(Engine engine)
    {
        await using Replica one = await databases.StartAsync(engine), other = await databases.StartAsync(engine);
        Customer customer = await one.NewCustomerAsync();
        NewAccessKey created = await CreateAsync(one, customer), second = await CreateAsync(one, customer);

        await FailAsync(one, created, 3);
        await FailAsync(other, created, 2);
        (await FindAsync(one, created)).Fault.ShouldBe(AccountFaults.KeyLocked);
        (await FindAsync(other, created)).Fault.ShouldBe(AccountFaults.KeyLocked);
        (await FindAsync(one, created, There)).Fault.ShouldBeNull();
        (await FindAsync(one, second)).Fault.ShouldBeNull();

        one.Clock.Advance(FiveMinutes - Moment);
        (await FindAsync(one, created)).Fault.ShouldBe(AccountFaults.KeyLocked);
        one.Clock.Advance(Moment);
        (await FindAsync(one, created)).Fault.ShouldBeNull();
    }

    [Theory, Sqlite, Postgres]
    public async Task A_good_signature_ends_the_row_of_failures(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        NewAccessKey created = await CreateAsync(replica, await replica.NewCustomerAsync());

        for (int i = 0; i < 3; i++)
        {
            await FailAsync(replica, created, 4);
            (await AcceptAsync(replica, (await FindAsync(replica, created)).Value, $"request {i}")).Fault.ShouldBeNull();
        }
    }

    [Theory, Sqlite, Postgres]
    public async Task A_replayed_request_does_not_end_the_row_of_failures(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        NewAccessKey created = await CreateAsync(replica, await replica.NewCustomerAsync());
        await AcceptAsync(replica, (await FindAsync(replica, created)).Value, "request");

        await FailAsync(replica, created, 4);
        (await AcceptAsync(replica, (await FindAsync(replica, created)).Value, "request")).Fault.ShouldBe(AccountFaults.SignatureInvalid);
        await FailAsync(replica, created, 1);

        (await FindAsync(replica, created)).Fault.ShouldBe(AccountFaults.KeyLocked);
    }

    [Theory, Sqlite, Postgres]
    public async Task Wrong_signatures_in_flight_while_the_key_locks_do_not_prolong(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        NewAccessKey created = await CreateAsync(replica, await replica.NewCustomerAsync());
        SigningKey inFlight = (await FindAsync(replica, created)).Value;

        await FailAsync(replica, created, 5);
        replica.Clock.Advance(TimeSpan.FromMinutes(4));
        for (int i = 0; i < 6; i++)
            await replica.SigningKeys.RefuseAsync(inFlight, CancellationToken.None);
        (await FindAsync(replica, created)).Fault.ShouldBe(AccountFaults.KeyLocked);

        replica.Clock.Advance(TimeSpan.FromMinutes(1));
        (await FindAsync(replica, created)).Fault.ShouldBeNull();
    }

    private static async Task<NewAccessKey> CreateAsync(Replica replica, Customer customer) =>
        (await replica.AccessKeys.CreateAsync(customer.User.Id, "for tests", Tester, CancellationToken.None)).Value;

    private static Task<Outcome<SigningKey>> FindAsync(Replica replica, NewAccessKey created, string source = Here) =>
        replica.SigningKeys.FindAsync(created.Key.Id, null, source, CancellationToken.None);

    private static Task<Outcome<Caller>> AcceptAsync(Replica replica, SigningKey key, string fingerprint) =>
        replica.SigningKeys.AcceptAsync(key, fingerprint, replica.Clock.GetUtcNow().AddMinutes(15), CancellationToken.None);

    private static async Task FailAsync(Replica replica, NewAccessKey created, int times)
    {
        for (int i = 0; i < times; i++)
            await replica.SigningKeys.RefuseAsync((await FindAsync(replica, created)).Value, CancellationToken.None);
    }

    private static async Task ChangeAsync(Replica replica, Customer customer, UserChange change) =>
        (await replica.Directory.ChangeUserAsync(customer.Domain.Id, customer.User.Id, change, Tester, CancellationToken.None)).Fault.ShouldBeNull();
}
