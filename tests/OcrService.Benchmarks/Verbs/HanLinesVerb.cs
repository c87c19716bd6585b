using System.CommandLine;
using System.Diagnostics;
using OcrService.Benchmarks.Scoring;
using OcrService.Documents.Fields;
using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition;
using OcrService.Recognition.Imaging;
using OcrService.Recognition.Reading;

namespace OcrService.Benchmarks.Verbs;

/// <summary>Pictures of single lines of traditional characters, read by our reader, by the general one and by Tesseract, side by side.</summary>
internal static class HanLinesVerb
{
    public static Command Create(CommonOptions common)
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Pictures, and truth.tsv: file, group, text (made by training/ocrtrain/han/sample.py)." };
        var each = new Option<bool>("--each") { Description = "Print every wrong line." };
        var command = new Command("han-lines", "Scores the readers of traditional characters on pictures of single lines.") { folder, each, common.Markdown };
        command.SetAction((result, _) =>
        {
            Console.Write(Measure(result.GetValue(folder)!.FullName, result.GetValue(each)).Print(result.GetValue(common.Markdown)));
            return Task.FromResult(0);
        });
        return command;
    }

    private static Table Measure(string folder, bool each)
    {
        Line[] lines = [.. File.ReadLines(Path.Combine(folder, "truth.tsv")).Select(row => row.Split('\t')).Select(cells => new Line(cells[0], cells[1], cells[2]))];
        RecognitionOptions options = new();
        using RecognitionModels models = RecognitionModels.Load(options);
        using TesseractLineReader tesseract = new(
            new EnginePool("chi_tra", ModelFiles.Load(options, "traineddata.chi_tra")), c => WritingBlocks.Has(FieldScript.TraditionalChinese, c), RecognitionModels.ChineseHeight);
        (string Name, ILineReader Reader)[] readers = [("ours", models.Readers.Writings[FieldScript.TraditionalChinese]), ("general", models.Readers.General), ("chi_tra", tesseract)];
        Table table = new("lines", "reader", "number", "exact", "character errors", "ms a line");
        foreach ((string name, ILineReader reader) in readers)
        {
            foreach (IGrouping<string, Line> group in lines.GroupBy(l => l.Group, StringComparer.Ordinal))
            {
                int exact = 0, errors = 0;
                long start = Stopwatch.GetTimestamp();
                foreach (Line line in group)
                {
                    string read = Read(Path.Combine(folder, line.File), reader);
                    exact += read == line.Text ? 1 : 0;
                    errors += EditDistance.Between([.. read.EnumerateRunes().Select(r => r.Value)], [.. line.Text.EnumerateRunes().Select(r => r.Value)]);
                    if (each && read != line.Text)
                        Console.WriteLine($"{name} {line.File}: {line.Text} read as {read}");
                }

                int count = group.Count();
                table.Add(group.Key, name, $"{count}", $"{(double)exact / count:P0}", $"{(double)errors / group.Sum(l => l.Text.Length):P1}", $"{Stopwatch.GetElapsedTime(start).TotalMilliseconds / count:F0}");
            }
        }

        return table;
    }

    private static string Read(string file, ILineReader reader)
    {
        using PixelImage picture = PixelImage.Decode(File.ReadAllBytes(file));
        LineReading reading = reader.Read(PageView.Upright(picture), Quad.FromBox(0, 0, picture.Width, picture.Height), CancellationToken.None);
        return reading.Text.Replace(" ", "", StringComparison.Ordinal);
    }

    private sealed record Line(string File, string Group, string Text);
}
