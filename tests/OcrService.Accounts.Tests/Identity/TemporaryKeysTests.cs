using OcrService.Accounts.Identity;
using OcrService.Accounts.Tests.Support;
using OcrService.Documents;
using static OcrService.Accounts.Tests.Support.Replica;

namespace OcrService.Accounts.Tests.Identity;

public sealed class TemporaryKeysTests(ClassDatabases databases) : IClassFixture<ClassDatabases>
{
    private const string Here = "192.0.2.7";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1), Second = TimeSpan.FromSeconds(1);

    [Theory, Sqlite, Postgres]
    public async Task A_temporary_key_signs_in_its_user_until_it_ends(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        TemporaryKey issued = replica.SigningKeys.IssueTemporary(customer.Caller, Hour).Value;
        issued.ExpiresAt.ShouldBe(Settings.Noon + Hour);

        SigningKey found = (await FindAsync(replica, issued)).Value;
        found.SecretKey.ShouldBe(issued.SecretKey);
        found.Caller.User.Id.ShouldBe(customer.User.Id);
        found.Caller.Scope.ShouldBe(CallerScope.All);
        found.Caller.Credential.ShouldBe(issued.AccessKey);

        replica.Clock.Advance(Hour - TimeSpan.FromMilliseconds(1));
        (await FindAsync(replica, issued)).Fault.ShouldBeNull();
        replica.Clock.Advance(TimeSpan.FromMilliseconds(1));
        (await FindAsync(replica, issued)).Fault.ShouldBe(AccountFaults.TokenExpired);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_temporary_key_opens_what_its_maker_opened(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        Caller inProject = customer.Caller with { Scope = CallerScope.Project(customer.Project.Id) };

        (await FindAsync(replica, replica.SigningKeys.IssueTemporary(inProject, Hour).Value)).Value.Caller.Scope
            .ShouldBe(CallerScope.Project(customer.Project.Id));
        (await FindAsync(replica, replica.SigningKeys.IssueTemporary(customer.Caller with { Scope = CallerScope.DomainOnly }, Hour).Value)).Value.Caller.Scope
            .ShouldBe(CallerScope.All);
    }

    [Theory, Sqlite, Postgres]
    public async Task Key_and_token_belong_together(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        TemporaryKey issued = replica.SigningKeys.IssueTemporary(customer.Caller, Hour).Value, second = replica.SigningKeys.IssueTemporary(customer.Caller, Hour).Value;
        NewAccessKey permanent = (await replica.AccessKeys.CreateAsync(customer.User.Id, "", Tester, CancellationToken.None)).Value;
        Token token = (await replica.Tokens.IssueAsync(customer.Domain.Name, "owner", customer.Password, default, Here, CancellationToken.None)).Value;

        (await FindAsync(replica, issued with { SecurityToken = second.SecurityToken })).Fault.ShouldBe(AccountFaults.KeyUnknown);
        (await FindAsync(replica, issued with { AccessKey = permanent.Key.Id })).Fault.ShouldBe(AccountFaults.KeyUnknown);
        (await FindAsync(replica, issued with { SecurityToken = token.Text })).Fault.ShouldBe(AccountFaults.TokenUnreadable);
        (await FindAsync(replica, issued with { SecurityToken = "garbage" })).Fault.ShouldBe(AccountFaults.TokenUnreadable);
        (await replica.SigningKeys.FindAsync(issued.AccessKey, null, Here, CancellationToken.None)).Fault.ShouldBe(AccountFaults.KeyUnknown);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_new_password_and_a_change_of_state_void_temporary_keys(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        foreach (UserChange change in new UserChange[] { new("battery staple", null, null, null), new(null, Enabled: false, null, null) })
        {
            Customer customer = await replica.NewCustomerAsync();
            TemporaryKey issued = replica.SigningKeys.IssueTemporary(customer.Caller, Hour).Value;
            await replica.Directory.ChangeUserAsync(customer.Domain.Id, customer.User.Id, change, Tester, CancellationToken.None);
            (await FindAsync(replica, issued)).Fault.ShouldBe(AccountFaults.TokenRevoked);
        }
    }

    [Theory, Sqlite, Postgres]
    public async Task Wrong_signatures_lock_a_temporary_key_too(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        TemporaryKey issued = replica.SigningKeys.IssueTemporary((await replica.NewCustomerAsync()).Caller, Hour).Value;

        for (int i = 0; i < 5; i++)
            await replica.SigningKeys.RefuseAsync((await FindAsync(replica, issued)).Value, CancellationToken.None);

        (await FindAsync(replica, issued)).Fault.ShouldBe(AccountFaults.KeyLocked);
    }

    [Theory, Sqlite, Postgres]
    public async Task Temporary_keys_live_a_quarter_of_an_hour_to_a_day(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Caller caller = (await replica.NewCustomerAsync()).Caller;
        TimeSpan shortest = TimeSpan.FromMinutes(15), longest = TimeSpan.FromHours(24);

        foreach (TimeSpan good in new[] { shortest, longest })
            replica.SigningKeys.IssueTemporary(caller, good).Value.ExpiresAt.ShouldBe(Settings.Noon + good);
        foreach (TimeSpan bad in new[] { shortest - Second, longest + Second, TimeSpan.Zero, TimeSpan.MinValue, TimeSpan.MaxValue })
            replica.SigningKeys.IssueTemporary(caller, bad).Fault.ShouldBe(AccountFaults.Invalid);
    }

    private static Task<Outcome<SigningKey>> FindAsync(Replica replica, TemporaryKey key) =>
        replica.SigningKeys.FindAsync(key.AccessKey, key.SecurityToken, Here, CancellationToken.None);
}
