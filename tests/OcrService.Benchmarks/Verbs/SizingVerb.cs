using System.CommandLine;
using OcrService.Benchmarks.Load;
using OcrService.Benchmarks.Scoring;

namespace OcrService.Benchmarks.Verbs;

/// <summary>What an operator plans with.</summary>
internal static class SizingVerb
{
    public static Command Create(CommonOptions common)
    {
        var rounds = new Option<int>("--rounds") { Description = "Rounds over all pictures.", DefaultValueFactory = _ => 3 };
        var command = new Command("sizing", "Prints pictures a second and memory for each number of workers.")
        {
            common.Service, common.Models, common.Manifest, common.Limit, common.Markdown, rounds,
        };
        command.SetAction(async (result, cancellationToken) =>
        {
            Table table = await Sizing.MeasureAsync(common.Setup(result), common.WebSamples(result), result.GetValue(rounds), cancellationToken);
            Console.Write(table.Print(result.GetValue(common.Markdown)));
        });
        return command;
    }
}
