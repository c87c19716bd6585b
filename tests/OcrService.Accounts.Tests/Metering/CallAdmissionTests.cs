using OcrService.Accounts.Identity;
using OcrService.Accounts.Metering;
using OcrService.Accounts.Tests.Support;
using OcrService.Documents;
using static OcrService.Accounts.Tests.Support.Replica;

namespace OcrService.Accounts.Tests.Metering;

public sealed class CallAdmissionTests(ClassDatabases databases) : IClassFixture<ClassDatabases>
{
    private const string Api = "web-image";

    [Theory, Sqlite, Postgres]
    public async Task Without_limits_every_call_is_let_in(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();

        (await AdmitAsync(replica, customer.Caller, customer.Project.Id)).ShouldBe(new Admission(null, null, IsMetered: true));
    }

    [Theory, Sqlite, Postgres]
    public async Task Who_has_no_right_is_refused_and_not_on_the_projects_record(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync(), stranger = await replica.NewCustomerAsync();
        Caller domainOnly = customer.Caller with { Scope = CallerScope.DomainOnly };

        (await AdmitAsync(replica, stranger.Caller, customer.Project.Id)).ShouldBe(new Admission(AccountFaults.Denied, null, IsMetered: false));
        (await AdmitAsync(replica, customer.Caller, "nowhere")).ShouldBe(new Admission(AccountFaults.Denied, null, IsMetered: false));
        (await AdmitAsync(replica, domainOnly, customer.Project.Id)).ShouldBe(new Admission(AccountFaults.TokenWithoutProject, null, IsMetered: false));

        await replica.Directory.ChangeProjectAsync(customer.Domain.Id, customer.Project.Id, new(Enabled: false, null), Tester, CancellationToken.None);
        (await AdmitAsync(replica, customer.Caller, customer.Project.Id)).ShouldBe(new Admission(AccountFaults.Denied, null, IsMetered: false));
    }

    [Theory, Sqlite, Postgres]
    public async Task A_disabled_api_is_refused_on_the_projects_record(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        await replica.Subscriptions.SetAsync(customer.Project.Id, Api, isEnabled: false, Tester, CancellationToken.None);

        (await AdmitAsync(replica, customer.Caller, customer.Project.Id)).ShouldBe(new Admission(AccountFaults.NotSubscribed, null, IsMetered: true));
        (await AdmitAsync(replica, customer.Caller, customer.Project.Id, "passport")).Refusal.ShouldBeNull();

        await replica.Subscriptions.SetAsync(customer.Project.Id, Api, isEnabled: true, Tester, CancellationToken.None);
        (await AdmitAsync(replica, customer.Caller, customer.Project.Id)).Refusal.ShouldBeNull();
    }

    [Theory, Sqlite, Postgres]
    public async Task Where_nothing_is_enabled_by_default_only_what_was_enabled_is_let_in(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine, new Settings { Metering = new MeteringOptions { SubscribedByDefault = false } });
        Customer customer = await replica.NewCustomerAsync();

