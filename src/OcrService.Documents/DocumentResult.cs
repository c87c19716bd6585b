using OcrService.Documents.Fields;
using OcrService.Documents.Pages;

namespace OcrService.Documents;

/// <summary>A node of the answer, in wire order.</summary>
/// <param name="Key">Its wire key.</param>
public abstract record ResultNode(string Key);

/// <summary>A text.</summary>
public sealed record ResultText(string Key, string Value) : ResultNode(Key);

/// <summary>A boolean.</summary>
public sealed record ResultFlag(string Key, bool Value) : ResultNode(Key);

/// <summary>A whole number.</summary>
public sealed record ResultNumber(string Key, int Value) : ResultNode(Key);

/// <summary>A list of texts.</summary>
public sealed record ResultList(string Key, IReadOnlyList<string> Values) : ResultNode(Key);

/// <summary>A place on the picture: four corners in pixels.</summary>
public sealed record ResultLocation(string Key, Quad Value) : ResultNode(Key);

/// <summary>A JPEG file.</summary>
public sealed record ResultImage(string Key, ReadOnlyMemory<byte> Jpeg) : ResultNode(Key);

/// <summary>A confidence, 0 to 1.</summary>
public sealed record ResultScore(string Key, float Value) : ResultNode(Key);

/// <summary>Nodes under one key; possibly none.</summary>
public sealed record ResultGroup(string Key, IReadOnlyList<ResultNode> Nodes) : ResultNode(Key);

/// <summary>What was extracted from a document. The HTTP layer writes <see cref="Nodes"/> and <see cref="Confidences"/> as they are.</summary>
/// <param name="Type">Name of the document type.</param>
/// <param name="Side">Name of the side or variant.</param>
/// <param name="Fields">Every field with source, place and confidence, in wire order.</param>
/// <param name="Nodes">The answer as a tree of wire keys.</param>
/// <param name="Confidences">The confidences as a tree of the same keys; null when the request did not ask for them.</param>
/// <param name="Frame">Where the document lies on the picture.</param>
public sealed record DocumentResult(
    string Type,
    string Side,
    IReadOnlyList<FieldValue> Fields,
    IReadOnlyList<ResultNode> Nodes,
    IReadOnlyList<ResultNode>? Confidences,
    DocumentFrame Frame)
{
    internal static DocumentResult Of(
        DocumentType type, DocumentSide side, IReadOnlyList<FieldValue> values, IEnumerable<ResultNode> extras, DocumentRequest request, DocumentFrame frame)
    {
        (FieldDefinition Field, FieldValue Value)[] given =
        [
            .. side.Fields.Zip(values).Where(f => (f.First.When is null || request.Of(f.First.When)) && !(f.First.IsOptional && f.Second.Value.Length == 0)
                && !side.OptionalGroups.Any(g => f.First.Key.StartsWith(g + '.', StringComparison.Ordinal) && IsAbsent(g))),
        ];
        bool IsAbsent(string group) => values.All(v => v.Value.Length == 0 || !v.Key.StartsWith(group + '.', StringComparison.Ordinal));
        bool judged = type.Contract.ConfidenceWhen is null || request.Of(type.Contract.ConfidenceWhen);
        return new DocumentResult(
            type.Name,
            side.Name,
            values,
            [
                .. Tree([.. given.Select(f => (f.Field.Key, (Func<string, ResultNode>?)(key => Node(f.Field, key, type.Write(f.Field, f.Value.Value, request))))), .. side.EmptyGroups.Select(g => (g, (Func<string, ResultNode>?)null))]),
                .. Joined(extras),
            ],
            judged ? Tree([.. given.Where(f => f.Field.IsJudged).Select(f => (f.Field.Key, (Func<string, ResultNode>?)(key => new ResultScore(key, f.Value.Confidence))))]) : null,
            frame);
    }

    private static ResultNode Node(FieldDefinition field, string key, string value) => field.Kind switch
    {
        FieldKind.Flag => new ResultFlag(key, value == "true"),
        FieldKind.List => new ResultList(key, value.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
        _ => new ResultText(key, value),
    };

    /// <summary>Nests dotted keys; a key without a node is an empty group. Groups stand where their first member stood.</summary>
    private static List<ResultNode> Tree(IReadOnlyList<(string Key, Func<string, ResultNode>? Make)> entries) =>
    [
        .. entries.GroupBy(e => e.Key.Split('.')[0], StringComparer.Ordinal).Select(group => group.First() switch
        {
            (var key, { } make) when key == group.Key => make(key),
            (var key, null) when key == group.Key => new ResultGroup(key, []),
            _ => new ResultGroup(group.Key, Tree([.. group.Select(e => (e.Key[(group.Key.Length + 1)..], e.Make))])),
        }),
    ];

    /// <summary>Groups of one key become one.</summary>
    private static IEnumerable<ResultNode> Joined(IEnumerable<ResultNode> nodes) => nodes.GroupBy(n => n.Key, StringComparer.Ordinal)
        .Select(same => same.First() is ResultGroup ? new ResultGroup(same.Key, [.. same.Cast<ResultGroup>().SelectMany(g => g.Nodes)]) : same.First());
}
