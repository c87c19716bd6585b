using System.Diagnostics;
using OcrService.Api.Tests.Support;
using OcrService.Api.Tests.WholePath.Replicas;

namespace OcrService.Api.Tests.WholePath.Outages;

/// <summary>The server is gone, or hangs: recognition goes on, and the bill is complete afterwards.</summary>
[Collection(OutageRun.Name)]
public sealed class PostgresAwayTests
{
    /// <summary>How the server is away.</summary>
    public enum Away
    {
        Stopped,
        Frozen,
    }

    [ServerTheory]
    [InlineData(Away.Stopped)]
    [InlineData(Away.Frozen)]
    public async Task Known_callers_are_served_and_their_calls_are_billed_once_when_it_is_back(Away away)
    {
        await using PostgresServer server = await PostgresServer.CreateAsync();
        await using ServiceProcess service = await ServiceProcess.StartAsync(server.ConnectionString, Witness.Settings);
        Witness witness = await Witness.CreateAsync(service);
        string token = await witness.TokenAsync();
        await witness.CallWithAsync(token);
        await witness.ShouldBeBilledAsync();
        (await witness.MetricAsync("ocr_database_away")).ShouldBe(0);

        await LoseAsync(server, away);
        long start = Stopwatch.GetTimestamp();
        // Twenty at once: none waits longer than the first.
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => witness.CallWithAsync(token)));
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(Witness.Timeout + TimeSpan.FromSeconds(4));
        await witness.CallAsync(10);
        await witness.CallWithAsync(token);
        await witness.ShouldRefuseOthersAsync();
        await witness.ShouldBeReadyAsync();
        (await witness.MetricAsync("ocr_database_away")).ShouldBe(1);
        (await witness.MetricAsync("ocr_ledger_unwritten")).ShouldBe(31);
        await witness.ShouldCountFailuresAsync();

        await FindAsync(server, away);
        await witness.WaitUntilBackAsync();
        await witness.CallAsync(1);
        await witness.ShouldBeBilledAsync();
    }

    [ServerTheory]
    [InlineData(Away.Stopped)]
    [InlineData(Away.Frozen)]
    public async Task Calls_of_an_outage_survive_a_stop_and_a_kill_in_the_journal(Away away)
    {
        string journal = Path.Combine(AppContext.BaseDirectory, "journal-" + Guid.NewGuid().ToString("N"));
        try
        {
            await using PostgresServer server = await PostgresServer.CreateAsync();
            (string, string)[] settings = [.. Witness.Settings, ("Metering:JournalPath", journal)];
            await using ServiceProcess stopped = await ServiceProcess.StartAsync(server.ConnectionString, settings);
            Witness first = await Witness.CreateAsync(stopped);
            await LoseAsync(server, away);
            await first.CallAsync(7);
            (await stopped.StopAsync()).ShouldBe(0);
            Journaled(journal).ShouldNotBeEmpty();

            await FindAsync(server, away);
            await using ServiceProcess killed = await ServiceProcess.StartAsync(server.ConnectionString, settings);
            await first.ShouldBeBilledAsync(killed);
            Journaled(journal).ShouldBeEmpty();

            Witness second = await Witness.CreateAsync(killed);
            await LoseAsync(server, away);
            await second.CallAsync(7);
            // The journal is written after every failed attempt: the pause between two, and the limits of a write and of a probe.
            await Task.Delay(TimeSpan.FromSeconds(2) + (2 * Witness.Timeout));
            await killed.KillAsync();
            Journaled(journal).ShouldNotBeEmpty();

            await FindAsync(server, away);
            await using ServiceProcess last = await ServiceProcess.StartAsync(server.ConnectionString, settings);
            await second.ShouldBeBilledAsync(last);
            await first.ShouldBeBilledAsync(last);
            Journaled(journal).ShouldBeEmpty();
        }
        finally
        {
            if (Directory.Exists(journal))
                Directory.Delete(journal, recursive: true);
        }
    }

    [ServerTheory]
    [InlineData(Away.Stopped)]
    public async Task Who_does_not_pay_per_use_gets_what_was_left_of_his_package(Away away)
    {
        await using PostgresServer server = await PostgresServer.CreateAsync();
        await using ServiceProcess service = await ServiceProcess.StartAsync(server.ConnectionString, Witness.Settings);
        Customer customer = await Customer.CreateAsync(service, package: 5, paysPerUse: false);
        await ShouldReadAsync(customer, service);
        await customer.BillAsync(service, 1);

        await LoseAsync(server, away);
        for (int i = 0; i < 4; i++)
            await ShouldReadAsync(customer, service);
        (await customer.CallAsync(service)).ShouldFail(400, "ModelArts.4106", "Invalid authorization request.");

        await FindAsync(server, away);
        (await WaitForBillAsync(customer, service, 6)).ShouldBe(new Bill(5, Failed: 1, Free: 0, Packaged: 5, PayPerUse: 0, PackageUsed: 5));
    }

    private static async Task ShouldReadAsync(Customer customer, ServiceProcess service)
    {
        Answer answer = await customer.CallAsync(service);
        answer.Status.ShouldBe(200, answer.Body);
    }

    private static async Task<Bill> WaitForBillAsync(Customer customer, ServiceProcess service, int calls)
    {
        await new Witness(service, customer).WaitUntilBackAsync();
        return await customer.BillAsync(service, calls);
    }

    private static Task LoseAsync(PostgresServer server, Away away) => away == Away.Stopped ? server.StopAsync() : server.FreezeAsync();

    private static Task FindAsync(PostgresServer server, Away away) => away == Away.Stopped ? server.StartAsync() : server.ThawAsync();

    private static string[] Journaled(string journal) => Directory.GetFiles(journal, "*.calls.json");
}
