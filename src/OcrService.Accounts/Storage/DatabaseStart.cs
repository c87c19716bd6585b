using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;
using OcrService.Accounts.Audit;
using OcrService.Accounts.Identity;

namespace OcrService.Accounts.Storage;

/// <summary>
/// Before the first request: brings the tables up to date and makes the first account. Replicas that start together take turns, so that
/// they end up with one account and one key ring.
/// </summary>
internal sealed class DatabaseStart(
    IDbContextFactory<AccountsContext> contexts,
    IDataProtectionProvider protection,
    AccessKeys keys,
    Secrets secrets,
    TimeProvider time,
    IOptions<BootstrapOptions> options,
    FirstAccountPrinter print) : IHostedLifecycleService
{
    /// <summary>Any number that nobody else locks; the name of the service in ASCII.</summary>
    private const long PostgresLock = 0x4F43525F41434354;

    /// <summary>For one statement: another replica may be changing the tables, and this one waits for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using AccountsContext db = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            db.Database.SetCommandTimeout(Patience);
            await TakeTurnAsync(db, cancellationToken);
        }
        catch (Exception e) when (DatabaseFailures.IsAway(e) || e is PostgresException)
        {
            string name = AccountsDatabase.NameOf(db.Database.GetConnectionString()!);
            throw new AccountsStartException(
                $"The accounts' database '{name}' cannot be used: {DatabaseFailures.ReasonOf(e).TrimEnd('.')}. Look at ConnectionStrings:Accounts, and whether the service may read and write there.", e);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task TakeTurnAsync(AccountsContext db, CancellationToken cancellationToken)
    {
        if (!db.Database.IsNpgsql())
        {
            await AccountsDatabase.PrepareSqliteAsync(db, cancellationToken);
            await PrepareAsync(db, cancellationToken);
            return;
        }

        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({PostgresLock})", cancellationToken);
        try
        {
            await PrepareAsync(db, cancellationToken);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({PostgresLock})", CancellationToken.None);
        }
    }

    private async Task PrepareAsync(AccountsContext db, CancellationToken cancellationToken)
    {
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            await db.Database.MigrateAsync(cancellationToken);

        // Makes the key ring while others wait: they then read this one instead of making their own.
        protection.CreateProtector("OcrService.Start").Protect([]);
        if (!await db.Domains.AnyAsync(cancellationToken))
            await CreateFirstAccountAsync(db, cancellationToken);
        await TryKeyRingAsync(db, cancellationToken);
    }

    /// <summary>Who cannot open the secret keys must not take requests that are signed with them.</summary>
    private async Task TryKeyRingAsync(AccountsContext db, CancellationToken cancellationToken)
    {
        if (await db.AccessKeys.Select(k => k.ProtectedSecret).FirstOrDefaultAsync(cancellationToken) is not { } protectedSecret)
            return;

        try
        {
            secrets.Unprotect(protectedSecret);
        }
        catch (CryptographicException e)
        {
            throw new AccountsStartException(
                "The secret keys in the database cannot be opened: KeyRing:CertificatePath must name the certificate that protects its key ring.", e);
        }
    }

    private async Task CreateFirstAccountAsync(AccountsContext db, CancellationToken cancellationToken)
    {
        BootstrapOptions given = options.Value;
        string domain = given.Domain.Length > 0 ? given.Domain : given.User;
        string password = Or(given.Password, Secrets.NewPassword), accessKey = Or(given.AccessKey, Secrets.NewAccessKey);
        string secretKey = Or(given.SecretKey, Secrets.NewSecretKey), projectId = Or(given.ProjectId, Secrets.NewId);
        Require(Names.IsGood(given.User), nameof(given.User), "1 to 64 letters, digits and -_.@");
        Require(Names.IsGood(domain), nameof(given.Domain), "1 to 64 letters, digits and -_.@");
        Require(Names.IsGood(given.Region), nameof(given.Region), "1 to 64 letters, digits and -_.@");
        Require(Passwords.IsAcceptable(password), nameof(given.Password), "8 to 128 characters");
        Require(Names.IsAccessKey(accessKey), nameof(given.AccessKey), "8 to 64 letters, digits and -_");
        Require(secretKey.Length is >= 8 and <= 128, nameof(given.SecretKey), "8 to 128 characters");
        Require(Names.IsId(projectId), nameof(given.ProjectId), "1 to 64 letters, digits and -_");

        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        NewDomain created = IdentityDirectory.Add(
            db, new DomainSpec(domain, given.Region, projectId, given.User, password), time, Role.Operator);
        keys.Add(db, created.User.Id, accessKey, secretKey, "first key");
        db.Audit(time, Actor.Service, "domain.create", created.Domain.Id, $"name={domain}", $"project={projectId}", $"user={created.User.Id}");
        db.Audit(time, Actor.Service, "key.create", accessKey, $"user={created.User.Id}");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        // What was given is known to who gave it.
        var lines = new List<string>
        {
            "The first account was made. What is printed here is not printed again:",
            $"  domain {domain}  user {given.User}  project {projectId}  region {given.Region}",
        };
        if (given.Password.Length == 0)
            lines.Add($"  password   {password}");
        lines.Add($"  access key {accessKey}");
        if (given.SecretKey.Length == 0)
            lines.Add($"  secret key {secretKey}");
        print(string.Join(Environment.NewLine, lines));
    }

    private static string Or(string given, Func<string> invent) => given.Length > 0 ? given : invent();

    private static void Require(bool isGood, string setting, string form)
    {
        if (!isGood)
            throw new AccountsStartException($"{BootstrapOptions.Section}:{setting} must be {form}.");
    }
}

/// <summary>Shows the first account's credentials to the person at the terminal; never the log.</summary>
public delegate void FirstAccountPrinter(string text);
