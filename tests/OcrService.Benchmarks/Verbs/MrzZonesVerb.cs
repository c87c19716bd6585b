using System.CommandLine;
using OcrService.Benchmarks.Samples;
using OcrService.Benchmarks.Scoring;
using OcrService.Documents.Mrz;
using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition;
using OcrService.Recognition.Imaging;
using OcrService.Recognition.Mrz;

namespace OcrService.Benchmarks.Verbs;

/// <summary>Whole machine readable zones from pictures of their rows, as the service understands them: rows after the search by formats and check digits.</summary>
internal static class MrzZonesVerb
{
    private static readonly DateOnly Today = new(2026, 1, 1);

    public static Command Create(CommonOptions common)
    {
        var folder = new Argument<DirectoryInfo>("folder")
        {
            Description = "Pictures NAME-ROW.png, and truth.tsv: file, group, text (made by training/ocrtrain/mrz/sample.py --zones).",
        };
        var each = new Option<bool>("--each") { Description = "Print every wrong row." };
        var command = new Command("mrz-zones", "Scores the reading of whole machine readable zones on pictures of their rows.") { folder, each, common.Markdown };
        command.SetAction((result, _) =>
        {
            Console.Write(Measure(result.GetValue(folder)!, result.GetValue(each)).Print(result.GetValue(common.Markdown)));
            return Task.FromResult(0);
        });
        return command;
    }

    private static Table Measure(DirectoryInfo folder, bool each)
    {
        using RecognitionModels models = RecognitionModels.Load(new RecognitionOptions());
        MrzFinder finder = new(models.MrzReaders);
        Dictionary<string, Tally> tallies = [];
        LabelledPicture[] all = LabelledPicture.Load(folder);
        foreach (IGrouping<string, LabelledPicture> zone in all.GroupBy(r => r.Path[..r.Path.LastIndexOf('-')]))
        {
            LabelledPicture[] rows = [.. zone];
            IReadOnlyList<string> read = Read(finder, rows);
            int exact = rows.Where((row, i) => i < read.Count && read[i] == row.Label).Count();
            foreach (string group in (ReadOnlySpan<string>)[rows[0].Group, "all"])
                tallies[group] = tallies.GetValueOrDefault(group).Plus(rows.Length, exact);
            if (each && exact < rows.Length)
                Console.WriteLine($"{Path.GetFileName(zone.Key)}:\n  {string.Join("\n  ", rows.Select(r => r.Label))}\n  {string.Join("\n  ", read)}");
        }

        Table table = new(["zones", "number", "rows", "rows exact", "zones exact"]);
        foreach (string group in all.Select(r => r.Group).Distinct().Append("all"))
        {
            Tally t = tallies[group];
            table.Add([group, $"{t.Zones}", $"{t.Rows}", $"{(double)t.ExactRows / t.Rows:P1}", $"{(double)t.ExactZones / t.Zones:P1}"]);
        }

        return table;
    }

    private static IReadOnlyList<string> Read(MrzFinder finder, LabelledPicture[] rows)
    {
        PixelImage[] pictures = [.. rows.Select(r => PixelImage.Decode(File.ReadAllBytes(r.Path)))];
        try
        {
            using PixelImage sheet = PixelImage.Create(pictures.Max(p => p.Width), pictures.Sum(p => p.Height));
            List<Quad> boxes = [];
            int top = 0;
            foreach (PixelImage picture in pictures)
            {
                for (int y = 0; y < picture.Height; y++)
                    picture.Row(y).CopyTo(sheet.WritableRow(top + y));
                boxes.Add(Quad.FromBox(0, top, picture.Width, top + picture.Height));
                top += picture.Height;
            }

            (MrzZone zone, _) = finder.Read(PageView.Upright(sheet), boxes, CancellationToken.None);
            return MrzReader.Read(zone, Today)?.Lines ?? [];
        }
        finally
        {
            foreach (PixelImage picture in pictures)
                picture.Dispose();
        }
    }

    private readonly record struct Tally(int Zones, int ExactZones, int Rows, int ExactRows)
    {
        public Tally Plus(int rows, int exact) => new(Zones + 1, ExactZones + (exact == rows ? 1 : 0), Rows + rows, ExactRows + exact);
    }
}
