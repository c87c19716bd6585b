using OcrService.Accounts.Identity;
using OcrService.Accounts.Tests.Support;
using OcrService.Documents;
using static OcrService.Accounts.Tests.Support.Replica;

namespace OcrService.Accounts.Tests.Identity;

public sealed class TokensTests(ClassDatabases databases) : IClassFixture<ClassDatabases>
{
    private static readonly TokenScope OwnDomain = new(IsProject: false, null, null);

    [Theory, Sqlite, Postgres]
    public async Task The_right_password_gives_a_token_for_the_project(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();

        foreach (TokenScope scope in new TokenScope[] { new(true, customer.Project.Id, null), new(true, null, "region-1") })
        {
            Token token = (await IssueAsync(replica, customer, scope)).Value;
            token.Project!.Id.ShouldBe(customer.Project.Id);
            token.IssuedAt.ShouldBe(Settings.Noon);
            token.ExpiresAt.ShouldBe(Settings.Noon.AddHours(24));

            Caller caller = (await ReadAsync(replica, token.Text)).Value;
            caller.User.Id.ShouldBe(customer.User.Id);
            caller.Domain.Id.ShouldBe(customer.Domain.Id);
            caller.Scope.ShouldBe(CallerScope.Project(customer.Project.Id));
            caller.Credential.ShouldBe("token");
        }
    }

