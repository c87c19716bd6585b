namespace OcrService.Accounts.Tests.Support;

/// <summary>One database of each engine for all tests of a class, made when the first of them asks. Every test has customers of its own in it.</summary>
public sealed class ClassDatabases : IAsyncLifetime
{
    private readonly Dictionary<Engine, TestDatabase> _databases = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (TestDatabase database in _databases.Values)
            await database.DisposeAsync();
    }

    /// <summary>A replica of the service on the class's database.</summary>
    internal async Task<Replica> StartAsync(Engine engine, Settings? settings = null)
    {
        if (!_databases.TryGetValue(engine, out TestDatabase? database))
            _databases[engine] = database = await TestDatabase.CreateAsync(engine);
        return await Replica.StartAsync(database, settings);
    }
}
