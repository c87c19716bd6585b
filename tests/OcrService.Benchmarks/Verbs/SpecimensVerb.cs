using System.CommandLine;
using OcrService.Benchmarks.Samples;
using OcrService.Specimens;
using OcrService.Specimens.Documents;
using OcrService.Specimens.Wearing;

namespace OcrService.Benchmarks.Verbs;

/// <summary>Writes specimens and what stands on them to files, for a person to look at.</summary>
internal static class SpecimensVerb
{
    public static Command Create()
    {
        var output = new Option<string>("--out") { Description = "Folder to write to.", Required = true };
        var seed = new Option<int>("--seed") { Description = "First seed.", DefaultValueFactory = _ => 1 };
        var count = new Option<int>("--count") { Description = "Seeds of each document.", DefaultValueFactory = _ => 1 };
        var document = new Option<string>("--document") { Description = "Only documents whose name begins so.", DefaultValueFactory = _ => "" };
        var wear = new Option<WearKind?>("--wear") { Description = "Worn in this way, as JPEG; by default clean, as PNG." };
        var command = new Command("specimens", "Writes rendered documents with their truth.") { output, seed, count, document, wear };
        command.SetAction(async (result, cancellationToken) =>
        {
            string folder = Directory.CreateDirectory(result.GetValue(output)!).FullName;
            foreach (DocumentSpecimen drawn in DocumentSpecimen.All.Where(d => d.Name.StartsWith(result.GetValue(document)!, StringComparison.Ordinal)))
            {
                for (int i = result.GetValue(seed); i < result.GetValue(seed) + result.GetValue(count); i++)
                {
                    await WriteAsync(Path.Combine(folder, $"{drawn.Name}-{i}"), drawn, i, result.GetValue(wear), cancellationToken);
                }
            }

            return 0;
        });
        return command;
    }

    private static async Task WriteAsync(string path, DocumentSpecimen document, int seed, WearKind? wear, CancellationToken cancellationToken)
    {
        using Specimen specimen = document.Render(seed);
        WornSpecimen? worn = wear is { } kind ? Wear.Apply(specimen, kind, seed) : null;
        await File.WriteAllBytesAsync(worn is null ? path + ".png" : $"{path}-{wear}.jpg", worn?.Jpeg ?? specimen.ToPng(), cancellationToken);
        await File.WriteAllTextAsync(path + ".json", TruthFile.Write(worn?.Truth ?? specimen.Truth), cancellationToken);
    }
}
