using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using OcrService.Accounts.Storage;

namespace OcrService.Accounts.Tests.Support;

/// <summary>How the database fails.</summary>
internal enum Failure
{
    None,

    /// <summary>Nobody answers.</summary>
    Away,

    /// <summary>The connection breaks before the commit.</summary>
    BeforeCommit,

    /// <summary>The commit is done, and the connection breaks before the answer.</summary>
    AfterCommit,
}

/// <summary>A database that fails when it is told to.</summary>
internal sealed class FlakyContexts(TestDatabase database) : DbTransactionInterceptor, IDbContextFactory<AccountsContext>
{
    public Failure Failure { get; set; }

    /// <summary>What happens elsewhere during a commit.</summary>
    public Action Meanwhile { get; set; } = () => { };

    /// <summary>How often somebody asked for the database.</summary>
    public int Uses { get; private set; }

    public AccountsContext CreateDbContext()
    {
        Uses++;
        if (Failure == Failure.Away)
            throw new NpgsqlException("The database is away.");

        var builder = new DbContextOptionsBuilder<AccountsContext>();
        AccountsDatabase.Configure(builder, database.ConnectionString, new DatabaseOptions().Timeout);
        builder.AddInterceptors(this);
        return new AccountsContext(builder.Options);
    }

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Meanwhile();
        return Failure == Failure.BeforeCommit ? throw new NpgsqlException("The connection broke.") : ValueTask.FromResult(result);
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        Failure == Failure.AfterCommit ? throw new NpgsqlException("The connection broke.") : Task.CompletedTask;
}
