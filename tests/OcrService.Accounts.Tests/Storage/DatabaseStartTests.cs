using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OcrService.Accounts.Identity;
using OcrService.Accounts.Storage;
using OcrService.Accounts.Tests.Support;
using OcrService.Documents;

namespace OcrService.Accounts.Tests.Storage;

public sealed class DatabaseStartTests
{
    private static readonly BootstrapOptions Given = new()
    {
        Domain = "acme",
        User = "root",
        Password = "given password",
        AccessKey = "GIVENACCESSKEY123456",
        SecretKey = "given-secret-key-1234567890",
        ProjectId = "0123456789abcdef0123456789abcdef",
        Region = "region-7",
    };

    [Theory, Sqlite, Postgres]
    public async Task An_empty_database_gets_one_account_that_is_printed_once(Engine engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        string printed;
        await using (Replica first = await Replica.StartAsync(database))
        {
            printed = first.Printed.ShouldHaveSingleItem();
            await HasOneAccountAsync(first);
        }

        string password = Printed(printed, "password"), accessKey = Printed(printed, "access key"), secretKey = Printed(printed, "secret key");
        await using Replica second = await Replica.StartAsync(database);
        second.Printed.ShouldBeEmpty();
        await HasOneAccountAsync(second);

        Token token = (await second.Tokens.IssueAsync("admin", "admin", password, new(true, null, "local-1"), "192.0.2.7", CancellationToken.None)).Value;
        token.Caller.IsOperator.ShouldBeTrue();
        printed.ShouldContain(token.Project!.Id);
        (await second.SigningKeys.FindAsync(accessKey, null, "192.0.2.7", CancellationToken.None)).Value.SecretKey.ShouldBe(secretKey);
    }

    [Theory, Sqlite, Postgres]
    public async Task What_is_given_is_used_and_not_printed(Engine engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        await using Replica replica = await Replica.StartAsync(database, new Settings { Bootstrap = Given });

        string printed = replica.Printed.ShouldHaveSingleItem();
        foreach (string shown in new[] { "acme", "root", "region-7", Given.AccessKey, Given.ProjectId })
            printed.ShouldContain(shown);
        printed.ShouldNotContain(Given.Password);
        printed.ShouldNotContain(Given.SecretKey);

        Outcome<Token> token =
            await replica.Tokens.IssueAsync("acme", "root", Given.Password, new(true, Given.ProjectId, null), "192.0.2.7", CancellationToken.None);
        token.Value.Project!.Name.ShouldBe("region-7");
        (await replica.SigningKeys.FindAsync(Given.AccessKey, null, "192.0.2.7", CancellationToken.None)).Value.SecretKey.ShouldBe(Given.SecretKey);
    }

    [Theory, Sqlite, Postgres]
    public async Task Settings_of_the_first_account_mean_nothing_to_a_database_that_has_one(Engine engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        await (await Replica.StartAsync(database, new Settings { Bootstrap = Given })).DisposeAsync();

        await using Replica later = await Replica.StartAsync(database, new Settings { Bootstrap = new BootstrapOptions { Domain = "other", Password = "x" } });

        (await later.Directory.DomainsAsync(CancellationToken.None)).ShouldHaveSingleItem().Name.ShouldBe("acme");
    }

    [Theory]
    [InlineData("Domain", "two words")]
    [InlineData("User", "")]
    [InlineData("Region", "a/b")]
    [InlineData("Password", "short")]
    [InlineData("AccessKey", "short")]
    [InlineData("SecretKey", "short")]
    [InlineData("ProjectId", "a/b")]
    public async Task A_bad_setting_stops_the_start_and_is_named(string setting, string value)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(Engine.Sqlite);
        var bad = new BootstrapOptions();
        typeof(BootstrapOptions).GetProperty(setting)!.SetValue(bad, value);

        InvalidOperationException e = await Should.ThrowAsync<InvalidOperationException>(
            () => Replica.StartAsync(database, new Settings { Bootstrap = bad }));

        e.Message.ShouldStartWith($"Bootstrap:{setting} must be ");
        await using Replica corrected = await Replica.StartAsync(database);
        await HasOneAccountAsync(corrected);
    }

    [Theory, Postgres]
    public async Task Replicas_that_start_together_make_one_account_and_one_key_ring(Engine engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);

        Replica[] replicas = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Replica.StartAsync(database))));
        try
        {
            string printed = replicas.SelectMany(r => r.Printed).ShouldHaveSingleItem();
            await HasOneAccountAsync(replicas[0]);
            foreach (Replica replica in replicas)
            {
                Token token = (await replica.Tokens.IssueAsync(
                    "admin", "admin", Printed(printed, "password"), default, "192.0.2.7", CancellationToken.None)).Value;
                foreach (Replica other in replicas)
                    (await other.Tokens.ReadAsync(token.Text, CancellationToken.None)).Fault.ShouldBeNull();
            }
        }
        finally
        {
            foreach (Replica replica in replicas)
                await replica.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_lock_left_behind_by_a_killed_process_does_not_stop_the_next_start()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await using (var connection = new SqliteConnection(database.ConnectionString))
        {
            await connection.OpenAsync();
            SqliteCommand command = connection.CreateCommand();
            command.CommandText =
                """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-15 11:59:59');
                """;
            await command.ExecuteNonQueryAsync();
        }

        await using Replica replica = await Replica.StartAsync(database).WaitAsync(TimeSpan.FromSeconds(30));

        await HasOneAccountAsync(replica);
    }

    [Fact]
    public async Task A_file_of_another_journal_mode_is_taken_over()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await File.WriteAllBytesAsync(database.File, []);

        await using Replica replica = await Replica.StartAsync(database);

        (await PragmaAsync(replica, "journal_mode")).ShouldBe("wal");
        await HasOneAccountAsync(replica);
    }

    [Fact]
    public async Task Sqlite_writes_ahead_and_keeps_its_foreign_keys()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await using Replica replica = await Replica.StartAsync(database);

        (await PragmaAsync(replica, "journal_mode")).ShouldBe("wal");
        (await PragmaAsync(replica, "synchronous")).ShouldBe("1");
        (await PragmaAsync(replica, "foreign_keys")).ShouldBe("1");
    }

    private static Task<string?> PragmaAsync(Replica replica, string name) => replica.LookAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using System.Data.Common.DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA " + name;
        return (await command.ExecuteScalarAsync())?.ToString();
    });

    private static async Task HasOneAccountAsync(Replica replica)
    {
        (await replica.LookAsync(db => db.Domains.CountAsync())).ShouldBe(1);
        (await replica.LookAsync(db => db.Projects.CountAsync())).ShouldBe(1);
        (await replica.LookAsync(db => db.Users.SingleAsync())).Role.ShouldBe(Role.Operator);
        (await replica.LookAsync(db => db.AccessKeys.CountAsync())).ShouldBe(1);
        (await replica.LookAsync(db => db.DataProtectionKeys.CountAsync())).ShouldBe(1);
        (await replica.LookAsync(db => db.AuditEntries.OrderBy(e => e.Id).Select(e => e.Action).ToListAsync())).ShouldBe(["domain.create", "key.create"]);
    }

    private static string Printed(string text, string label) =>
        text.Split('\n').Single(l => l.TrimStart().StartsWith(label + " ", StringComparison.Ordinal)).Split(' ')[^1].Trim();
}
