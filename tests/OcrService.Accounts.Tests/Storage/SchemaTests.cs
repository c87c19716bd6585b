using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using OcrService.Accounts.Storage;
using OcrService.Accounts.Tests.Support;

namespace OcrService.Accounts.Tests.Storage;

/// <summary>The migrations have no model snapshot, since both databases share them: these tests stand for it.</summary>
public sealed class SchemaTests
{
    private const string SqliteCatalogue =
        """
        SELECT 'column ' || m.name || '.' || c.name || ' ' || c.type || ' notnull=' || c."notnull" || ' default=' || coalesce(c.dflt_value, '-') || ' key=' || c.pk
            FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE '__EF%'
        UNION ALL
        SELECT 'index ' || m.name || ' ' || CASE i.origin WHEN 'c' THEN i.name ELSE i.origin END || ' unique=' || i."unique" || ' '
            || (SELECT group_concat(x.name) FROM pragma_index_info(i.name) x)
            FROM sqlite_master m, pragma_index_list(m.name) i WHERE m.type = 'table' AND m.name NOT LIKE '__EF%'
        UNION ALL
        SELECT 'foreign key ' || m.name || '.' || f."from" || ' ' || f."table" || '.' || f."to" || ' ' || f.on_delete || ' ' || f.on_update
            FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
        UNION ALL
        SELECT 'numbered ' || name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'
        """;

    private const string PostgresCatalogue =
        """
        SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || coalesce('(' || character_maximum_length || ')', '') || ' ' || is_nullable || ' ' || coalesce(column_default, '-') || ' '
            || is_identity || ' ' || coalesce(identity_generation, '-') || ' ' || coalesce(collation_name, '-')
            FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
        UNION ALL
        SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'
        UNION ALL
        SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
            FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 0 AND conrelid::regclass::text NOT LIKE '%\_\_EF%'
        """;

    [Theory, Sqlite, Postgres]
    public async Task The_migrations_make_the_tables_of_the_model(Engine engine)
    {
        await using TestDatabase migrated = await TestDatabase.CreateAsync(engine), modelled = await TestDatabase.CreateAsync(engine);
        await using AccountsContext byMigrations = Open(migrated), byModel = Open(modelled);
        await byMigrations.Database.MigrateAsync();
        await byModel.Database.EnsureCreatedAsync();

        List<string> actual = await CatalogueAsync(byMigrations, engine), expected = await CatalogueAsync(byModel, engine);

        expected.Count.ShouldBeGreaterThan(60);
        expected.Except(actual, StringComparer.Ordinal).ShouldBeEmpty("only in the model");
        actual.Except(expected, StringComparer.Ordinal).ShouldBeEmpty("only in the migrations");
    }

    [Theory, Sqlite, Postgres]
    public async Task Every_migration_is_found_and_runs_once(Engine engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        await using AccountsContext db = Open(database);
        Type[] written = [.. typeof(AccountsContext).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Migration)))];

        written.ShouldNotBeEmpty();
        foreach (Type migration in written)
        {
            migration.GetCustomAttribute<DbContextAttribute>()!.ContextType.ShouldBe(typeof(AccountsContext), migration.Name);
            migration.GetCustomAttribute<MigrationAttribute>()!.Id.ShouldMatch($"^[0-9]{{14}}_{migration.Name}$");
        }

        db.Database.GetMigrations().ShouldBe(written.Select(m => m.GetCustomAttribute<MigrationAttribute>()!.Id).Order(StringComparer.Ordinal));
        await db.Database.MigrateAsync();
        (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
        await db.Database.MigrateAsync();
    }

    private static AccountsContext Open(TestDatabase database)
    {
        var builder = new DbContextOptionsBuilder<AccountsContext>();
        AccountsDatabase.Configure(builder, database.ConnectionString, new DatabaseOptions().Timeout);
        return new AccountsContext(builder.Options);
    }

    private static async Task<List<string>> CatalogueAsync(AccountsContext db, Engine engine)
    {
        await db.Database.OpenConnectionAsync();
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = engine == Engine.Sqlite ? SqliteCatalogue : PostgresCatalogue;
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}
