using OcrService.Battery.Attacks;
using OcrService.Battery.CrossTalk;
using OcrService.Battery.Pictures;

namespace OcrService.Battery.Tests;

/// <summary>The short form of the battery against the real program.</summary>
public sealed class BatteryTests(RunningService service) : IClassFixture<RunningService>
{
    [Fact]
    public async Task Pictures_json_and_http_get_documented_answers_and_the_process_lives()
    {
        var watch = new ProcessWatch(service.ProcessId);
        var report = new AttackReport();

        await JsonAttack.RunAsync(service.Client, report, CancellationToken.None);
        await HttpAttack.RunAsync(service.Client, report, CancellationToken.None);
        // Not the largest ones: they take a worker for many seconds, which is no defect.
        await PictureAttack.RunAsync(
            service.Client,
            report,
            HostilePictures.All().Where((p, i) => i % 8 == 0 && p.Bytes.Length < 100_000 && !p.Name.Contains("8192", StringComparison.Ordinal)),
            CancellationToken.None);

        report.Complaints.ShouldBeEmpty();
        report.Count.ShouldBeGreaterThan(300);
        watch.IsAlive.ShouldBeTrue();
    }

    [Fact]
    public async Task No_answer_is_anothers()
    {
        CrossTalkTally tally = await CrossTalkRun.RunAsync(service.Client, requests: 200, inFlight: 12, CancellationToken.None);

        tally.Swapped.ShouldBe(0);
        tally.Complaints.ShouldBeEmpty();
        tally.Own.ShouldBeGreaterThan(20);
        tally.Refused.ShouldBeGreaterThan(0, "there was no overload");
    }
}
