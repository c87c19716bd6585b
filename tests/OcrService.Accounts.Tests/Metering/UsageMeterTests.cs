using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OcrService.Accounts.Billing;
using OcrService.Accounts.Metering;
using OcrService.Accounts.Storage;
using OcrService.Accounts.Tests.Support;

namespace OcrService.Accounts.Tests.Metering;

public sealed class UsageMeterTests(ClassDatabases databases) : IClassFixture<ClassDatabases>
{
    private static readonly TimeSpan FlushInterval = TimeSpan.FromMilliseconds(200);

    [Theory, Sqlite, Postgres]
    public async Task Calls_wait_while_the_database_is_away_and_are_written_when_it_is_back(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        var contexts = new FlakyContexts(replica.Database) { Failure = Failure.Away };
        using UsageMeter meter = MeterOf(replica, contexts);

        for (int i = 0; i < 3; i++)
        {
            Record(meter, customer, 5);
            DatabaseFailures.IsAway(await Should.ThrowAsync<Exception>(() => meter.FlushAsync(CancellationToken.None))).ShouldBeTrue();
            replica.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        contexts.Failure = Failure.None;
        await meter.FlushAsync(CancellationToken.None);

        (await CallsAsync(replica, customer)).ShouldBe(15);
        (await replica.LookAsync(db => db.UsageMinutes.CountAsync(u => u.ProjectId == customer.Project.Id))).ShouldBe(3);
        await meter.FlushAsync(CancellationToken.None);
        (await CallsAsync(replica, customer)).ShouldBe(15);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_broken_commit_counts_once_whether_it_arrived_or_not(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        foreach (Failure failure in new[] { Failure.BeforeCommit, Failure.AfterCommit })
        {
            Customer customer = await replica.NewCustomerAsync();
            var contexts = new FlakyContexts(replica.Database) { Failure = failure };
            using UsageMeter meter = MeterOf(replica, contexts);

            Record(meter, customer, 4);
            DatabaseFailures.IsAway(await Should.ThrowAsync<Exception>(() => meter.FlushAsync(CancellationToken.None))).ShouldBeTrue();
            (await CallsAsync(replica, customer)).ShouldBe(failure == Failure.AfterCommit ? 4 : 0);
            Record(meter, customer, 2);
            DatabaseFailures.IsAway(await Should.ThrowAsync<Exception>(() => meter.FlushAsync(CancellationToken.None))).ShouldBeTrue();

            contexts.Failure = Failure.None;
            await meter.FlushAsync(CancellationToken.None);
            (await CallsAsync(replica, customer)).ShouldBe(6, failure.ToString());
        }
    }

    [Theory, Sqlite, Postgres]
    public async Task A_flush_ends_although_calls_go_on_coming(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        var contexts = new FlakyContexts(replica.Database);
        using UsageMeter meter = MeterOf(replica, contexts);
        contexts.Meanwhile = () => Record(meter, customer, 1);

        Record(meter, customer, 4);
        await meter.FlushAsync(CancellationToken.None);
        (await CallsAsync(replica, customer)).ShouldBe(4);
        await meter.FlushAsync(CancellationToken.None);
        (await CallsAsync(replica, customer)).ShouldBe(5);
    }

    [Theory, Sqlite, Postgres]
    public async Task The_writer_writes_what_was_recorded_within_its_interval(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        await replica.Meter.StartAsync(CancellationToken.None);
        for (int expected = 3; expected <= 9; expected += 3)
        {
            replica.Answer(customer, "web-image", 3);
            await ComesAsync(replica, FlushInterval, async () => await CallsAsync(replica, customer) == expected);
        }

        await replica.Meter.StopAsync(CancellationToken.None);
    }

    [Theory, Sqlite, Postgres]
    public async Task The_writer_goes_on_after_a_failure(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        var contexts = new FlakyContexts(replica.Database) { Failure = Failure.Away };
        using UsageMeter meter = MeterOf(replica, contexts);
        await meter.StartAsync(CancellationToken.None);

        Record(meter, customer, 3);
        int uses = contexts.Uses;
        await ComesAsync(replica, FlushInterval, () => Task.FromResult(contexts.Uses > uses + 1));
        contexts.Failure = Failure.None;
        await ComesAsync(replica, TimeSpan.FromSeconds(1), async () => await CallsAsync(replica, customer) == 3);

        await meter.StopAsync(CancellationToken.None);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_stopping_service_writes_what_is_left(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        await replica.Meter.StartAsync(CancellationToken.None);
        replica.Answer(customer, "web-image", 3);

        await replica.Meter.StopAsync(CancellationToken.None);

        (await CallsAsync(replica, customer)).ShouldBe(3);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_service_can_stop_while_the_database_is_away(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        using UsageMeter meter = MeterOf(replica, new FlakyContexts(replica.Database) { Failure = Failure.Away });
        await meter.StartAsync(CancellationToken.None);
        Record(meter, customer, 3);

        await meter.StopAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Theory, Sqlite, Postgres]
    public async Task Calls_recorded_from_many_threads_are_all_counted(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            for (int n = 0; n < 1000; n++)
            {
                replica.Answer(customer, "web-image", 1);
                if (n % 250 == i)
                    await replica.Meter.FlushAsync(CancellationToken.None);
            }
        })));
        await replica.Meter.FlushAsync(CancellationToken.None);

        (await CallsAsync(replica, customer)).ShouldBe(8000);
    }

    [Theory, Sqlite]
    public async Task Recording_takes_microseconds_and_leaves_the_database_alone(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await replica.NewCustomerAsync();
        var contexts = new FlakyContexts(replica.Database) { Failure = Failure.Away };
        using UsageMeter meter = MeterOf(replica, contexts);
        Record(meter, customer, 100);
        var took = new List<TimeSpan>();
        for (int i = 0; i < 1000; i++)
        {
            long start = Stopwatch.GetTimestamp();
            Record(meter, customer, 1);
            took.Add(Stopwatch.GetElapsedTime(start));
        }

        contexts.Uses.ShouldBe(0);
        took.Order().ElementAt(900).ShouldBeLessThan(TimeSpan.FromMilliseconds(1));
    }

    private static UsageMeter MeterOf(Replica replica, FlakyContexts contexts) => new(
        new UsageLedger(replica.GateTo(contexts), replica.The<PriceList>(), replica.Clock),
        replica.Clock,
        Options.Create(new MeteringOptions { FlushInterval = FlushInterval }),
        replica.The<IMeterFactory>(),
        NullLogger<UsageMeter>.Instance);

    private static void Record(UsageMeter meter, Customer customer, int calls)
    {
        for (int i = 0; i < calls; i++)
            meter.Record(new AnsweredCall(customer.Project.Id, "web-image", AnsweredCall.Success), null);
    }

    private static Task<long> CallsAsync(Replica replica, Customer customer) =>
        replica.LookAsync(db => db.UsageMinutes.Where(u => u.ProjectId == customer.Project.Id).SumAsync(u => u.Calls));

    /// <summary>Turns the clock on until it has come; the writer sets its alarm a moment after it has written.</summary>
    private static async Task ComesAsync(Replica replica, TimeSpan step, Func<Task<bool>> hasCome)
    {
        long start = Stopwatch.GetTimestamp();
        while (!await hasCome())
        {
            Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(30));
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
            replica.Clock.Advance(step);
        }
    }
}
