using OcrService.Specimens.Wearing;

namespace OcrService.Benchmarks.Scoring;

/// <summary>Counts what was read of specimens, and lays it out in tables.</summary>
internal sealed class SpecimenTally
{
    private readonly SortedDictionary<(string Document, string Field), Dictionary<WearKind, FieldTally>> _fields = [];
    private readonly SortedDictionary<string, Dictionary<WearKind, Score>> _zones = new(StringComparer.Ordinal);
    private readonly Dictionary<WearKind, Score> _texts = [];
    private readonly SortedDictionary<(string Document, string Fault), int> _faults = [];

    /// <summary>Counts one field of one picture.</summary>
    /// <param name="document">Name of the document.</param>
    /// <param name="field">Name of the field.</param>
    /// <param name="wear">How the picture was worn.</param>
    /// <param name="expected">What is printed.</param>
    /// <param name="read">What was read; null when the picture was refused, which is wrong even where nothing is printed.</param>
    public void AddField(string document, string field, WearKind wear, string expected, string? read)
    {
        if (!_fields.TryGetValue((document, field), out Dictionary<WearKind, FieldTally>? byWear)) _fields[(document, field)] = byWear = [];
        byWear[wear] = byWear.GetValueOrDefault(wear, new FieldTally()).With(expected, read);
    }

    public void AddZone(string document, WearKind wear, Score score)
    {
        if (!_zones.TryGetValue(document, out Dictionary<WearKind, Score>? byWear)) _zones[document] = byWear = [];
        byWear[wear] = byWear.GetValueOrDefault(wear, new Score()) + score;
    }

    public void AddText(WearKind wear, Score score) => _texts[wear] = _texts.GetValueOrDefault(wear, new Score()) + score;

    public void AddFault(string document, string fault) => _faults[(document, fault)] = _faults.GetValueOrDefault((document, fault)) + 1;

    /// <summary>The tables that have rows.</summary>
    public IEnumerable<Table> Tables()
    {
        if (_texts.Count > 0)
        {
            Table texts = Table.ForScores("text pages");
            foreach ((WearKind wear, Score score) in _texts.OrderBy(t => t.Key)) texts.AddScore(wear.ToString(), score);
            yield return texts;
        }

        if (_fields.Count > 0)
        {
            yield return ByWear();
            yield return ByField();
        }

        if (_zones.Count > 0) yield return ByZone();
        if (_faults.Count == 0) yield break;
        Table faults = new("refused", "error", "pictures");
        foreach (((string document, string fault), int count) in _faults) faults.Add(document, fault, $"{count}");
        yield return faults;
    }

    /// <summary>Share of exact fields, documents by kinds of wear.</summary>
    private Table ByWear()
    {
        WearKind[] wears = [.. _fields.Values.SelectMany(f => f.Keys).Distinct().Order()];
        Table table = new(["fields, exact", .. wears.Select(w => w.ToString()), "all"]);
        foreach (var document in _fields.GroupBy(f => f.Key.Document, f => f.Value, StringComparer.Ordinal)) table.Add(Row(document.Key, document));
        table.Add(Row("all", _fields.Values));
        return table;

        string[] Row(string name, IEnumerable<Dictionary<WearKind, FieldTally>> fields) =>
        [
            name,
            .. wears.Select(w => Table.Cell(FieldTally.Sum(fields.SelectMany(f => f).Where(t => t.Key == w).Select(t => t.Value)).Exact)),
            Table.Cell(FieldTally.Sum(fields.SelectMany(f => f.Values)).Exact),
        ];
    }

    private Table ByField()
    {
        Table table = new("field", "clean, exact", "clean, characters", "worn, exact", "worn, characters");
        foreach (((string document, string field), Dictionary<WearKind, FieldTally> byWear) in _fields)
        {
            FieldTally clean = byWear.GetValueOrDefault(WearKind.Clean, new FieldTally());
            FieldTally worn = FieldTally.Sum(byWear.Where(t => t.Key != WearKind.Clean).Select(t => t.Value));
            table.Add($"{document} {field}", Table.Cell(clean.Exact), Table.Cell(clean.Characters), Table.Cell(worn.Exact), Table.Cell(worn.Characters));
        }

        return table;
    }

    private Table ByZone()
    {
        Table table = new("zone lines, exact", "clean", "worn", "worn, characters");
        foreach ((string document, Dictionary<WearKind, Score> byWear) in _zones)
        {
            Score worn = Score.Sum(byWear.Where(t => t.Key != WearKind.Clean).Select(t => t.Value));
            table.Add(document, Table.Cell(byWear.GetValueOrDefault(WearKind.Clean)?.MrzLineExact), Table.Cell(worn.MrzLineExact), Table.Cell(worn.CharacterAccuracy));
        }

        return table;
    }
}
