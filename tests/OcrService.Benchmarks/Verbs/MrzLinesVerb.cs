using System.CommandLine;
using System.Diagnostics;
using OcrService.Benchmarks.Samples;
using OcrService.Benchmarks.Scoring;
using OcrService.Documents.Mrz;
using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition;
using OcrService.Recognition.Imaging;
using OcrService.Recognition.Mrz;

namespace OcrService.Benchmarks.Verbs;

/// <summary>Pictures of single rows of machine readable zones, read in every way that the service knows, side by side.</summary>
internal static class MrzLinesVerb
{
    public static Command Create(CommonOptions common)
    {
        var folder = new Argument<DirectoryInfo>("folder")
        {
            Description = "Pictures, and truth.tsv: file, group, text (made by training/ocrtrain/mrz/sample.py).",
        };
        var each = new Option<bool>("--each") { Description = "Print every wrong row." };
        var command = new Command("mrz-lines", "Scores the ways of reading rows of machine readable zones on pictures of single rows.")
        {
            folder, each, common.Markdown,
        };
        command.SetAction((result, _) =>
        {
            Console.Write(Measure(result.GetValue(folder)!, result.GetValue(each)).Print(result.GetValue(common.Markdown)));
            return Task.FromResult(0);
        });
        return command;
    }

    private static Table Measure(DirectoryInfo folder, bool each)
    {
        LabelledPicture[] rows = LabelledPicture.Load(folder);
        using RecognitionModels models = RecognitionModels.Load(new RecognitionOptions());
        Dictionary<string, Tally> tallies = [];
        List<string> readers = [];
        foreach (LabelledPicture row in rows)
        {
            using PixelImage picture = PixelImage.Decode(File.ReadAllBytes(row.Path));
            PageView view = PageView.Upright(picture);
            Quad quad = Quad.FromBox(0, 0, picture.Width, picture.Height);
            foreach (IMrzRowReader reader in models.MrzReaders)
            {
                long start = Stopwatch.GetTimestamp();
                MrzReading reading = reader.Read(view, quad, CancellationToken.None);
                TimeSpan took = Stopwatch.GetElapsedTime(start);
                if (!readers.Contains(reading.Reader))
                    readers.Add(reading.Reader);
                foreach (string group in (ReadOnlySpan<string>)[row.Group, "all"])
                {
                    Tally tally = tallies.GetValueOrDefault(reading.Reader + group);
                    tallies[reading.Reader + group] = new(tally.Rows + 1, tally.Exact + (reading.Text == row.Label ? 1 : 0), tally.Took + took);
                }

                if (each && reading.Text != row.Label)
                    Console.WriteLine($"{reading.Reader} {Path.GetFileName(row.Path)}:\n  {row.Label}\n  {reading.Text}");
            }
        }

        Table table = new(["rows exact", "number", .. readers]);
        foreach (string group in rows.Select(r => r.Group).Distinct().Append("all"))
            table.Add([group, $"{tallies[readers[0] + group].Rows}", .. readers.Select(r => tallies[r + group]).Select(t => $"{(double)t.Exact / t.Rows:P1}")]);
        table.Add(["ms a row", "", .. readers.Select(r => tallies[r + "all"]).Select(t => $"{t.Took.TotalMilliseconds / t.Rows:F1}")]);
        return table;
    }

    private readonly record struct Tally(int Rows, int Exact, TimeSpan Took);
}
