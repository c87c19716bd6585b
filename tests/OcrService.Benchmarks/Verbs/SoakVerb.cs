using System.CommandLine;
using OcrService.Benchmarks.Load;
using OcrService.Benchmarks.Scoring;

namespace OcrService.Benchmarks.Verbs;

/// <summary>Whether the service stays as it is over thousands of requests of all kinds.</summary>
internal static class SoakVerb
{
    public static Command Create(CommonOptions common)
    {
        var thousands = new Option<int>("--thousands") { Description = "Thousands of requests.", DefaultValueFactory = _ => 10 };
        var inFlight = new Option<int>("--in-flight") { Description = "Requests at the same time.", DefaultValueFactory = _ => 2 * Environment.ProcessorCount };
        var command = new Command("soak", "Sends mixed requests and prints memory, native objects and answers.")
        {
            common.Service, common.Models, common.Manifest, common.Markdown, thousands, inFlight,
        };
        command.SetAction(async (result, cancellationToken) =>
        {
            IReadOnlyList<Table> tables = await Soak.MeasureAsync(
                common.Setup(result), common.WebSamples(result), result.GetValue(thousands), result.GetValue(inFlight), cancellationToken);
            foreach (Table table in tables) Console.WriteLine(table.Print(result.GetValue(common.Markdown)));
        });
        return command;
    }
}
