using Xunit.Abstractions;

namespace OcrService.Api.Tests.WholePath.Replicas;

/// <summary>The bill of one service whose accounts are a file.</summary>
[Collection(ProcessRun.Name)]
public sealed class SqliteBillingTests(SqliteService service, ITestOutputHelper output) : IAsyncLifetime
{
    private readonly Billing _billing = new(service, output);

    public Task InitializeAsync() => service.HealAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public Task A_rush_is_billed_to_the_call() => _billing.RushAsync();

    [Fact]
    public Task A_crash_loses_no_more_than_the_last_moment_and_bills_nothing_twice() => _billing.CrashAsync();

    [Fact]
    public Task A_stopping_service_loses_nothing() => _billing.StopAsync();
}
