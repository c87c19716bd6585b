using OcrService.Benchmarks.Readers;
using OcrService.Benchmarks.Scoring;
using OcrService.Specimens;
using OcrService.Specimens.Documents;
using OcrService.Specimens.Wearing;

namespace OcrService.Benchmarks.Verbs;

/// <summary>Renders specimens, wears them in every way, and prints what is still read, by kind of wear and by field.</summary>
internal sealed class SpecimenAccuracy(IPictureReader reader)
{
    private const string ZoneKey = "zone", TextKey = "text";

    // Fields of the General passport that every reader can be asked for stand beside those of the Chinese page under one name.
    private readonly SortedDictionary<string, Dictionary<WearKind, FieldTally>> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<(string What, WearKind Wear), Score> _scores = [];

    public async Task RunAsync(int seed, int count, bool markdown, CancellationToken cancellationToken)
    {
        WearKind[] kinds = Enum.GetValues<WearKind>();
        for (int i = 0; i < count; i++)
        {
            foreach (WearKind wear in kinds)
            {
                await PassportAsync(DocumentSpecimen.Named("passport-general"), seed + i, wear, cancellationToken);
                await PassportAsync(DocumentSpecimen.Named("passport-chn"), seed + i, wear, cancellationToken);
                await TextAsync(seed + i, wear, cancellationToken);
            }
        }

        foreach (string what in (string[])[TextKey, ZoneKey])
        {
            Table scores = Table.ForScores(what == TextKey ? "text pages" : "passports");
            foreach (WearKind wear in kinds) scores.AddScore(wear.ToString(), _scores.GetValueOrDefault((what, wear), new Score()));
            Console.WriteLine(scores.Print(markdown));
        }

        Table exact = new(["field, exact", .. kinds.Select(k => k.ToString())]);
        Table near = new(["field, characters", .. kinds.Select(k => k.ToString())]);
        foreach ((string name, Dictionary<WearKind, FieldTally> byWear) in _fields)
        {
            exact.Add([name, .. kinds.Select(k => Table.Cell(byWear.GetValueOrDefault(k)?.Exact))]);
            near.Add([name, .. kinds.Select(k => Table.Cell(byWear.GetValueOrDefault(k)?.Characters))]);
        }

        if (_fields.Count == 0) return;
        Console.WriteLine(exact.Print(markdown));
        Console.Write(near.Print(markdown));
    }

    private async Task PassportAsync(DocumentSpecimen document, int seed, WearKind wear, CancellationToken cancellationToken)
    {
        using Specimen specimen = document.Render(seed);
        WornSpecimen worn = Wear.Apply(specimen, wear, seed);
        PictureReading reading = await reader.ReadDocumentAsync(worn.Jpeg, cancellationToken);
        Add(ZoneKey, wear, Score.OfMrz(worn.Truth.MrzLines, reading.Mrz.Count > 0 ? reading.Mrz : reading.Lines));
        // A reader without fields has nothing to be asked; one that failed on this page has them all wrong.
        if (reader is InProcessReader) return;
        Compare(document.Name, worn.Truth.Fields, reading.Fields, wear);
    }

    private async Task TextAsync(int seed, WearKind wear, CancellationToken cancellationToken)
    {
        using Specimen specimen = TextPage.Render(seed);
        WornSpecimen worn = Wear.Apply(specimen, wear, seed);
        PictureReading reading = await reader.ReadTextAsync(worn.Jpeg, detectDirection: true, cancellationToken);
        // Columns beside one another have no single right order.
        Add(TextKey, wear, Score.OfText(worn.Truth.Lines.Select(l => l.Text), reading.Lines, worn.Truth.Ignored, anyOrder: true));
    }

    private void Add(string what, WearKind wear, Score score) =>
        _scores[(what, wear)] = _scores.GetValueOrDefault((what, wear), new Score()) + score;

    private void Compare(string document, IReadOnlyDictionary<string, string> truth, IReadOnlyDictionary<string, string> read, WearKind wear)
    {
        foreach ((string name, string value) in truth)
        {
            string key = $"{document} {name}";
            if (!_fields.TryGetValue(key, out Dictionary<WearKind, FieldTally>? byWear)) _fields[key] = byWear = [];
            FieldTally tally = byWear.GetValueOrDefault(wear) ?? new FieldTally();
            byWear[wear] = tally.With(value, read.GetValueOrDefault(name, ""));
        }
    }
}
