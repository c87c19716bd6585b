using System.CommandLine;
using OcrService.Benchmarks.Load;
using OcrService.Benchmarks.Scoring;

namespace OcrService.Benchmarks.Verbs;

/// <summary>What refused requests cost the service.</summary>
internal static class RefusalsVerb
{
    public static Command Create(CommonOptions common)
    {
        var requests = new Option<int>("--requests") { Description = "Requests of each kind and round.", DefaultValueFactory = _ => 500 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds; the middle one counts.", DefaultValueFactory = _ => 3 };
        var command = new Command("refusals", "Prints the service's processor time for each refused request.")
        {
            common.Service, common.Models, common.Markdown, requests, rounds,
        };
        command.SetAction(async (result, cancellationToken) =>
        {
            Table table = await Refusals.MeasureAsync(common.Setup(result), result.GetValue(requests), result.GetValue(rounds), cancellationToken);
            Console.Write(table.Print(result.GetValue(common.Markdown)));
        });
        return command;
    }
}
