using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using OcrService.Accounts.Audit;
using OcrService.Accounts.Billing;
using OcrService.Accounts.Identity;
using OcrService.Accounts.Metering;

namespace OcrService.Accounts.Storage;

/// <summary>The tables, the same in SQLite and PostgreSQL. Times are milliseconds since 1970, UTC: both databases compare them alike.</summary>
internal sealed class AccountsContext(DbContextOptions<AccountsContext> options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<Domain> Domains => Set<Domain>();

    public DbSet<Project> Projects => Set<Project>();

    public DbSet<User> Users => Set<User>();

    public DbSet<AccessKey> AccessKeys => Set<AccessKey>();

    public DbSet<FailureCount> FailureCounts => Set<FailureCount>();

    public DbSet<SeenRequest> SeenRequests => Set<SeenRequest>();

    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    public DbSet<MinuteCalls> MinuteCalls => Set<MinuteCalls>();

    public DbSet<UsageMinute> UsageMinutes => Set<UsageMinute>();

    public DbSet<MonthUse> MonthUses => Set<MonthUse>();

    public DbSet<WrittenBatch> WrittenBatches => Set<WrittenBatch>();

    public DbSet<Reservation> Reservations => Set<Reservation>();

    public DbSet<Package> Packages => Set<Package>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Keys of ASP.NET data protection.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Domain>(e =>
        {
            e.ToTable("domains");
            e.HasIndex(d => d.Name).IsUnique();
        });
        modelBuilder.Entity<Project>(e =>
        {
            e.ToTable("projects");
            e.HasIndex(p => new { p.DomainId, p.Name }).IsUnique();
            e.HasOne<Domain>().WithMany().HasForeignKey(p => p.DomainId).OnDelete(DeleteBehavior.Restrict);
            e.Property(p => p.LedgerVersion);
        });
        modelBuilder.Entity<User>(e =>
        {
            e.ToTable("users");
            e.HasIndex(u => new { u.DomainId, u.Name }).IsUnique();
            e.HasOne<Domain>().WithMany().HasForeignKey(u => u.DomainId).OnDelete(DeleteBehavior.Restrict);
            e.Property(u => u.Role).HasConversion<string>();
            e.Property(u => u.PasswordHash);
            e.Property(u => u.Stamp);
        });
        modelBuilder.Entity<AccessKey>(e =>
        {
            e.ToTable("access_keys");
            e.HasOne<User>().WithMany().HasForeignKey(k => k.UserId).OnDelete(DeleteBehavior.Restrict);
            e.Property(k => k.ProtectedSecret);
        });
        modelBuilder.Entity<FailureCount>().ToTable("failure_counts").HasKey(f => new { f.Subject, f.Source });
        modelBuilder.Entity<SeenRequest>(e =>
        {
            e.ToTable("seen_requests").HasKey(s => s.Digest);
            e.HasIndex(s => s.ExpiresAt);
        });
        modelBuilder.Entity<Subscription>().ToTable("subscriptions").HasKey(s => new { s.ProjectId, s.Api });
        modelBuilder.Entity<MinuteCalls>().ToTable("minute_calls").HasKey(m => new { m.UserId, m.Api, m.Minute });
        modelBuilder.Entity<UsageMinute>().ToTable("usage_minutes").HasKey(u => new { u.ProjectId, u.Minute, u.Api, u.Outcome });
        modelBuilder.Entity<MonthUse>().ToTable("month_uses").HasKey(m => new { m.ProjectId, m.Api, m.Month });
        modelBuilder.Entity<WrittenBatch>().ToTable("written_batches");
        modelBuilder.Entity<Reservation>(e =>
        {
            e.ToTable("reservations");
            e.HasIndex(r => r.ProjectId);
        });
        modelBuilder.Entity<Package>(e =>
        {
            e.ToTable("packages");
            e.HasIndex(p => p.ProjectId);
            e.HasOne<Project>().WithMany().HasForeignKey(p => p.ProjectId).OnDelete(DeleteBehavior.Restrict);
            e.Ignore(p => p.Left);
        });
        modelBuilder.Entity<AuditEntry>().ToTable("audit_entries");
        modelBuilder.Entity<DataProtectionKey>().ToTable("data_protection_keys");
        foreach (Microsoft.EntityFrameworkCore.Metadata.IMutableProperty property in modelBuilder.Model.GetEntityTypes().SelectMany(t => t.GetProperties()))
            property.SetColumnName(SnakeCase(property.Name));
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixTime>();
        configurationBuilder.Properties<Guid>().HaveConversion<GuidText>();
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private sealed class UnixTime() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));

    /// <summary>Text without a length, as the migrations have it; the framework's own converter asks for 36 characters.</summary>
    private sealed class GuidText() : ValueConverter<Guid, string>(id => id.ToString(), text => Guid.Parse(text));
}
