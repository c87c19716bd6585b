using OcrService.Accounts.Identity;
using OcrService.Accounts.Tests.Support;
using OcrService.Documents;

namespace OcrService.Accounts.Tests.Identity;

public sealed class TokenLockoutTests(ClassDatabases databases) : IClassFixture<ClassDatabases>
{
    private const string Here = "192.0.2.7", There = "198.51.100.9";

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1), FiveMinutes = TimeSpan.FromMinutes(5);

    [Theory, Sqlite, Postgres]
    public async Task Five_wrong_passwords_lock_the_user_at_their_source_for_five_minutes(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();

        await FailAsync(replica, customer, 5);
        (await LogInAsync(replica, customer, Here)).ShouldBe(AccountFaults.PasswordWrong);
        (await LogInAsync(replica, customer, There)).ShouldBeNull();

        replica.Clock.Advance(FiveMinutes - Moment);
        (await LogInAsync(replica, customer, Here)).ShouldBe(AccountFaults.PasswordWrong);
        replica.Clock.Advance(Moment);
        (await LogInAsync(replica, customer, Here)).ShouldBeNull();
    }

    [Theory, Sqlite, Postgres]
    public async Task A_success_ends_the_row_of_failures(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();

        for (int i = 0; i < 3; i++)
        {
            await FailAsync(replica, customer, 4);
            (await LogInAsync(replica, customer, Here)).ShouldBeNull();
        }
    }

    [Theory, Sqlite, Postgres]
    public async Task Failures_are_forgotten_after_five_minutes(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();

        await FailAsync(replica, customer, 4);
        replica.Clock.Advance(FiveMinutes);
        await FailAsync(replica, customer, 4);
        (await LogInAsync(replica, customer, Here)).ShouldBeNull();

        await FailAsync(replica, customer, 4);
        replica.Clock.Advance(FiveMinutes - Moment);
        await FailAsync(replica, customer, 1);
        (await LogInAsync(replica, customer, Here)).ShouldBe(AccountFaults.PasswordWrong);
    }

    [Theory, Sqlite, Postgres]
    public async Task Attempts_while_locked_do_not_prolong(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();

        await FailAsync(replica, customer, 5);
        replica.Clock.Advance(TimeSpan.FromMinutes(4));
        await FailAsync(replica, customer, 6);
        replica.Clock.Advance(TimeSpan.FromMinutes(1));
        (await LogInAsync(replica, customer, Here)).ShouldBeNull();
    }

    [Theory, Sqlite, Postgres]
    public async Task After_a_lock_the_count_begins_anew(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();

        await FailAsync(replica, customer, 5);
        replica.Clock.Advance(FiveMinutes);
        await FailAsync(replica, customer, 4);
        (await LogInAsync(replica, customer, Here)).ShouldBeNull();

        await FailAsync(replica, customer, 5);
        (await LogInAsync(replica, customer, Here)).ShouldBe(AccountFaults.PasswordWrong);
    }

    [Theory, Sqlite, Postgres]
    public async Task Replicas_count_failures_together(Engine engine)
    {
        await using Replica one = await databases.StartAsync(engine), other = await databases.StartAsync(engine);
        Customer customer = await one.NewCustomerAsync();

        await FailAsync(one, customer, 2);
        await FailAsync(other, customer, 3);

        (await LogInAsync(one, customer, Here)).ShouldBe(AccountFaults.PasswordWrong);
        (await LogInAsync(other, customer, Here)).ShouldBe(AccountFaults.PasswordWrong);
    }

    [Theory, Sqlite, Postgres]
    public async Task The_settings_rule_number_and_duration(Engine engine)
    {
        var settings = new Settings { Lockout = new LockoutOptions { Failures = 1, Duration = TimeSpan.FromSeconds(10) } };
        await using Replica replica = await databases.StartAsync(engine, settings);
        Customer customer = await replica.NewCustomerAsync();

        for (int i = 0; i < 2; i++)
        {
            await FailAsync(replica, customer, 1);
            (await LogInAsync(replica, customer, Here)).ShouldBe(AccountFaults.PasswordWrong);
            replica.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        (await LogInAsync(replica, customer, Here)).ShouldBeNull();
    }

    private static async Task FailAsync(Replica replica, Customer customer, int times)
    {
        for (int i = 0; i < times; i++)
            (await LogInAsync(replica, customer with { Password = "wrong horse" }, Here)).ShouldBe(AccountFaults.PasswordWrong);
    }

    private static async Task<Fault?> LogInAsync(Replica replica, Customer customer, string source) =>
        (await replica.Tokens.IssueAsync(customer.Domain.Name, customer.User.Name, customer.Password, default, source, CancellationToken.None)).Fault;
}
