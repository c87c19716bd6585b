using OcrService.Accounts.Identity;
using OcrService.Accounts.Tests.Support;
using OcrService.Documents;
using static OcrService.Accounts.Tests.Support.Replica;

namespace OcrService.Accounts.Tests.Identity;

public sealed class IdentityDirectoryTests(ClassDatabases databases) : IClassFixture<ClassDatabases>
{
    private const string Password = "a good password";

    [Theory, Sqlite, Postgres]
    public async Task A_domain_comes_with_a_project_and_a_user_with_full_access(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        string name = Unique();

        NewDomain created = (await replica.Directory.CreateDomainAsync(new(name, "region-1", null, "owner", Password), Tester, CancellationToken.None)).Value;

        created.User.Role.ShouldBe(Role.FullAccess);
        (await replica.Directory.DomainsAsync(CancellationToken.None)).ShouldContain(d => d.Name == name && d.CreatedAt == Settings.Noon);
        (await replica.Directory.ProjectsAsync(created.Domain.Id, null, CancellationToken.None)).ShouldHaveSingleItem().Name.ShouldBe("region-1");
        (await replica.Directory.UsersAsync(created.Domain.Id, CancellationToken.None)).ShouldHaveSingleItem().Name.ShouldBe("owner");
        (await replica.Directory.FindProjectAsync(created.Project.Id, CancellationToken.None)).Value.IsPayPerUse.ShouldBeTrue();
    }

    [Theory, Sqlite, Postgres]
    public async Task Bad_names_ids_and_passwords_are_invalid(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        DomainSpec good = new(Unique(), "region-1", null, "owner", Password);

        foreach (DomainSpec bad in new[]
                 {
                     good with { Domain = "two words" }, good with { Project = "" }, good with { ProjectId = "a/b" },
                     good with { User = "a/b" }, good with { Password = "short" },
                 })
            (await replica.Directory.CreateDomainAsync(bad, Tester, CancellationToken.None)).Fault.ShouldBe(AccountFaults.Invalid, bad.ToString());

        (await replica.Directory.CreateProjectAsync(customer.Domain.Id, "two words", Tester, CancellationToken.None)).Fault.ShouldBe(AccountFaults.Invalid);
        UserSpec user = new("clerk", Password, Role.ReadOnly, null, null);
        foreach (UserSpec bad in new[] { user with { Name = "" }, user with { Password = "short" }, user with { CallsPerMinute = -1 } })
            (await replica.Directory.CreateUserAsync(customer.Domain.Id, bad, Tester, CancellationToken.None)).Fault.ShouldBe(AccountFaults.Invalid);
        foreach (UserChange bad in new UserChange[] { new("short", null, null, null), new(null, null, null, -2) })
            (await replica.Directory.ChangeUserAsync(customer.Domain.Id, customer.User.Id, bad, Tester, CancellationToken.None)).Fault.ShouldBe(AccountFaults.Invalid);
    }

    [Theory, Sqlite, Postgres]
    public async Task Names_are_taken_once(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync(), second = await replica.NewCustomerAsync();
        var clerk = new UserSpec("clerk", Password, Role.ReadOnly, null, null);

        (await replica.Directory.CreateDomainAsync(new(customer.Domain.Name, "region-1", null, "x", Password), Tester, CancellationToken.None)).Fault
            .ShouldBe(AccountFaults.Exists);
        (await replica.Directory.CreateDomainAsync(new(Unique(), "region-1", customer.Project.Id, "x", Password), Tester, CancellationToken.None)).Fault
            .ShouldBe(AccountFaults.Exists);
        (await replica.Directory.CreateProjectAsync(customer.Domain.Id, "region-1", Tester, CancellationToken.None)).Fault.ShouldBe(AccountFaults.Exists);
        (await replica.Directory.CreateUserAsync(customer.Domain.Id, clerk, Tester, CancellationToken.None)).Fault.ShouldBeNull();
        (await replica.Directory.CreateUserAsync(customer.Domain.Id, clerk, Tester, CancellationToken.None)).Fault.ShouldBe(AccountFaults.Exists);
        (await replica.Directory.CreateUserAsync(second.Domain.Id, clerk, Tester, CancellationToken.None)).Fault.ShouldBeNull();
    }

