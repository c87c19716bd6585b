namespace OcrService.Documents.Fields;

/// <summary>One side or variant of a document: its fields in wire order and what must agree. Filled by a declaration, then read only.</summary>
public sealed class DocumentSide(string name)
{
    private readonly List<FieldDefinition> _fields = [];
    private readonly List<CrossCheck> _checks = [];

    public string Name { get; } = name;

    public IReadOnlyList<FieldDefinition> Fields => _fields;

    public IReadOnlyList<CrossCheck> Checks => _checks;

    /// <summary>Groups that the answer holds even without a field in them.</summary>
    public IReadOnlyList<string> EmptyGroups { get; init; } = [];

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

            if (field.Region is null != field.Parser is null)
            {
                yield return $"field '{field.Key}' needs a region and a parser together";
            }

            if (field.Region is null && field.Mrz is null)
            {
                yield return $"field '{field.Key}' has no source";
            }

            if (field.Region is { } r && (r.X < 0 || r.Y < 0 || r.Width <= 0 || r.Height <= 0 || r.X + r.Width > 1 || r.Y + r.Height > 1))
            {
                yield return $"field '{field.Key}' has a region outside the document";
            }
        }

        foreach (string unknown in _checks.SelectMany(c => new[] { c.First, c.Second }).Where(k => !_fields.Exists(f => f.Key == k)))
        {
            yield return $"a cross-check names the unknown field '{unknown}'";
        }
    }
}
