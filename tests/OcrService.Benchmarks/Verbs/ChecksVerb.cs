using System.CommandLine;
using OcrService.Benchmarks.Scoring;
using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Inspection;

namespace OcrService.Benchmarks.Verbs;

/// <summary>
/// What the pixels say of cards: how exactly border and portrait are found, and how often every check raises its alarm, by kind of picture.
/// A row of ordinary wear should hold no alarms, a row with a defect its own.
/// </summary>
internal static class ChecksVerb
{
    private static readonly (string Name, Func<CardInspection, int> Score)[] Checks =
    [
        ("copy", i => i.Copy), ("screen", i => i.Screen), ("border", i => i.BorderIncomplete), ("blocked", i => i.Blocked), ("blur", i => i.Blur),
        ("glare", i => i.Glare), ("tampered", i => i.Tampered), ("reproduced", i => i.Reproduced),
    ];

    public static Command Create(CommonOptions common)
    {
        var count = new Option<int>("--count") { Description = "Seeds to draw.", DefaultValueFactory = _ => 10 };
        var seed = new Option<int>("--seed") { Description = "First seed.", DefaultValueFactory = _ => 1 };
        var document = new Option<string>("--document") { Description = "Only specimens whose name begins so.", DefaultValueFactory = _ => "" };
        var command = new Command("checks", "Scores what is said of cards' borders, portraits and flaws.") { common.Markdown, count, seed, document };
        command.SetAction((result, cancellationToken) =>
        {
            Console.Write(TableOf(result.GetValue(seed), result.GetValue(count), result.GetValue(document)!).Print(result.GetValue(common.Markdown)));
            return Task.FromResult(0);
        });
        return command;
    }

    /// <summary>Alarms by kind of picture, with how well border and portrait are found.</summary>
    public static Table TableOf(int firstSeed, int count, string document)
    {
        List<Seen> seen = [];
        foreach (int seed in Enumerable.Range(firstSeed, count)) seen.AddRange(CheckSubject.Of(seed, document).Select(Look));
        Table table = new(["pictures", "cards", "border error, median", "portrait overlap", .. Checks.Select(c => c.Name)]);
        foreach (IGrouping<string, Seen> kind in seen.GroupBy(s => s.Kind, StringComparer.Ordinal))
        {
            double[] errors = [.. kind.Select(s => s.BorderError).Order()];
            table.Add(
            [
                kind.Key, $"{kind.Count()}", $"{errors[errors.Length / 2]:P2}", $"{kind.Average(s => s.PortraitOverlap):F2}",
                .. Checks.Select(c => $"{kind.Average(s => c.Score(s.Inspection) > CardInspection.AlarmAbove ? 1.0 : 0):P0}"),
            ]);
        }

        return table;
    }

    private static Seen Look(CheckSubject subject)
    {
        using PixelImage image = PixelImage.Decode(subject.Picture.Jpeg);
        Quad border = BorderFinder.Find(image, subject.Rough) ?? subject.Rough;
        Quad? portrait = subject.Region is { } region ? PortraitFinder.Find(image, region) ?? region : null;
        return new Seen(
            subject.Kind,
            Error(border, subject.Picture.Truth.Document!.Value),
            portrait is { } p && subject.Picture.Truth.Portrait is { } truth ? Overlap(p, truth) : 0,
            CardInspector.Inspect(image, border, portrait, CardChecks.All));
    }

    /// <summary>Mean distance of the corners, as a fraction of the card's width.</summary>
    private static double Error(Quad a, Quad b) =>
        ((a.TopLeft - b.TopLeft).Length + (a.TopRight - b.TopRight).Length + (a.BottomRight - b.BottomRight).Length + (a.BottomLeft - b.BottomLeft).Length) / 4 / b.Width;

    /// <summary>Intersection over union of the boxes around two quads.</summary>
    private static double Overlap(Quad a, Quad b)
    {
        Box p = a.Bounds, q = b.Bounds;
        float width = MathF.Min(p.Right, q.Right) - MathF.Max(p.Left, q.Left), height = MathF.Min(p.Bottom, q.Bottom) - MathF.Max(p.Top, q.Top);
        float both = MathF.Max(0, width) * MathF.Max(0, height);
        return both / ((p.Width * p.Height) + (q.Width * q.Height) - both);
    }

    private sealed record Seen(string Kind, double BorderError, double PortraitOverlap, CardInspection Inspection);
}
