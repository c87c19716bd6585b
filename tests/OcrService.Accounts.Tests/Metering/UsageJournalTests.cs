using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using OcrService.Accounts.Metering;
using OcrService.Accounts.Tests.Support;

namespace OcrService.Accounts.Tests.Metering;

public sealed class UsageJournalTests : IDisposable
{
    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "journal-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_file_holds_project_api_outcome_minute_and_number_and_nothing_else()
    {
        using UsageJournal journal = Open();
        var batch = new Batch(Guid.NewGuid(), new Dictionary<CountedCall, long> { [new(new("p1", "web-image", "200"), Settings.Noon)] = 7 }, [Guid.NewGuid()]);

        journal.Save(batch).ShouldBeTrue();

        JsonNode file = JsonNode.Parse(File.ReadAllText(Directory.GetFiles(_folder, "*.json").ShouldHaveSingleItem()))!;
        JsonNode.DeepEquals(file, JsonNode.Parse(
            $$"""
            {"Id":"{{batch.Id}}","Calls":[{"Project":"p1","Api":"web-image","Outcome":"200","Minute":"2026-11-15T12:00:00+00:00","Count":7}]}
            """)).ShouldBeTrue(file.ToJsonString());
        Batch read = journal.ReadAll().ShouldHaveSingleItem();
        (read.Id, read.Count, read.IsJournaled).ShouldBe((batch.Id, 7, true));
        read.Calls.Keys.ShouldBe(batch.Calls.Keys);
        journal.Remove(batch.Id);
        journal.ReadAll().ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_belongs_to_one_process()
    {
        using UsageJournal journal = Open();

        Should.Throw<AccountsStartException>(Open).Message.ShouldContain("Metering:JournalPath");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("null")]
    public void A_damaged_file_stays_and_stops_nobody(string content)
    {
        using UsageJournal journal = Open();
        string path = Path.Combine(_folder, "x.calls.json");
        File.WriteAllText(path, content);

        journal.ReadAll().ShouldBeEmpty();
        File.Exists(path).ShouldBeTrue();
    }

    [Theory, Sqlite, Postgres]
    public async Task What_a_process_leaves_the_next_one_writes_once(Engine engine)
    {
        var settings = new Settings { Metering = new MeteringOptions { JournalPath = _folder } };
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        Customer customer;
        string[] left;
        await using (Replica first = await Replica.StartAsync(database, settings))
        {
            customer = await first.NewCustomerAsync();
            first.Outage.IsAway = true;
            first.Answer(customer, "web-image", 3);
            await Should.ThrowAsync<Exception>(() => first.Meter.FlushAsync(default));
            first.Answer(customer, "web-image", 2);
            await first.Meter.StopAsync(default);
            left = Directory.GetFiles(_folder, "*.calls.json");
            left.ShouldNotBeEmpty();
        }

        string[] copies = [.. left.Select(File.ReadAllText)];
        for (int i = 0; i < 2; i++)
        {
            // The second time as if the first process had been killed after its commit; long after, and yet it counts once.
            foreach ((string path, string content) in left.Zip(copies))
                await File.WriteAllTextAsync(path, content);
            await using Replica next = await Replica.StartAsync(database, settings);
            await next.Meter.FlushAsync(default);
            Directory.GetFiles(_folder, "*.calls.json").ShouldBeEmpty();
            (await next.LookAsync(db => db.UsageMinutes.SumAsync(u => u.Calls))).ShouldBe(5);
            settings.Clock.Advance(TimeSpan.FromDays(30));
            await next.PruneAsync();
        }
    }

    private UsageJournal Open() => UsageJournal.Open(_folder, NullLogger.Instance);
}
