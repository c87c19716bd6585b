using OcrService.Accounts.Identity;
using OcrService.Accounts.Tests.Support;
using OcrService.Documents;
using static OcrService.Accounts.Tests.Support.Replica;

namespace OcrService.Accounts.Tests.Identity;

public sealed class AccessKeysTests(ClassDatabases databases) : IClassFixture<ClassDatabases>
{
    [Theory, Sqlite, Postgres]
    public async Task Keys_look_like_the_clouds_and_are_listed_in_order(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        var ids = new List<string>();
        for (int i = 0; i < 3; i++)
        {
            NewAccessKey created = (await replica.AccessKeys.CreateAsync(customer.User.Id, $"key {i}", Tester, CancellationToken.None)).Value;
            created.Key.Id.ShouldMatch("^[A-Z0-9]{20}$");
            created.SecretKey.ShouldMatch("^[A-Za-z0-9]{40}$");
            ids.Add(created.Key.Id);
            replica.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        IReadOnlyList<AccessKey> listed = await replica.AccessKeys.ListAsync(customer.User.Id, CancellationToken.None);
        listed.Select(k => k.Id).ShouldBe(ids);
        listed.Select(k => k.Description).ShouldBe(["key 0", "key 1", "key 2"]);
        listed.ShouldAllBe(k => k.IsEnabled);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_user_has_ten_keys_at_most(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        var keys = new List<NewAccessKey>();
        for (int i = 0; i < 10; i++)
            keys.Add((await replica.AccessKeys.CreateAsync(customer.User.Id, "", Tester, CancellationToken.None)).Value);

        (await replica.AccessKeys.CreateAsync(customer.User.Id, "", Tester, CancellationToken.None)).Fault.ShouldBe(AccountFaults.Invalid);
        (await replica.AccessKeys.RotateAsync(customer.User.Id, keys[0].Key.Id, Tester, CancellationToken.None)).Fault.ShouldBeNull();
        await replica.AccessKeys.DeleteAsync(customer.User.Id, keys[1].Key.Id, Tester, CancellationToken.None);
        (await replica.AccessKeys.CreateAsync(customer.User.Id, "", Tester, CancellationToken.None)).Fault.ShouldBeNull();
        (await replica.AccessKeys.CreateAsync(customer.User.Id, new string('x', 201), Tester, CancellationToken.None)).Fault.ShouldBe(AccountFaults.Invalid);
    }

    [Theory, Sqlite, Postgres]
    public async Task Keys_made_at_the_same_time_do_not_get_past_the_limit(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();

        Outcome<NewAccessKey>[] outcomes = await Task.WhenAll(Enumerable.Range(0, 16)
            .Select(_ => Task.Run(() => replica.AccessKeys.CreateAsync(customer.User.Id, "", Tester, CancellationToken.None))));

        outcomes.Count(o => o.Fault is null).ShouldBe(AccessKeys.MostPerUser);
        (await replica.AccessKeys.ListAsync(customer.User.Id, CancellationToken.None)).Count.ShouldBe(AccessKeys.MostPerUser);
    }

    [Theory, Sqlite, Postgres]
    public async Task Another_users_key_is_not_found(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync(), stranger = await replica.NewCustomerAsync();
        string id = (await replica.AccessKeys.CreateAsync(customer.User.Id, "", Tester, CancellationToken.None)).Value.Key.Id;

        (await replica.AccessKeys.RotateAsync(stranger.User.Id, id, Tester, CancellationToken.None)).Fault.ShouldBe(AccountFaults.NotFound);
        (await replica.AccessKeys.EnableAsync(stranger.User.Id, id, false, Tester, CancellationToken.None)).Fault.ShouldBe(AccountFaults.NotFound);
        (await replica.AccessKeys.DeleteAsync(stranger.User.Id, id, Tester, CancellationToken.None)).Fault.ShouldBe(AccountFaults.NotFound);
        (await replica.AccessKeys.ListAsync(stranger.User.Id, CancellationToken.None)).ShouldBeEmpty();
        (await replica.SigningKeys.FindAsync(id, null, "192.0.2.7", CancellationToken.None)).Fault.ShouldBeNull();
    }

    [Theory, Sqlite, Postgres]
    public async Task A_key_rotated_twice_at_once_has_one_successor(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        string id = (await replica.AccessKeys.CreateAsync(customer.User.Id, "", Tester, CancellationToken.None)).Value.Key.Id;

        Outcome<NewAccessKey>[] outcomes = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => Task.Run(() => replica.AccessKeys.RotateAsync(customer.User.Id, id, Tester, CancellationToken.None))));

        outcomes.Count(o => o.Fault is null).ShouldBe(1);
        outcomes.Count(o => o.Fault == AccountFaults.NotFound).ShouldBe(7);
        (await replica.AccessKeys.ListAsync(customer.User.Id, CancellationToken.None)).Count.ShouldBe(1);
    }
}
