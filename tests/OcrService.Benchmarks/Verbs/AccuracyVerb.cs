using System.CommandLine;
using OcrService.Benchmarks.Readers;
using OcrService.Benchmarks.Samples;
using OcrService.Benchmarks.Scoring;
using OcrService.Specimens.Wearing;

namespace OcrService.Benchmarks.Verbs;

/// <summary>How well pictures are read: the samples of a manifest, or rendered specimens.</summary>
internal static class AccuracyVerb
{
    public static Command Create(CommonOptions common)
    {
        var group = new Option<string>("--group") { Description = "Group of samples.", DefaultValueFactory = _ => "all" };
        group.AcceptOnlyFromAmong("web", "mrz", "cards", "all");
        var output = new Option<string?>("--out") { Description = "File to write the predictions to." };
        var turn = new Option<float>("--turn") { Description = "Turn each picture by these degrees, clockwise, on white." };
        var direction = new Option<bool>("--detect-direction") { Description = "Value of detect_direction.", DefaultValueFactory = _ => true, Arity = ArgumentArity.ExactlyOne };
        var each = new Option<bool>("--each") { Description = "Print a row for each sample, or each wrong field of the specimens." };
        var specimens = new Option<int>("--specimens") { Description = "Read so many rendered specimens of each kind instead of the samples." };
        var seed = new Option<int>("--seed") { Description = "First seed of the specimens.", DefaultValueFactory = _ => 1 };
        var document = new Option<string>("--document") { Description = "Only specimens whose name begins so.", DefaultValueFactory = _ => "" };
        var wear = new Option<WearKind[]>("--wear") { Description = "Only specimens worn in these ways; by default all.", AllowMultipleArgumentsPerToken = true };
        var dump = new Option<string?>("--dump") { Description = "Folder to write the worn specimens to." };
        var command = new Command("accuracy", "Scores text and machine readable zones against their truth.")
        {
            common.Manifest, common.Markdown, group, output, turn, direction, each, specimens, seed, document, wear, dump,
        };
        common.AddService(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using IPictureReader reader = await common.OpenReaderAsync(result, cancellationToken);
            bool markdown = result.GetValue(common.Markdown);
            if (result.GetValue(specimens) is > 0 and int count)
            {
                WearKind[] wears = result.GetValue(wear) is { Length: > 0 } some ? some : Enum.GetValues<WearKind>();
                var selection = new SpecimenSelection(
                    result.GetValue(seed), count, result.GetValue(document)!, wears, result.GetValue(each), result.GetValue(dump));
                SpecimenTally tally = await new SpecimenAccuracy(reader, selection).RunAsync(cancellationToken);
                foreach (Table table in tally.Tables()) Console.WriteLine(table.Print(markdown));
                Console.WriteLine(ChecksVerb.TableOf(selection.Seed, count, selection.Document).Print(markdown));
                return 0;
            }

            var predictions = new Predictions();
            IReadOnlyList<Sample> samples = SampleManifest.Load(result.GetValue(common.Manifest)!, result.GetValue(group)!);
            List<(Sample Sample, Score Score)> scores =
                await SampleScores.RunAsync(reader, samples, result.GetValue(turn), result.GetValue(direction), predictions, cancellationToken);
            Console.Write(Tabulate(scores, result.GetValue(each)).Print(markdown));
            if (result.GetValue(output) is { } path) await predictions.SaveAsync(path, cancellationToken);
            return 0;
        });
        return command;
    }

    private static Table Tabulate(List<(Sample Sample, Score Score)> scores, bool each)
    {
        Table table = Table.ForScores("samples");
        if (each) foreach ((Sample sample, Score score) in scores) table.AddScore(sample.File, score);
        List<IGrouping<string, (Sample Sample, Score Score)>> groups = [.. scores.GroupBy(s => s.Sample.Group, StringComparer.Ordinal)];
        foreach (var group in groups) table.AddScore(group.Key, Score.Sum(group.Select(s => s.Score)));
        if (groups.Count > 1) table.AddScore("all", Score.Sum(scores.Select(s => s.Score)));
        return table;
    }
}
