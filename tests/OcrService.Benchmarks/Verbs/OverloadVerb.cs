using System.CommandLine;
using OcrService.Benchmarks.Load;
using OcrService.Benchmarks.Scoring;

namespace OcrService.Benchmarks.Verbs;

/// <summary>How the service behaves when far more is asked of it than it can do.</summary>
internal static class OverloadVerb
{
    public static Command Create(CommonOptions common)
    {
        var workers = new Option<int>("--workers") { Description = "Workers of the service.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var queue = new Option<int>("--queue") { Description = "Pictures that may wait.", DefaultValueFactory = _ => 32 };
        var factor = new Option<double>("--factor") { Description = "Pictures sent, as a multiple of what can be read.", DefaultValueFactory = _ => 10 };
        var seconds = new Option<int>("--seconds") { Description = "How long they are sent.", DefaultValueFactory = _ => 30 };
        var command = new Command("overload", "Sends numbered pictures at a multiple of the pace at which the service reads them.")
        {
            common.Service, common.Models, common.Markdown, workers, queue, factor, seconds,
        };
        command.SetAction(async (result, cancellationToken) =>
        {
            var terms = new OverloadTerms(
                result.GetValue(workers), result.GetValue(queue), result.GetValue(factor), TimeSpan.FromSeconds(result.GetValue(seconds)));
            Table table = await Overload.MeasureAsync(common.Setup(result), terms, cancellationToken);
            Console.Write(table.Print(result.GetValue(common.Markdown)));
        });
        return command;
    }
}
