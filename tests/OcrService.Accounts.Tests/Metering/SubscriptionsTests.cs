using OcrService.Accounts.Metering;
using OcrService.Accounts.Tests.Support;
using static OcrService.Accounts.Tests.Support.Replica;

namespace OcrService.Accounts.Tests.Metering;

public sealed class SubscriptionsTests(ClassDatabases databases) : IClassFixture<ClassDatabases>
{
    [Theory, Sqlite, Postgres]
    public async Task What_the_project_said_goes_before_the_default(Engine engine)
    {
        await using Replica on = await databases.StartAsync(engine);
        await using Replica off = await databases.StartAsync(engine, new Settings { Metering = new MeteringOptions { SubscribedByDefault = false } });
        Customer customer = await on.NewCustomerAsync(), other = await on.NewCustomerAsync();
        string[] apis = ["a", "b", "c"];
        await on.Subscriptions.SetAsync(customer.Project.Id, "a", isEnabled: true, Tester, CancellationToken.None);
        await on.Subscriptions.SetAsync(customer.Project.Id, "b", isEnabled: true, Tester, CancellationToken.None);
        await on.Subscriptions.SetAsync(customer.Project.Id, "b", isEnabled: false, Tester, CancellationToken.None);

        (await ReadAsync(on, customer)).ShouldBe([true, false, true]);
        (await ReadAsync(off, customer)).ShouldBe([true, false, false]);
        (await ReadAsync(on, other)).ShouldBe([true, true, true]);

        async Task<IEnumerable<bool>> ReadAsync(Replica replica, Customer of)
        {
            IReadOnlyDictionary<string, bool> read = await replica.Subscriptions.ReadAsync(of.Project.Id, apis, CancellationToken.None);
            return apis.Select(api => read[api]);
        }
    }

    [Theory, Sqlite, Postgres]
    public async Task An_api_enabled_twice_at_once_is_enabled(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            Task.Run(() => replica.Subscriptions.SetAsync(customer.Project.Id, "a", isEnabled: true, Tester, CancellationToken.None))));

        (await replica.Subscriptions.ReadAsync(customer.Project.Id, ["a"], CancellationToken.None))["a"].ShouldBeTrue();
    }
}
