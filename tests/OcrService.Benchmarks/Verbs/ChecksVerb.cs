using System.CommandLine;
using System.Diagnostics;
using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Inspection;

namespace OcrService.Benchmarks.Verbs;

internal static class ChecksVerb
{
    public static Command Create(CommonOptions common)
    {
        var count = new Option<int>("--count") { Description = "Seeds to draw.", DefaultValueFactory = _ => 10 };
        var seed = new Option<int>("--seed") { Description = "First seed.", DefaultValueFactory = _ => 1 };
        var output = new Option<string?>("--dump") { Description = "Folder for pictures." };
        var command = new Command("checks", "Scores what is said of cards' borders, portraits and flaws.") { common.Markdown, count, seed, output };
        command.SetAction((result, cancellationToken) =>
        {
            int first = result.GetValue(seed);
            var errors = new SortedDictionary<string, List<double>>(StringComparer.Ordinal);
            double ms = 0; int n = 0;
            for (int s = first; s < first + result.GetValue(count); s++)
            {
                foreach (CheckSubject subject in CheckSubject.Of(s))
                {
                    using PixelImage image = PixelImage.Decode(subject.Picture.Jpeg);
                    if (result.GetValue(output) is { } folder) File.WriteAllBytes(Path.Combine(folder, $"{subject.Document}-{subject.Kind}-{s}.jpg"), subject.Picture.Jpeg);
                    var watch = Stopwatch.StartNew();
                    Quad? found = BorderFinder.Find(image, subject.Rough);
                    ms += watch.Elapsed.TotalMilliseconds; n++;
                    Quad truth = subject.Picture.Truth.Document!.Value;
                    double rough = Error(subject.Rough, truth);
                    double error = found is { } f ? Error(f, truth) : double.NaN;
                    foreach (string key in (string[])[subject.Kind, "doc " + subject.Document])
                    {
                        if (!errors.TryGetValue(key, out List<double>? list)) errors[key] = list = [];
                        list.Add(error);
                    }
                    if (!(error < 0.01)) Console.WriteLine($"{subject.Document}-{subject.Kind}-{s} rough {rough:P2} found {error:P2}");
                }
            }

            foreach ((string kind, List<double> list) in errors)
            {
                List<double> ok = [.. list.Where(e => !double.IsNaN(e)).Order()];
                Console.WriteLine($"{kind,-24} n {list.Count} null {list.Count - ok.Count} median {(ok.Count > 0 ? ok[ok.Count / 2] : 0):P2} p90 {(ok.Count > 0 ? ok[ok.Count * 9 / 10] : 0):P2} above1% {ok.Count(e => e > 0.01)}");
            }
            Console.WriteLine($"{ms / n:0.0} ms each");
            return Task.FromResult(0);
        });
        return command;
    }

    private static double Error(Quad a, Quad b) =>
        ((a.TopLeft - b.TopLeft).Length + (a.TopRight - b.TopRight).Length + (a.BottomRight - b.BottomRight).Length + (a.BottomLeft - b.BottomLeft).Length) / 4 / b.Width;
}
