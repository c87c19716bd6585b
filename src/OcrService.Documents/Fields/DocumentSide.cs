using OcrService.Documents.Finding;
using OcrService.Documents.Mrz;

namespace OcrService.Documents.Fields;

/// <summary>One side or variant of a document: its fields in wire order and what must agree. Filled by a declaration, then read only.</summary>
public sealed class DocumentSide
{
    private readonly List<FieldDefinition> _fields = [];
    private readonly List<CrossCheck> _checks = [];
    private readonly List<FieldPair> _pairs = [];
    private readonly Lazy<IReadOnlyList<Landmark>> _allLandmarks;

    public DocumentSide(string name)
    {
        Name = name;
        _allLandmarks = new(() => [.. Landmarks, .. _fields.SelectMany(f => (Landmark?[])[f.Label, f.FormMark, .. f.Tells.Select(t => t.Landmark)]).OfType<Landmark>().DistinctBy(l => l.Key)]);
    }

    public string Name { get; }

    /// <summary>Width by height. ISO/IEC 7810 ID-1: 85.60 x 53.98 mm.</summary>
    public float Aspect { get; init; } = 85.6f / 53.98f;

    /// <summary>The value of the request option <c>side</c> that means this side; null for a document without the option.</summary>
    public string? WireSide { get; init; }

    /// <summary>Titles and other landmarks beside the fields' labels and forms.</summary>
    public IReadOnlyList<Landmark> Landmarks { get; init; } = [];

    /// <summary>Whether the text has no fixed places, so that the card is taken to lie around all of it.</summary>
    public bool IsFreeForm { get; init; }

    /// <summary>Where the lines of the machine readable zone stand, from the upper edge of the first row to the lower edge of the last.</summary>
    public Region? Zone { get; init; }

    /// <summary>Whether a machine readable zone is this side's.</summary>
    public Func<MrzDocument, bool>? AcceptsZone { get; init; }

    /// <summary>Where the portrait is; null for a side without.</summary>
    public Region? Portrait { get; init; }

    /// <summary>The landmarks with the labels and forms of the fields.</summary>
    internal IReadOnlyList<Landmark> AllLandmarks => _allLandmarks.Value;

    public IReadOnlyList<FieldPair> Pairs => _pairs;

    public IReadOnlyList<FieldDefinition> Fields => _fields;

    public IReadOnlyList<CrossCheck> Checks => _checks;

    /// <summary>Groups that the answer holds even without a field in them.</summary>
    public IReadOnlyList<string> EmptyGroups { get; init; } = [];

    /// <summary>Groups that are left out as a whole when none of their fields was found.</summary>
    public IReadOnlyList<string> OptionalGroups { get; init; } = [];

    public DocumentSide Add(FieldDefinition field)
    {
        _fields.Add(field);
        return this;
    }

    /// <summary>Declares that two fields must fit together.</summary>
    public DocumentSide Agree(string first, string second, Func<string, string, bool> agrees)
    {
        _checks.Add(new CrossCheck(first, second, agrees));
        return this;
    }

    /// <summary>Declares that two fields say the same in two forms.</summary>
    public DocumentSide Pair(string first, string second, Func<string, string, (string First, string Second)?> settle)
    {
        _pairs.Add(new FieldPair(first, second, settle));
        return this;
    }

    /// <summary>Everything wrong with the table, as sentences that name the field.</summary>
    internal IEnumerable<string> Problems()
    {
        foreach (IGrouping<string, FieldDefinition> same in _fields.GroupBy(f => f.Key, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return $"field '{same.Key}' is declared {same.Count()} times";
        }

        foreach (FieldDefinition field in _fields)
        {
            if (field.Anchor is { } anchor && (anchor.Labels.Count == 0 || anchor.Labels.Any(string.IsNullOrWhiteSpace)))
            {
                yield return $"field '{field.Key}' has an anchor without label";
            }

            if ((field.Region is not null || field.From is not null) != field.Parser is not null)
            {
                yield return $"field '{field.Key}' needs a region and a parser together";
            }

            if (field.From is { } from && !_fields.Exists(f => f.Key == from))
            {
                yield return $"field '{field.Key}' is made from the unknown field '{from}'";
            }

            if (field.Region is null && field.Mrz is null && field.Constant is null && field.From is null && field.Tells.Count == 0)
            {
                yield return $"field '{field.Key}' has no source";
            }

            if (field.Region is { } r && (r.X < 0 || r.Y < 0 || r.Width <= 0 || r.Height <= 0 || r.X + r.Width > 1 || r.Y + r.Height > 1))
            {
                yield return $"field '{field.Key}' has a region outside the document";
            }
        }

        foreach (string unknown in _checks.SelectMany(c => new[] { c.First, c.Second }).Concat(_pairs.SelectMany(p => new[] { p.First, p.Second })).Where(k => !_fields.Exists(f => f.Key == k)))
        {
            yield return $"a cross-check names the unknown field '{unknown}'";
        }
    }
}
