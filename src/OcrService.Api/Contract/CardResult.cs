namespace OcrService.Api.Contract;

/// <summary>What was found on a card, in wire order and under wire names.</summary>
internal sealed record CardResult(IReadOnlyList<CardField> Fields);

/// <summary>A text with its confidence, a text without (none in the confidence map), or an object.</summary>
/// <param name="Name">Wire name.</param>
/// <param name="Text">The value, empty when unreadable; null for an object.</param>
/// <param name="Confidence">0 to 1, 0 when unreadable; null when the contract gives the field none.</param>
/// <param name="Members">Members of an object; may be empty.</param>
internal sealed record CardField(string Name, string? Text, double? Confidence = null, IReadOnlyList<CardField>? Members = null);
