using OcrService.Accounts.Audit;
using OcrService.Accounts.Identity;
using OcrService.Accounts.Tests.Support;

namespace OcrService.Accounts.Tests.Audit;

public sealed class AuditTrailTests(ClassDatabases databases) : IClassFixture<ClassDatabases>
{
    [Theory, Sqlite, Postgres]
    public async Task Every_change_is_on_it_without_secrets(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        var actor = new Actor("acme/" + Guid.NewGuid().ToString("N"), "SOMEACCESSKEY", "192.0.2.99");
        string[] passwords = ["first password", "second password", "third password"];
        NewDomain domain = (await replica.Directory.CreateDomainAsync(
            new("audited-" + Guid.NewGuid().ToString("N"), "region-1", null, "owner", passwords[0]), actor, CancellationToken.None)).Value;
        string id = domain.Domain.Id;
        Project project = (await replica.Directory.CreateProjectAsync(id, "region-2", actor, CancellationToken.None)).Value;
        await replica.Directory.ChangeProjectAsync(id, project.Id, new(Enabled: false, PayPerUse: false), actor, CancellationToken.None);
        User user = (await replica.Directory.CreateUserAsync(id, new("clerk", passwords[1], Role.ReadOnly, project.Id, 5), actor, CancellationToken.None)).Value;
        await replica.Directory.ChangeUserAsync(id, user.Id, new(passwords[2], false, Role.FullAccess, 9), actor, CancellationToken.None);
        NewAccessKey key = (await replica.AccessKeys.CreateAsync(user.Id, "description", actor, CancellationToken.None)).Value;
        await replica.AccessKeys.EnableAsync(user.Id, key.Key.Id, false, actor, CancellationToken.None);
        await replica.AccessKeys.EnableAsync(user.Id, key.Key.Id, true, actor, CancellationToken.None);
        NewAccessKey rotated = (await replica.AccessKeys.RotateAsync(user.Id, key.Key.Id, actor, CancellationToken.None)).Value;
        await replica.AccessKeys.DeleteAsync(user.Id, rotated.Key.Id, actor, CancellationToken.None);
        string package = (await replica.Packages.CreateAsync(project.Id, new("*", 10, 1, null, 5), actor, CancellationToken.None)).Value.Id;
        await replica.Subscriptions.SetAsync(project.Id, "passport", true, actor, CancellationToken.None);
        await replica.Subscriptions.SetAsync(project.Id, "passport", false, actor, CancellationToken.None);

        AuditEntry[] entries = [.. (await replica.Trail.ReadAsync(null, 1000, CancellationToken.None)).Where(e => e.Actor == actor.Name).Reverse()];

        entries.Select(e => (e.Action, e.Subject)).ShouldBe(
        [
            ("domain.create", id), ("project.create", project.Id), ("project.change", project.Id), ("user.create", user.Id), ("user.change", user.Id),
            ("key.create", key.Key.Id), ("key.disable", key.Key.Id), ("key.enable", key.Key.Id), ("key.rotate", key.Key.Id), ("key.delete", rotated.Key.Id),
            ("package.create", package), ("subscription.enable", project.Id), ("subscription.disable", project.Id),
        ]);
        entries.ShouldAllBe(e => e.Credential == "SOMEACCESSKEY" && e.Source == "192.0.2.99" && e.At == Settings.Noon);
        string details = string.Join('\n', entries.Select(e => e.Detail));
        foreach (string secret in passwords.Concat([key.SecretKey, rotated.SecretKey]))
            details.ShouldNotContain(secret);
        entries.Single(e => e.Action == "user.change").Detail.ShouldBe("password=changed enabled=False role=FullAccess calls_per_minute=9");
    }

    [Theory, Sqlite, Postgres]
    public async Task What_was_refused_is_not_on_it(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        var actor = new Actor("acme/" + Guid.NewGuid().ToString("N"), "token", "192.0.2.99");

        (await replica.Directory.CreateProjectAsync(customer.Domain.Id, "region-1", actor, CancellationToken.None)).Fault.ShouldBe(AccountFaults.Exists);
        (await replica.Directory.ChangeUserAsync(customer.Domain.Id, customer.User.Id, new("short", null, null, null), actor, CancellationToken.None)).Fault
            .ShouldBe(AccountFaults.Invalid);
        (await replica.AccessKeys.DeleteAsync(customer.User.Id, "NOSUCHKEY", actor, CancellationToken.None)).Fault.ShouldBe(AccountFaults.NotFound);

        (await replica.Trail.ReadAsync(null, 1000, CancellationToken.None)).ShouldNotContain(e => e.Actor == actor.Name);
    }

    [Theory, Sqlite, Postgres]
    public async Task It_is_read_from_the_newest_in_pages(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        for (int i = 0; i < 5; i++)
            await replica.Subscriptions.SetAsync(customer.Project.Id, $"api-{i}", true, Replica.Tester, CancellationToken.None);

        IReadOnlyList<AuditEntry> first = await replica.Trail.ReadAsync(null, 2, CancellationToken.None);
        IReadOnlyList<AuditEntry> second = await replica.Trail.ReadAsync(first[^1].Id, 3, CancellationToken.None);

        first.Concat(second).Select(e => e.Detail).ShouldBe(["api=api-4", "api=api-3", "api=api-2", "api=api-1", "api=api-0"]);
    }

    [Theory, Sqlite, Postgres]
    public async Task The_database_refuses_to_change_or_delete_an_entry(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        await replica.NewCustomerAsync();
        string[] statements = ["UPDATE audit_entries SET actor = 'nobody'", "DELETE FROM audit_entries", .. engine == Engine.Postgres ? ["TRUNCATE audit_entries"] : Array.Empty<string>()];
        int before = (await replica.Trail.ReadAsync(null, 1000, CancellationToken.None)).Count;

        foreach (string statement in statements)
            (await Should.ThrowAsync<Exception>(() => replica.ExecuteAsync(statement))).Message.ShouldContain("The audit trail is append-only.");

        IReadOnlyList<AuditEntry> entries = await replica.Trail.ReadAsync(null, 1000, CancellationToken.None);
        entries.Count.ShouldBe(before);
        entries.ShouldNotContain(e => e.Actor == "nobody");
    }

    [Fact]
    public void The_actor_is_named_after_domain_user_and_credential()
    {
        var domain = new Domain { Id = "d1", Name = "acme", CreatedAt = default };
        var user = new User { Id = "u1", DomainId = "d1", Name = "owner", CreatedAt = default, Role = Role.FullAccess };

        Actor.Of(new Caller(user, domain, CallerScope.All, "KEY"), "192.0.2.7").ShouldBe(new Actor("acme/owner", "KEY", "192.0.2.7"));
    }
}
