using System.Diagnostics.Metrics;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OcrService.Accounts.Audit;
using OcrService.Accounts.Billing;
using OcrService.Accounts.Identity;
using OcrService.Accounts.Metering;
using OcrService.Accounts.Storage;

namespace OcrService.Accounts;

/// <summary>Wires accounts and metering.</summary>
public static class AccountServices
{
    /// <summary>Adds everything. Options classes are bound by the host; a <see cref="TimeProvider"/> must be registered.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="connectionString"><c>Data Source=FILE</c> is SQLite, <c>Host=...</c> PostgreSQL.</param>
    /// <param name="keyCertificate">Encrypts the key ring that encrypts secret keys; null: the ring lies in the database as it is.</param>
    /// <param name="print">Shows the first account's credentials.</param>
    public static void AddAccounts(
        this IServiceCollection services, string connectionString, X509Certificate2? keyCertificate, FirstAccountPrinter print)
    {
        AccountsDatabase.Check(connectionString);
        services.AddPooledDbContextFactory<AccountsContext>(
            (s, builder) => AccountsDatabase.Configure(builder, connectionString, s.GetRequiredService<IOptions<DatabaseOptions>>().Value.Timeout));
        IDataProtectionBuilder protection = services.AddDataProtection().SetApplicationName("OcrService").PersistKeysToDbContext<AccountsContext>();
        if (keyCertificate is not null)
            protection.ProtectKeysWithCertificate(keyCertificate);
        services.AddMetrics();
        services.AddSingleton(print);
        services.AddSingleton<Passwords>();
        services.AddSingleton<Secrets>();
        services.AddSingleton<PriceList>();
        services.AddSingleton(s => new DatabaseGate(
            s.GetRequiredService<IDbContextFactory<AccountsContext>>(), Time(s), Database(s), s.GetRequiredService<IMeterFactory>(), s.GetRequiredService<ILogger<DatabaseGate>>()));
        services.AddSingleton(s => new KnownCallers(Gate(s), Time(s), Database(s)));
        services.AddSingleton(s => new AdmissionMemory(Time(s), Database(s)));
        services.AddSingleton(s => new Lockout(Gate(s), Time(s), s.GetRequiredService<IOptions<LockoutOptions>>()));
        services.AddSingleton(s => new UsageLedger(Gate(s), s.GetRequiredService<PriceList>(), Time(s)));
        services.AddSingleton(s => new Tokens(
            Gate(s), Callers(s), s.GetRequiredService<IDataProtectionProvider>(), s.GetRequiredService<Passwords>(), s.GetRequiredService<Lockout>(), Time(s)));
        services.AddSingleton(s => new SigningKeys(
            Gate(s), Callers(s), s.GetRequiredService<IDataProtectionProvider>(), s.GetRequiredService<Secrets>(), s.GetRequiredService<Lockout>(), Time(s)));
        services.AddSingleton(s => new AccessKeys(Gate(s), s.GetRequiredService<Secrets>(), Time(s)));
        services.AddSingleton(s => new IdentityDirectory(Gate(s), Callers(s), Time(s)));
        services.AddSingleton(s => new AuditTrail(Gate(s)));
        services.AddSingleton(s => new Packages(Gate(s), Time(s)));
        services.AddSingleton(s => new Statements(Gate(s), s.GetRequiredService<PriceList>()));
        services.AddSingleton(s => new UsageReport(Gate(s)));
        services.AddSingleton(s => new Subscriptions(Gate(s), Time(s), Metering(s)));
        services.AddSingleton(s => new CallAdmission(
            Gate(s), s.GetRequiredService<AdmissionMemory>(), s.GetRequiredService<PriceList>(), Time(s), Metering(s)));
        services.AddSingleton(s => new UsageMeter(s.GetRequiredService<UsageLedger>(), Time(s), Metering(s), s.GetRequiredService<IMeterFactory>(), s.GetRequiredService<ILogger<UsageMeter>>()));
        services.AddHostedService<DatabaseStart>();
        services.AddHostedService(s => s.GetRequiredService<UsageMeter>());
    }

    private static DatabaseGate Gate(IServiceProvider services) => services.GetRequiredService<DatabaseGate>();

    private static KnownCallers Callers(IServiceProvider services) => services.GetRequiredService<KnownCallers>();

    private static TimeProvider Time(IServiceProvider services) => services.GetRequiredService<TimeProvider>();

    private static IOptions<MeteringOptions> Metering(IServiceProvider services) => services.GetRequiredService<IOptions<MeteringOptions>>();

    private static IOptions<DatabaseOptions> Database(IServiceProvider services) => services.GetRequiredService<IOptions<DatabaseOptions>>();
}
