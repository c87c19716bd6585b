using System.CommandLine;
using OcrService.Benchmarks.Readers;
using OcrService.Benchmarks.Samples;
using OcrService.Benchmarks.Scoring;

namespace OcrService.Benchmarks.Verbs;

/// <summary>What turning a picture costs: every web sample upright and turned, with detect_direction; or rendered documents.</summary>
internal static class RotationVerb
{
    private static readonly float[] Turns = [90, 180, 270, 17];

    public static Command Create(CommonOptions common)
    {
        var specimens = new Option<int>("--specimens") { Description = "Turn so many rendered specimens of each document, read by the service at --url, instead of the samples." };
        var seed = new Option<int>("--seed") { Description = "First seed of the specimens.", DefaultValueFactory = _ => 1 };
        var command = new Command("rotation", "Compares turned pictures with the same pictures upright.") { common.Manifest, common.Markdown, specimens, seed };
        common.AddService(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using IPictureReader reader = await common.OpenReaderAsync(result, cancellationToken);
            if (result.GetValue(specimens) is > 0 and int count)
            {
                if (reader is not ServiceReader service) throw new InvalidOperationException("Fields are read by a running service: give its --url.");
                Console.Write((await SpecimenRotation.CompareAsync(service, result.GetValue(seed), count, cancellationToken)).Print(result.GetValue(common.Markdown)));
                return 0;
            }

            IReadOnlyList<Sample> samples = SampleManifest.Load(result.GetValue(common.Manifest)!, "web");
            Console.Write((await CompareAsync(reader, samples, cancellationToken)).Print(result.GetValue(common.Markdown)));
            return 0;
        });
        return command;
    }

    private static async Task<Table> CompareAsync(IPictureReader reader, IReadOnlyList<Sample> samples, CancellationToken cancellationToken)
    {
        List<Score> upright = await ScoresAsync(reader, samples, 0, cancellationToken);
        var turned = new List<List<Score>>();
        foreach (float turn in Turns) turned.Add(await ScoresAsync(reader, samples, turn, cancellationToken));

        var table = new Table(["picture", "upright", .. Turns.Select(t => $"{t} deg"), "worst / upright"]);
        for (int i = 0; i < samples.Count; i++) Row(table, samples[i].File, upright[i], [.. turned.Select(t => t[i])]);
        Row(table, "all", Score.Sum(upright), [.. turned.Select(Score.Sum)]);
        return table;
    }

    private static async Task<List<Score>> ScoresAsync(IPictureReader reader, IReadOnlyList<Sample> samples, float turn, CancellationToken cancellationToken) =>
        [.. (await SampleScores.RunAsync(reader, samples, turn, detectDirection: true, null, cancellationToken)).Select(s => s.Score)];

    private static void Row(Table table, string name, Score upright, Score[] turned)
    {
        double? worst = turned.Min(t => t.CharacterAccuracy);
        table.Add([
            name, Table.Cell(upright.CharacterAccuracy), .. turned.Select(t => Table.Cell(t.CharacterAccuracy)),
            Table.Cell(upright.CharacterAccuracy is > 0 and double u ? worst / u : null)]);
    }
}
