using OcrService.Accounts.Metering;
using OcrService.Accounts.Tests.Support;

namespace OcrService.Accounts.Tests.Metering;

public sealed class UsageReportTests(ClassDatabases databases) : IClassFixture<ClassDatabases>
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1), Hour = TimeSpan.FromHours(1), Day = TimeSpan.FromDays(1);

    [Theory, Sqlite, Postgres]
    public async Task Calls_are_told_by_step_api_and_outcome(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await CallAsync(replica);

        (await ReadAsync(replica, customer, Minute)).Select(p => (p.Start - Settings.Noon, p.Api, p.Outcome, p.Calls)).ShouldBe(
        [
            (TimeSpan.Zero, "passport", "200", 1),
            (TimeSpan.Zero, "web-image", "200", 2),
            (Minute, "web-image", "200", 3),
            (Minute, "web-image", "AIS.0103", 4),
            (13 * Hour, "web-image", "200", 5),
        ]);
        (await ReadAsync(replica, customer, Hour)).Select(p => (p.Start - Settings.Noon, p.Api, p.Outcome, p.Calls)).ShouldBe(
        [
            (TimeSpan.Zero, "passport", "200", 1),
            (TimeSpan.Zero, "web-image", "200", 5),
            (TimeSpan.Zero, "web-image", "AIS.0103", 4),
            (13 * Hour, "web-image", "200", 5),
        ]);
        (await ReadAsync(replica, customer, Day)).Select(p => (p.Start, p.Calls)).ShouldBe(
        [
            (Settings.Noon.AddHours(-12), 1), (Settings.Noon.AddHours(-12), 5), (Settings.Noon.AddHours(-12), 4), (Settings.Noon.AddHours(12), 5),
        ]);
    }

    [Theory, Sqlite, Postgres]
    public async Task Only_the_asked_time_api_and_project_are_told(Engine engine)
    {
        await using Replica replica = await databases.StartAsync(engine);
        Customer customer = await CallAsync(replica), stranger = await replica.NewCustomerAsync();

        (await ReadAsync(replica, customer, Minute, api: "passport")).ShouldHaveSingleItem().Calls.ShouldBe(1);
        (await ReadAsync(replica, customer, Minute, to: Settings.Noon + Minute)).Sum(p => p.Calls).ShouldBe(3);
        (await ReadAsync(replica, customer, Minute, from: Settings.Noon + Minute)).Sum(p => p.Calls).ShouldBe(12);
        (await ReadAsync(replica, stranger, Minute)).ShouldBeEmpty();
    }

    private static async Task<Customer> CallAsync(Replica replica)
    {
        Customer customer = await replica.NewCustomerAsync();
        replica.Answer(customer, "web-image", 2);
        replica.Answer(customer, "passport", 1);
        replica.Clock.Advance(Minute);
        replica.Answer(customer, "web-image", 3);
        replica.Answer(customer, "web-image", 4, "AIS.0103");
        replica.Clock.Advance((13 * Hour) - Minute);
        replica.Answer(customer, "web-image", 5);
        await replica.Meter.FlushAsync(CancellationToken.None);
        return customer;
    }

    private static Task<IReadOnlyList<UsagePoint>> ReadAsync(
        Replica replica, Customer customer, TimeSpan step, DateTimeOffset? from = null, DateTimeOffset? to = null, string? api = null) =>
        replica.Report.ReadAsync(customer.Project.Id, from ?? Settings.Noon - Day, to ?? Settings.Noon + Day, step, api, CancellationToken.None);
}
