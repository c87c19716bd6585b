using System.CommandLine;
using OcrService.Battery.Fuzzing;
using OcrService.Battery.Fuzzing.Targets;

namespace OcrService.Battery.Verbs;

/// <summary>The child process of <c>fuzz --target decode</c>; also decodes one saved file, for looking into a finding.</summary>
internal static class DecodeWorkerVerb
{
    public static Command Create()
    {
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1 };
        var from = new Option<long>("--from") { Description = "First case." };
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 10 };
        var file = new Option<FileInfo?>("--file") { Description = "Decode this file only and say what became of it." };
        var command = new Command("decode-worker", "Decodes cases and reports to the fuzz verb, whose child it is.") { seed, from, seconds, file };
        command.SetAction(result =>
        {
            if (result.GetValue(file) is { } one)
            {
                Console.WriteLine(new DecodeTarget().Run(File.ReadAllBytes(one.FullName)));
                return;
            }

            using Stream output = Console.OpenStandardOutput();
            DecodeWorker.Run(result.GetValue(seed), result.GetValue(from), TimeSpan.FromSeconds(result.GetValue(seconds)), output);
        });
        return command;
    }
}