    [Theory, Sqlite, Postgres]
    public async Task A_token_for_the_domain_is_exchanged_for_one_for_a_project(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        Token domain = (await IssueAsync(replica, customer, OwnDomain)).Value;
        replica.Clock.Advance(TimeSpan.FromHours(1));

        Token project = (await replica.Tokens.ExchangeAsync(domain.Text, new TokenScope(true, customer.Project.Id, null), CancellationToken.None)).Value;

        project.Project!.Id.ShouldBe(customer.Project.Id);
        project.ExpiresAt.ShouldBe(domain.ExpiresAt);
        (await ReadAsync(replica, project.Text)).Value.Scope.ShouldBe(CallerScope.Project(customer.Project.Id));
        (await replica.Tokens.ExchangeAsync(project.Text, new TokenScope(true, customer.Project.Id, null), CancellationToken.None)).Fault.ShouldBe(AccountFaults.Denied);
        (await replica.Tokens.ExchangeAsync(domain.Text, new TokenScope(true, "ffffffffffffffffffffffffffffffff", null), CancellationToken.None)).Fault.ShouldBe(AccountFaults.NotFound);
        (await replica.Tokens.ExchangeAsync("nonsense", OwnDomain, CancellationToken.None)).Fault.ShouldBe(AccountFaults.TokenUnreadable);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_token_may_be_for_the_domain(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();

        foreach (TokenScope scope in new[] { OwnDomain, new(false, customer.Domain.Id, null), new(false, null, customer.Domain.Name) })
        {
            Token token = (await IssueAsync(replica, customer, scope)).Value;
            token.Project.ShouldBeNull();
            (await ReadAsync(replica, token.Text)).Value.Scope.ShouldBe(CallerScope.DomainOnly);
        }
    }

    [Theory, Sqlite, Postgres]
    public async Task A_wrong_name_is_refused_like_a_wrong_password(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        string domain = customer.Domain.Name;

        foreach ((string domainName, string user, string password) in new[]
                 {
                     (domain, "owner", "wrong horse"), (domain, "nobody", customer.Password), ("nowhere", "owner", customer.Password), ("", "", ""),
                 })
        {
            Outcome<Token> refused = await replica.Tokens.IssueAsync(domainName, user, password, OwnDomain, "192.0.2.7", CancellationToken.None);
            refused.Fault.ShouldBe(AccountFaults.PasswordWrong);
        }
    }

    [Theory, Sqlite, Postgres]
    public async Task What_is_not_the_users_cannot_be_the_scope(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync(), stranger = await replica.NewCustomerAsync();

        foreach (TokenScope scope in new TokenScope[]
                 {
                     new(true, stranger.Project.Id, null), new(true, null, "region-2"), new(true, null, null),
                     new(false, stranger.Domain.Id, null), new(false, null, stranger.Domain.Name),
                 })
            (await IssueAsync(replica, customer, scope)).Fault.ShouldBe(AccountFaults.NotFound, scope.ToString());
    }

    [Theory, Sqlite, Postgres]
    public async Task A_disabled_project_has_no_tokens(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        await replica.Directory.ChangeProjectAsync(customer.Domain.Id, customer.Project.Id, new(Enabled: false, null), Tester, CancellationToken.None);

        (await IssueAsync(replica, customer, new(true, customer.Project.Id, null))).Fault.ShouldBe(AccountFaults.NotFound);
    }

    [Theory, Sqlite, Postgres]
    public async Task Who_is_kept_to_one_project_has_no_token_for_another(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        Project other = (await replica.Directory.CreateProjectAsync(customer.Domain.Id, "region-2", Tester, CancellationToken.None)).Value;
        var spec = new UserSpec("clerk", "clerk's password", Role.FullAccess, other.Id, null);
        Customer clerk = customer with
        {
            User = (await replica.Directory.CreateUserAsync(customer.Domain.Id, spec, Tester, CancellationToken.None)).Value,
            Password = spec.Password,
        };

        (await IssueAsync(replica, clerk, new(true, other.Id, null))).Value.Project!.Id.ShouldBe(other.Id);
        (await IssueAsync(replica, clerk, new(true, customer.Project.Id, null))).Fault.ShouldBe(AccountFaults.NotFound);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_token_ends_after_exactly_24_hours(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Token token = (await IssueAsync(replica, await replica.NewCustomerAsync(), OwnDomain)).Value;

        replica.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMilliseconds(1));
        (await ReadAsync(replica, token.Text)).Fault.ShouldBeNull();
        (await replica.Tokens.DescribeAsync(token.Text, CancellationToken.None)).Fault.ShouldBeNull();

        replica.Clock.Advance(TimeSpan.FromMilliseconds(1));
        (await ReadAsync(replica, token.Text)).Fault.ShouldBe(AccountFaults.TokenExpired);
        (await replica.Tokens.DescribeAsync(token.Text, CancellationToken.None)).Fault.ShouldBe(AccountFaults.TokenExpired);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_new_token_leaves_the_older_ones_good(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        Token old = (await IssueAsync(replica, customer, OwnDomain)).Value;
        replica.Clock.Advance(TimeSpan.FromHours(1));
        Token young = (await IssueAsync(replica, customer, OwnDomain)).Value;

        (await ReadAsync(replica, old.Text)).Fault.ShouldBeNull();
        (await ReadAsync(replica, young.Text)).Fault.ShouldBeNull();
        replica.Clock.Advance(TimeSpan.FromHours(23));
        (await ReadAsync(replica, old.Text)).Fault.ShouldBe(AccountFaults.TokenExpired);
        (await ReadAsync(replica, young.Text)).Fault.ShouldBeNull();
    }

    [Theory, Sqlite, Postgres]
    public async Task A_described_token_is_the_one_that_was_issued(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        Token token = (await IssueAsync(replica, customer, new(true, customer.Project.Id, null))).Value;
        replica.Clock.Advance(TimeSpan.FromHours(5));

        Token described = (await replica.Tokens.DescribeAsync(token.Text, CancellationToken.None)).Value;

        described.Text.ShouldBe(token.Text);
        described.IssuedAt.ShouldBe(token.IssuedAt);
        described.ExpiresAt.ShouldBe(token.ExpiresAt);
        described.Project!.Id.ShouldBe(customer.Project.Id);
        described.Caller.User.Id.ShouldBe(customer.User.Id);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_new_password_voids_the_tokens(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        Token token = (await IssueAsync(replica, customer, OwnDomain)).Value;

        await ChangeAsync(replica, customer, new UserChange("battery staple", null, null, null));

        (await ReadAsync(replica, token.Text)).Fault.ShouldBe(AccountFaults.TokenRevoked);
        (await IssueAsync(replica, customer, OwnDomain)).Fault.ShouldBe(AccountFaults.PasswordWrong);
        (await IssueAsync(replica, customer with { Password = "battery staple" }, OwnDomain)).Fault.ShouldBeNull();
    }

    [Theory, Sqlite, Postgres]
    public async Task A_disabled_user_has_no_tokens_and_his_old_ones_stay_void(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        Token token = (await IssueAsync(replica, customer, OwnDomain)).Value;

        await ChangeAsync(replica, customer, new UserChange(null, Enabled: false, null, null));
        (await ReadAsync(replica, token.Text)).Fault.ShouldBe(AccountFaults.TokenRevoked);
        (await IssueAsync(replica, customer, OwnDomain)).Fault.ShouldBe(AccountFaults.PasswordWrong);

        await ChangeAsync(replica, customer, new UserChange(null, Enabled: true, null, null));
        (await ReadAsync(replica, token.Text)).Fault.ShouldBe(AccountFaults.TokenRevoked);
        (await IssueAsync(replica, customer, OwnDomain)).Fault.ShouldBeNull();
    }

    [Theory, Sqlite, Postgres]
    public async Task Tokens_outlive_a_change_of_role_and_limit_and_of_nothing(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        Token token = (await IssueAsync(replica, customer, OwnDomain)).Value;

        await ChangeAsync(replica, customer, new UserChange(null, Enabled: true, Role.ReadOnly, 7));

        User user = (await ReadAsync(replica, token.Text)).Value.User;
        user.Role.ShouldBe(Role.ReadOnly);
        user.CallsPerMinute.ShouldBe(7);
    }

    [Theory, Sqlite, Postgres]
    public async Task What_was_not_issued_is_unreadable(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        string text = (await IssueAsync(replica, customer, OwnDomain)).Value.Text;
        string securityToken = replica.SigningKeys.IssueTemporary(customer.Caller, TimeSpan.FromHours(1)).Value.SecurityToken;

        foreach (string bad in new[] { "", "x", "not a token", "令牌", "%%%", text[..^4], text[4..], text + text, securityToken })
            (await ReadAsync(replica, bad)).Fault.ShouldBe(AccountFaults.TokenUnreadable, bad);

        // The last letter may carry bits that mean nothing.
        for (int at = 0; at < text.Length - 1; at++)
        {
            string altered = $"{text[..at]}{(text[at] == 'A' ? 'B' : 'A')}{text[(at + 1)..]}";
            (await ReadAsync(replica, altered)).Fault.ShouldBe(AccountFaults.TokenUnreadable, $"letter {at}");
        }
    }

    [Theory, Sqlite, Postgres]
    public async Task Passwords_beyond_the_waiting_room_are_refused_at_once(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();

        Outcome<Token>[] outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => IssueAsync(replica, customer, OwnDomain))));

        outcomes.Count(o => o.Fault == AccountFaults.Busy).ShouldBeGreaterThan(0);
        outcomes.Count(o => o.Fault is null).ShouldBeGreaterThanOrEqualTo(32);
        outcomes.ShouldAllBe(o => o.Fault == null || o.Fault == AccountFaults.Busy);
        (await IssueAsync(replica, customer, OwnDomain)).Fault.ShouldBeNull();
    }

    private static Task<Outcome<Token>> IssueAsync(Replica replica, Customer customer, TokenScope scope) =>
        replica.Tokens.IssueAsync(customer.Domain.Name, customer.User.Name, customer.Password, scope, "192.0.2.7", CancellationToken.None);

    private static Task<Outcome<Caller>> ReadAsync(Replica replica, string text) => replica.Tokens.ReadAsync(text, CancellationToken.None);

    private static async Task ChangeAsync(Replica replica, Customer customer, UserChange change) =>
        (await replica.Directory.ChangeUserAsync(customer.Domain.Id, customer.User.Id, change, Tester, CancellationToken.None)).Fault.ShouldBeNull();
}
