using System.CommandLine;
using System.Diagnostics;
using OcrService.Benchmarks.Samples;
using OcrService.Benchmarks.Scoring;
using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition;

namespace OcrService.Benchmarks.Verbs;

/// <summary>Pictures of one line each through detector, readers and font classifier.</summary>
internal static class FontLinesVerb
{
    public static Command Create(CommonOptions common)
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Pictures, and truth.tsv: file, group, name (made by training/ocrtrain/font/sample.py)." };
        var each = new Option<bool>("--each") { Description = "Print every line whose name does not come first." };
        var command = new Command("font-lines", "Scores the font classifier on pictures of one line each.") { folder, each, common.Markdown };
        command.SetAction((result, _) =>
        {
            Console.Write(Measure(result.GetValue(folder)!, result.GetValue(each)).Print(result.GetValue(common.Markdown)));
            return Task.FromResult(0);
        });
        return command;
    }

    private static Table Measure(DirectoryInfo folder, bool each)
    {
        LabelledPicture[] lines = LabelledPicture.Load(folder);
        using RecognitionModels models = RecognitionModels.Load(new RecognitionOptions());
        Table table = new("lines", "number", "found", "name first", "among five", "mean probability of the first", "median ms a line");
        foreach (IGrouping<string, LabelledPicture> group in lines.GroupBy(l => l.Group, StringComparer.Ordinal))
        {
            int found = 0, first = 0, amongFive = 0;
            double sure = 0;
            List<double> spent = [];
            foreach (LabelledPicture line in group)
            {
                using PixelImage picture = PixelImage.Decode(File.ReadAllBytes(line.Path));
                Page page = models.Pipeline.Read(picture, new ReadingPlan(), CancellationToken.None);
                if (page.Lines.MaxBy(l => l.Quad.Width) is not { } longest)
                    continue;
                long start = Stopwatch.GetTimestamp();
                IReadOnlyList<FontLikeness> fonts = models.LookAgain(picture, CancellationToken.None).FindFonts(longest.Quad);
                spent.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                found++;
                first += fonts[0].Name == line.Label ? 1 : 0;
                amongFive += fonts.Any(f => f.Name == line.Label) ? 1 : 0;
                sure += fonts[0].Probability;
                if (each && fonts[0].Name != line.Label)
                    Console.WriteLine($"{Path.GetFileName(line.Path)}: {line.Label} taken for {string.Join(", ", fonts.Select(f => $"{f.Name} {f.Probability:F2}"))}");
            }

            table.Add(
                group.Key, $"{group.Count()}", $"{found}", $"{(double)first / found:P0}", $"{(double)amongFive / found:P0}", $"{sure / found:P0}",
                $"{spent.Order().ElementAt(found / 2):F1}");
        }

        return table;
    }
}
