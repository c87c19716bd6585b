using System.CommandLine;
using OcrService.Battery.Fuzzing;

namespace OcrService.Battery.Verbs;

/// <summary>Gives mutated input to a part of the service and tells what went wrong.</summary>
internal static class FuzzVerb
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static Command Create()
    {
        var name = new Option<string>("--target") { Description = "What is attacked.", Required = true };
        name.AcceptOnlyFromAmong([.. FuzzTargets.Names]);
        var seed = new Option<int>("--seed") { Description = "Names the cases together with their numbers.", DefaultValueFactory = _ => 1 };
        var seconds = new Option<int>("--seconds") { Description = "How long.", DefaultValueFactory = _ => 60 };
        var folder = new Option<DirectoryInfo?>("--out") { Description = "Folder for the inputs that were found." };
        var command = new Command("fuzz", "Gives mutated input to the image gate, a parser, or the decoders in a child process.") { name, seed, seconds, folder };
        command.SetAction(async (result, cancellationToken) =>
        {
            FuzzTarget target = FuzzTargets.Named(result.GetValue(name)!);
            var duration = TimeSpan.FromSeconds(result.GetValue(seconds));
            CampaignResult campaign = target.Name == "decode"
                ? await new DecodeCampaign(DecodeCampaign.OwnWorker, Patience).RunAsync(result.GetValue(seed), duration, cancellationToken)
                : Campaign.Run(target, result.GetValue(seed), duration, cancellationToken);
            Print(target, result.GetValue(seed), campaign);
            if (result.GetValue(folder) is { } place)
            {
                foreach (Finding finding in campaign.Findings) await Findings.SaveAsync(target, result.GetValue(seed), finding, place);
            }

            return campaign.Findings.Count == 0 ? 0 : 2;
        });
        return command;
    }

    private static void Print(FuzzTarget target, int seed, CampaignResult campaign)
    {
        Console.WriteLine($"{target.Name}, seed {seed}: {campaign.Executions} executions, slowest {campaign.Slowest.TotalMilliseconds:0} ms");
        foreach ((string outcome, long count) in campaign.Outcomes.OrderByDescending(o => o.Value)) Console.WriteLine($"  {count,10} {outcome}");
        Console.WriteLine($"{campaign.Findings.Count} findings");
        foreach (Finding finding in campaign.Findings) Console.WriteLine($"  case {finding.Index}: {finding.Kind}: {finding.Story}");
    }
}
