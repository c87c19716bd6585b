namespace OcrService.Api.Contract;

/// <summary>A node of a card's answer, in wire order and under its wire key.</summary>
internal abstract record CardNode(string Key);

/// <summary>A text, empty when unreadable.</summary>
internal sealed record CardText(string Key, string Value) : CardNode(Key);

/// <summary>An object; possibly without members.</summary>
internal sealed record CardGroup(string Key, IReadOnlyList<CardNode> Nodes) : CardNode(Key);

/// <summary>What was found on a card. Same shape as the result of a document type, so that binding the two is a change of names.</summary>
/// <param name="Nodes">The answer's tree.</param>
/// <param name="Confidences">Key and confidence (0 to 1) of every field that has one, in wire order.</param>
internal sealed record CardResult(IReadOnlyList<CardNode> Nodes, IReadOnlyList<KeyValuePair<string, float>> Confidences);
