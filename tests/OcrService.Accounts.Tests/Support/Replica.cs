using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OcrService.Accounts.Audit;
using OcrService.Accounts.Billing;
using OcrService.Accounts.Identity;
using OcrService.Accounts.Metering;
using OcrService.Accounts.Storage;
using OcrService.Documents;

namespace OcrService.Accounts.Tests.Support;

/// <summary>Accounts as one process of the service has them. The background writer rests: tests flush, or start it.</summary>
internal sealed class Replica : IAsyncDisposable
{
    public static readonly Actor Tester = new("tests/tester", "token", "192.0.2.1");

    private readonly ServiceProvider _services;
    private readonly List<string> _printed = [];

    private Replica(TestDatabase database, Settings settings)
    {
        Database = database;
        Clock = settings.Clock;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(settings.Clock);
        services.AddSingleton(Options.Create(settings.Bootstrap));
        services.AddSingleton(Options.Create(settings.Database));
        services.AddSingleton(Options.Create(settings.Lockout));
        services.AddSingleton(Options.Create(settings.Metering));
        services.AddSingleton(Options.Create(settings.Pricing));
        services.AddAccounts(database.ConnectionString, settings.KeyCertificate, _printed.Add);
        services.AddSingleton(s => new OutageContexts(s.GetRequiredService<IDbContextFactory<AccountsContext>>()));
        services.AddSingleton(s => GateTo(s.GetRequiredService<OutageContexts>()));
        _services = services.BuildServiceProvider();
    }

    public TestDatabase Database { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>What was shown to the person at the terminal.</summary>
    public IReadOnlyList<string> Printed => _printed;

    public static async Task<Replica> StartAsync(TestDatabase database, Settings? settings = null)
    {
        var replica = new Replica(database, settings ?? new Settings());
        try
        {
            foreach (IHostedLifecycleService service in replica._services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
                await service.StartingAsync(CancellationToken.None);
            return replica;
        }
        catch
        {
            // Nobody else has it to dispose it; the test sees the failure itself.
            await replica.DisposeAsync();
            throw;
        }
    }

    /// <summary>The way to the database, which may be cut.</summary>
    public OutageContexts Outage => The<OutageContexts>();

    public IdentityDirectory Directory => The<IdentityDirectory>();

    public Tokens Tokens => The<Tokens>();

    public AccessKeys AccessKeys => The<AccessKeys>();

    public SigningKeys SigningKeys => The<SigningKeys>();

    public Packages Packages => The<Packages>();

    public Statements Statements => The<Statements>();

    public Subscriptions Subscriptions => The<Subscriptions>();

    public CallAdmission Admission => The<CallAdmission>();

    public UsageMeter Meter => The<UsageMeter>();

    public UsageReport Report => The<UsageReport>();

    public AuditTrail Trail => The<AuditTrail>();

    public IDbContextFactory<AccountsContext> Contexts => The<IDbContextFactory<AccountsContext>>();

    /// <summary>A gate before contexts of the test's own.</summary>
    public DatabaseGate GateTo(IDbContextFactory<AccountsContext> contexts) => new(
        contexts, Clock, The<IOptions<DatabaseOptions>>(), The<System.Diagnostics.Metrics.IMeterFactory>(), The<ILogger<DatabaseGate>>());

    public T The<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Looks into the database.</summary>
    public async Task<T> LookAsync<T>(Func<AccountsContext, Task<T>> look)
    {
        await using AccountsContext db = await Contexts.CreateDbContextAsync();
        return await look(db);
    }

    /// <summary>Runs a statement against the database.</summary>
    public Task<int> ExecuteAsync(string statement) => LookAsync(db => db.Database.ExecuteSqlRawAsync(statement));

    /// <summary>Answers some calls of a customer; they are written with the next flush.</summary>
    public void Answer(Customer customer, string api, int calls, string outcome = AnsweredCall.Success)
    {
        for (int i = 0; i < calls; i++)
            Meter.Record(new AnsweredCall(customer.Project.Id, api, outcome), null);
    }

    public Task PruneAsync() => The<UsageLedger>().PruneAsync(CancellationToken.None);

    /// <summary>A domain that nobody else has, with a project and a user with full access.</summary>
    public async Task<Customer> NewCustomerAsync(bool isPayPerUse = true)
    {
        string name = "domain-" + Guid.NewGuid().ToString("N");
        var spec = new DomainSpec(name, "region-1", null, "owner", "correct horse");
        NewDomain created = (await Directory.CreateDomainAsync(spec, Tester, CancellationToken.None)).Value;
        if (!isPayPerUse)
        {
            var change = new ProjectChange(null, PayPerUse: false);
            Outcome<Project> changed =
                await Directory.ChangeProjectAsync(created.Domain.Id, created.Project.Id, change, Tester, CancellationToken.None);
            created = created with { Project = changed.Value };
        }

        return new Customer(created.Domain, created.Project, created.User, spec.Password);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>A domain with its first project and user.</summary>
internal sealed record Customer(Domain Domain, Project Project, User User, string Password)
{
    /// <summary>The user as his permanent access key lets him in.</summary>
    public Caller Caller => new(User, Domain, CallerScope.All, "TESTKEY");
}
