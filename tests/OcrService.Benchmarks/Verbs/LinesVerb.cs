using System.CommandLine;
using System.Diagnostics;
using OcrService.Benchmarks.Samples;
using OcrService.Benchmarks.Scoring;
using OcrService.Documents.Fields;
using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition;
using OcrService.Recognition.Imaging;
using OcrService.Recognition.Reading;

namespace OcrService.Benchmarks.Verbs;

/// <summary>Pictures of single lines, read by the service's readers and by Tesseract, side by side.</summary>
internal static class LinesVerb
{
    private static readonly string[] Tesseract = ["eng", "spa", "tha", "khm", "mya", "chi_tra"];

    public static Command Create(CommonOptions common)
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Pictures, and truth.tsv: file, group, text (made by training/ocrtrain)." };
        var each = new Option<bool>("--each") { Description = "Print every wrong line." };
        var readers = new Option<string[]>("--reader")
        {
            Description = $"general, ascii, accented, latin, scripts, han, or Tesseract's {string.Join(", ", Tesseract)}; several may be given.",
            AllowMultipleArgumentsPerToken = true,
            Required = true,
        };
        var command = new Command("lines", "Scores readers on pictures of single lines.") { folder, readers, each, common.Markdown };
        command.SetAction((result, _) =>
        {
            Table table = Measure(result.GetValue(folder)!, result.GetValue(readers)!, result.GetValue(each));
            Console.Write(table.Print(result.GetValue(common.Markdown)));
            return Task.FromResult(0);
        });
        return command;
    }

    private static Table Measure(DirectoryInfo folder, IEnumerable<string> names, bool each)
    {
        LabelledPicture[] lines = LabelledPicture.Load(folder);
        RecognitionOptions options = new();
        using RecognitionModels models = RecognitionModels.Load(options);
        Table table = new("lines", "reader", "number", "exact", "exact without spaces", "character errors", "ms a line");
        foreach (string name in names)
        {
            using TesseractLineReader? tesseract = Tesseract.Contains(name) ? OpenTesseract(options, name) : null;
            ILineReader reader = tesseract ?? Find(models.Readers, name);
            foreach (IGrouping<string, LabelledPicture> group in lines.GroupBy(l => l.Group, StringComparer.Ordinal))
                table.Add([group.Key, name, .. Score([.. group], reader, each ? name : null)]);
        }

        return table;
    }

    private static string[] Score(LabelledPicture[] lines, ILineReader reader, string? printAs)
    {
        int exact = 0, exactLetters = 0, errors = 0, letters = 0;
        TimeSpan time = default;
        foreach (LabelledPicture line in lines)
        {
            using PixelImage picture = PixelImage.Decode(File.ReadAllBytes(line.Path));
            long start = Stopwatch.GetTimestamp();
            string read = reader.Read(PageView.Upright(picture), Quad.FromBox(0, 0, picture.Width, picture.Height), CancellationToken.None).Text;
            time += Stopwatch.GetElapsedTime(start);
            int[] seen = Letters(read), truth = Letters(line.Label);
            int wrong = EditDistance.Between(seen, truth);
            exact += read.Trim() == line.Label ? 1 : 0;
            exactLetters += wrong == 0 ? 1 : 0;
            (errors, letters) = (errors + wrong, letters + truth.Length);
            if (printAs is not null && read != line.Label)
                Console.WriteLine($"{printAs} {Path.GetFileName(line.Path)}: {line.Label} read as {read}");
        }

        return
        [
            $"{lines.Length}", $"{(double)exact / lines.Length:P0}", $"{(double)exactLetters / lines.Length:P0}", $"{(double)errors / letters:P1}",
            $"{time.TotalMilliseconds / lines.Length:F1}",
        ];
    }

    private static int[] Letters(string text) => [.. text.EnumerateRunes().Select(r => r.Value).Where(r => r != ' ')];

    private static TesseractLineReader OpenTesseract(RecognitionOptions options, string language) =>
        new(new EnginePool(language, ModelFiles.Load(options, "traineddata." + language)), _ => true, language == "chi_tra" ? RecognitionModels.ChineseHeight : 40);

    private static ILineReader Find(LineReaders readers, string name) => name switch
    {
        "general" => readers.General,
        "ascii" => readers.Latin.Second ?? throw Missing(name),
        "accented" => readers.Latin.Accented ?? throw Missing(name),
        "latin" => readers.Latin,
        "scripts" => readers.Writings[FieldScript.Burmese],
        "han" => readers.Writings[FieldScript.TraditionalChinese],
        _ => throw Missing(name),
    };

    private static InvalidOperationException Missing(string name) => new($"There is no reader '{name}'.");
}
