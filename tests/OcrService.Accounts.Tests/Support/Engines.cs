using System.Reflection;
using Xunit.Sdk;

namespace OcrService.Accounts.Tests.Support;

/// <summary>The databases that the service runs on.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>Runs a theory on SQLite.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Engine.Sqlite]];
}

/// <summary>Runs a theory on PostgreSQL too; skipped, with the reason in the report, where there is no server.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresAttribute : DataAttribute
{
    public PostgresAttribute() => Skip = TestDatabase.WhyNoPostgres!;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Engine.Postgres]];
}
