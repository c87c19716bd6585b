using OcrService.Api.Tests.Support;
using Xunit.Abstractions;

namespace OcrService.Api.Tests.WholePath.Replicas;

/// <summary>One bill and one quota, although two services count.</summary>
[Collection(ReplicaRun.Name)]
public sealed class ReplicaBillingTests(PostgresReplicas replicas, ITestOutputHelper output) : IAsyncLifetime
{
    private readonly Billing _billing = new(replicas, output);

    public Task InitializeAsync() => replicas.HealAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [PostgresFact]
    public async Task A_rush_is_billed_to_the_call_and_leaves_connections_for_others()
    {
        await _billing.RushAsync();

        (await replicas.ConnectionsAsync()).ShouldBeInRange(2, 2 * 20);
    }

    [PostgresFact]
    public Task A_crash_loses_no_more_than_the_last_moment_and_bills_nothing_twice() => _billing.CrashAsync();

    [PostgresFact]
    public Task A_stopping_service_loses_nothing() => _billing.StopAsync();

    [PostgresFact]
    public async Task Who_does_not_pay_per_use_gets_his_package_and_no_call_more()
    {
        const int quota = 20, sent = 60;
        Customer customer = await Customer.CreateAsync(replicas.First, quota, paysPerUse: false);

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, sent).Select(i => customer.CallAsync(replicas.All[i % 2])));

        answers.Count(a => a.Status == 200).ShouldBe(quota);
        foreach (Answer refused in answers.Where(a => a.Status != 200))
            refused.ShouldFail(400, "ModelArts.4106", "Invalid authorization request.");
        (await customer.BillAsync(replicas.Last, sent)).ShouldBe(new Bill(quota, sent - quota, Free: 0, quota, PayPerUse: 0, PackageUsed: quota));
    }
}
