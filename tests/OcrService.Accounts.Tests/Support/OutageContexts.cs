using Microsoft.EntityFrameworkCore;
using Npgsql;
using OcrService.Accounts.Storage;

namespace OcrService.Accounts.Tests.Support;

/// <summary>The replica's database, which nobody reaches while the test says so.</summary>
internal sealed class OutageContexts(IDbContextFactory<AccountsContext> contexts) : IDbContextFactory<AccountsContext>
{
    public bool IsAway { get; set; }

    /// <summary>How often somebody asked for the database.</summary>
    public int Uses { get; private set; }

    public AccountsContext CreateDbContext()
    {
        Uses++;
        return IsAway ? throw new NpgsqlException("The database is away.") : contexts.CreateDbContext();
    }
}