        (await AdmitAsync(replica, customer.Caller, customer.Project.Id)).Refusal.ShouldBe(AccountFaults.NotSubscribed);
        await replica.Subscriptions.SetAsync(customer.Project.Id, Api, isEnabled: true, Tester, CancellationToken.None);
        (await AdmitAsync(replica, customer.Caller, customer.Project.Id)).Refusal.ShouldBeNull();
        (await AdmitAsync(replica, customer.Caller, customer.Project.Id, "passport")).Refusal.ShouldBe(AccountFaults.NotSubscribed);
    }

    [Theory, Sqlite, Postgres]
    public async Task Replicas_count_the_calls_of_a_minute_together(Engine engine)
    {
        var settings = new Settings { Metering = new MeteringOptions { CallsPerMinute = 10 } };
        await using Replica one = await databases.StartAsync(engine, settings), other = await databases.StartAsync(engine, settings);
        Customer customer = await one.NewCustomerAsync();

        Admission[] admissions = await Task.WhenAll(
            Enumerable.Range(0, 30).Select(i => Task.Run(() => AdmitAsync(i % 2 == 0 ? one : other, customer.Caller, customer.Project.Id))));

        admissions.Count(a => a.Refusal is null).ShouldBe(10);
        admissions.Count(a => a.Refusal == AccountFaults.Throttled && a.IsMetered).ShouldBe(20);
        admissions.Select(a => a.Limit!.Used).Order().ShouldBe(Enumerable.Range(1, 30).Select(n => (long)n));
        admissions.ShouldAllBe(a => a.Limit!.Allowed == 10);
    }

    [Theory, Sqlite, Postgres]
    public async Task The_next_minute_another_api_and_another_user_have_counts_of_their_own(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine, new Settings { Metering = new MeteringOptions { CallsPerMinute = 1 } });
        Customer customer = await replica.NewCustomerAsync();
        var spec = new UserSpec("clerk", "clerk's password", Role.FullAccess, null, null);
        User clerk = (await replica.Directory.CreateUserAsync(customer.Domain.Id, spec, Tester, CancellationToken.None)).Value;

        (await AdmitAsync(replica, customer.Caller, customer.Project.Id)).Refusal.ShouldBeNull();
        (await AdmitAsync(replica, customer.Caller, customer.Project.Id)).Refusal.ShouldBe(AccountFaults.Throttled);
        (await AdmitAsync(replica, customer.Caller, customer.Project.Id, "passport")).Refusal.ShouldBeNull();
        (await AdmitAsync(replica, customer.Caller with { User = clerk }, customer.Project.Id)).Refusal.ShouldBeNull();

        replica.Clock.Advance(TimeSpan.FromSeconds(59.999));
        (await AdmitAsync(replica, customer.Caller, customer.Project.Id)).Refusal.ShouldBe(AccountFaults.Throttled);
        replica.Clock.Advance(TimeSpan.FromSeconds(0.001));
        (await AdmitAsync(replica, customer.Caller, customer.Project.Id)).Refusal.ShouldBeNull();
    }

    [Theory, Sqlite, Postgres]
    public async Task A_users_own_limit_goes_before_the_services(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine, new Settings { Metering = new MeteringOptions { CallsPerMinute = 1 } });
        Customer customer = await replica.NewCustomerAsync();
        foreach (int limit in new[] { 3, 0, UserChange.ServicesLimit })
        {
            Outcome<User> changed =
                await replica.Directory.ChangeUserAsync(customer.Domain.Id, customer.User.Id, new(null, null, null, limit), Tester, CancellationToken.None);
            Caller caller = customer.Caller with { User = changed.Value };
            var refused = new List<bool>();
            for (int i = 0; i < 5; i++)
                refused.Add((await AdmitAsync(replica, caller, customer.Project.Id)).Refusal is not null);

            bool[] expected = limit switch
            {
                0 => [false, false, false, false, false],
                3 => [false, false, false, true, true],
                _ => [true, true, true, true, true],
            };
            refused.ShouldBe(expected);
        }
    }

    [Theory, Sqlite, Postgres]
    public async Task A_throttled_stranger_is_not_on_the_projects_record(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine, new Settings { Metering = new MeteringOptions { CallsPerMinute = 1 } });
        Customer customer = await replica.NewCustomerAsync(), stranger = await replica.NewCustomerAsync();
        await AdmitAsync(replica, stranger.Caller, customer.Project.Id);

        Admission throttled = await AdmitAsync(replica, stranger.Caller, customer.Project.Id);

        throttled.Refusal.ShouldBe(AccountFaults.Throttled);
        throttled.IsMetered.ShouldBeFalse();
    }

    private static Task<Admission> AdmitAsync(Replica replica, Caller caller, string projectId, string api = Api) =>
        replica.Admission.AdmitAsync(caller, projectId, api, CancellationToken.None);
}
