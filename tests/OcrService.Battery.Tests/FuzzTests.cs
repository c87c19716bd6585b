using System.Diagnostics;
using OcrService.Battery.Fuzzing;

namespace OcrService.Battery.Tests;

/// <summary>A second or two of each campaign under a seed of its own, and proof that a campaign sees what goes wrong.</summary>
public sealed class FuzzTests
{
    private const int Seed = 20260115;

    private static readonly TimeSpan Short = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData("gate")]
    [InlineData("json")]
    [InlineData("mrz")]
    [InlineData("signature")]
    public void Nothing_is_found(string name)
    {
        CampaignResult result = Campaign.Run(FuzzTargets.Named(name), Seed, Short, CancellationToken.None);

        result.Findings.ShouldBeEmpty();
        result.Executions.ShouldBeGreaterThan(2);
        // The input is neither all refused nor all taken, so both ways are walked.
        result.Outcomes.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task No_picture_kills_the_decoders()
    {
        CampaignResult result = await new DecodeCampaign(DecodeCampaign.OwnWorker, TimeSpan.FromSeconds(60)).RunAsync(Seed, TimeSpan.FromSeconds(5), CancellationToken.None);

        result.Findings.ShouldBeEmpty();
        result.Outcomes.Keys.ShouldContain(o => o.EndsWith("decoded", StringComparison.Ordinal));
        result.Outcomes.Keys.ShouldContain(o => o.EndsWith("refused", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_seed_makes_the_same_cases()
    {
        FuzzTarget one = FuzzTargets.Named("decode"), other = FuzzTargets.Named("decode");
        for (int i = 0; i < 50; i++) one.Input(Seed, i).ShouldBe(other.Input(Seed, i));
        one.Input(Seed, 1).ShouldNotBe(one.Input(Seed + 1, 1));
    }

    [Fact]
    public void An_exception_and_a_broken_promise_are_found_and_made_small()
    {
        var target = new Stumbling();

        CampaignResult result = Campaign.Run(target, Seed, Short, CancellationToken.None);

        result.Findings.ShouldNotBeEmpty();
        result.Findings.ShouldAllBe(f => f.Kind == "exception");
        target.Input(Seed, result.Findings[0].Index).ShouldContain((byte)'!');
    }

    [Fact]
    public async Task A_case_is_made_small() =>
        (await Minimiser.ShrinkAsync("a long text with one ! in it"u8.ToArray(), i => Task.FromResult(i.Contains((byte)'!')), 1000)).ShouldBe("!"u8.ToArray());

    [Fact]
    public async Task A_worker_that_dies_names_its_case_and_the_next_goes_on_behind_it()
    {
        List<long> starts = [];
        var campaign = new DecodeCampaign(
            (_, from, _) =>
            {
                starts.Add(from);
                return new ProcessStartInfo("sh", ["-c", from == 0 ? "echo c 0; echo c 1; kill -SEGV $$" : $"echo c {from}; echo o 1 Png decoded; sleep 3"]);
            },
            TimeSpan.FromSeconds(30));

        CampaignResult result = await campaign.RunAsync(Seed, TimeSpan.FromSeconds(2), CancellationToken.None);

        Finding finding = result.Findings.ShouldHaveSingleItem();
        (finding.Index, finding.Kind).ShouldBe((1, "crash"));
        starts.ShouldBe([0, 2]);
        result.Executions.ShouldBe(3);
        result.Outcomes["Png decoded"].ShouldBe(1);
    }

    [Fact]
    public async Task A_worker_that_stands_still_is_ended_and_found()
    {
        var campaign = new DecodeCampaign((_, from, _) => new ProcessStartInfo("sh", ["-c", $"echo c {from}; exec sleep 60"]), TimeSpan.FromSeconds(1));

        CampaignResult result = await campaign.RunAsync(Seed, TimeSpan.FromSeconds(1.5), CancellationToken.None);

        result.Findings[0].Kind.ShouldBe("hang");
    }

    private sealed class Stumbling() : FuzzTarget("stumbling", new MarkedText(" "), ["a text that shouts !"u8.ToArray()], 100)
    {
        public override string Run(byte[] input)
        {
            DefectException.Unless(!input.Contains((byte)'!'), "it shouts");
            return "fine";
        }
    }
}
