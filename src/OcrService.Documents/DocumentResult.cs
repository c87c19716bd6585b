using OcrService.Documents.Fields;
using OcrService.Documents.Pages;

namespace OcrService.Documents;

/// <summary>A node of the answer, in wire order.</summary>
/// <param name="Key">Its wire key.</param>
public abstract record ResultNode(string Key);

/// <summary>A text.</summary>
public sealed record ResultText(string Key, string Value) : ResultNode(Key);

/// <summary>Nodes under one key; possibly none.</summary>
public sealed record ResultGroup(string Key, IReadOnlyList<ResultNode> Nodes) : ResultNode(Key);

/// <summary>What was extracted from a document. The HTTP layer writes <see cref="Nodes"/> and <see cref="Confidences"/> as they are.</summary>
/// <param name="Type">Name of the document type.</param>
/// <param name="Side">Name of the side or variant.</param>
/// <param name="Fields">Every field with source, place and confidence, in wire order.</param>
/// <param name="Nodes">The same as a tree of wire keys.</param>
/// <param name="Confidences">Wire key and confidence of every field that has one, in wire order.</param>
/// <param name="Frame">Where the document lies on the picture.</param>
public sealed record DocumentResult(
    string Type,
    string Side,
    IReadOnlyList<FieldValue> Fields,
    IReadOnlyList<ResultNode> Nodes,
    IReadOnlyList<KeyValuePair<string, float>> Confidences,
    DocumentFrame Frame)
{
    internal static DocumentResult Of(string type, DocumentSide side, IReadOnlyList<FieldValue> values, DocumentFrame frame)
    {
        HashSet<string> judged = [.. side.Fields.Where(f => f.IsJudged && !f.Key.Contains('.', StringComparison.Ordinal)).Select(f => f.Key)];
        return new DocumentResult(
            type,
            side.Name,
            values,
            Tree([.. values.Select(v => (v.Key, (string?)v.Value)), .. side.EmptyGroups.Select(g => (g, (string?)null))]),
            [.. values.Where(v => judged.Contains(v.Key)).Select(v => KeyValuePair.Create(v.Key, v.Confidence))],
            frame);
    }

    /// <summary>Nests dotted keys; a key without value is an empty group. Groups stand where their first member stood.</summary>
    private static List<ResultNode> Tree(IReadOnlyList<(string Key, string? Value)> entries) =>
    [
        .. entries.GroupBy(e => e.Key.Split('.')[0], StringComparer.Ordinal).Select(group => group.First() switch
        {
            (var key, { } value) when key == group.Key => (ResultNode)new ResultText(key, value),
            (var key, null) when key == group.Key => new ResultGroup(key, []),
            _ => new ResultGroup(group.Key, Tree([.. group.Select(e => (e.Key[(group.Key.Length + 1)..], e.Value))])),
        }),
    ];
}