    [Theory, Sqlite, Postgres]
    public async Task Of_a_refused_domain_nothing_stays(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        string name = Unique();

        await replica.Directory.CreateDomainAsync(new(name, "region-1", customer.Project.Id, "owner", Password), Tester, CancellationToken.None);

        (await replica.Directory.DomainsAsync(CancellationToken.None)).ShouldNotContain(d => d.Name == name);
        (await replica.Trail.ReadAsync(null, 1000, CancellationToken.None)).ShouldNotContain(e => e.Detail.Contains(name));
    }

    [Theory, Sqlite, Postgres]
    public async Task A_user_is_kept_only_to_a_project_of_his_domain(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync(), stranger = await replica.NewCustomerAsync();
        var clerk = new UserSpec("clerk", Password, Role.FullAccess, stranger.Project.Id, 60);

        (await replica.Directory.CreateUserAsync(customer.Domain.Id, clerk, Tester, CancellationToken.None)).Fault.ShouldBe(AccountFaults.Invalid);
        User created = (await replica.Directory.CreateUserAsync(
            customer.Domain.Id, clerk with { ProjectId = customer.Project.Id }, Tester, CancellationToken.None)).Value;

        created.ProjectId.ShouldBe(customer.Project.Id);
        created.CallsPerMinute.ShouldBe(60);
    }

    [Theory, Sqlite, Postgres]
    public async Task Another_domains_projects_and_users_are_not_found(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync(), stranger = await replica.NewCustomerAsync();

        (await replica.Directory.ChangeProjectAsync(stranger.Domain.Id, customer.Project.Id, new(false, false), Tester, CancellationToken.None)).Fault
            .ShouldBe(AccountFaults.NotFound);
        (await replica.Directory.ChangeUserAsync(stranger.Domain.Id, customer.User.Id, new(null, false, null, null), Tester, CancellationToken.None)).Fault
            .ShouldBe(AccountFaults.NotFound);
        (await replica.Directory.ProjectsAsync(stranger.Domain.Id, null, CancellationToken.None)).ShouldHaveSingleItem().Id.ShouldBe(stranger.Project.Id);
        (await replica.Directory.FindProjectAsync("nowhere", CancellationToken.None)).Fault.ShouldBe(AccountFaults.NotFound);
    }

    [Theory, Sqlite, Postgres]
    public async Task Projects_are_found_by_name_and_changed_in_part(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        await replica.Directory.CreateProjectAsync(customer.Domain.Id, "region-0", Tester, CancellationToken.None);

        (await replica.Directory.ProjectsAsync(customer.Domain.Id, null, CancellationToken.None)).Select(p => p.Name).ShouldBe(["region-0", "region-1"]);
        (await replica.Directory.ProjectsAsync(customer.Domain.Id, "region-0", CancellationToken.None)).ShouldHaveSingleItem();
        (await replica.Directory.ProjectsAsync(customer.Domain.Id, "region-2", CancellationToken.None)).ShouldBeEmpty();

        Outcome<Project> changed =
            await replica.Directory.ChangeProjectAsync(customer.Domain.Id, customer.Project.Id, new(null, PayPerUse: false), Tester, CancellationToken.None);
        (changed.Value.IsEnabled, changed.Value.IsPayPerUse).ShouldBe((true, false));
        changed = await replica.Directory.ChangeProjectAsync(customer.Domain.Id, customer.Project.Id, new(Enabled: false, null), Tester, CancellationToken.None);
        (changed.Value.IsEnabled, changed.Value.IsPayPerUse).ShouldBe((false, false));
    }

    [Theory, Sqlite, Postgres]
    public async Task The_database_keeps_who_belongs_to_whom(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();

        (await Should.ThrowAsync<Exception>(() => replica.ExecuteAsync($"DELETE FROM domains WHERE id = '{customer.Domain.Id}'"))).Message
            .ShouldContain("foreign key", Case.Insensitive);
    }

    private static string Unique() => "domain-" + Guid.NewGuid().ToString("N");
}
