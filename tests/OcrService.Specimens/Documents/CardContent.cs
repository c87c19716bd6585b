namespace OcrService.Specimens.Documents;

/// <summary>What one side of a document says.</summary>
/// <param name="Printed">Text of the template's {value} places.</param>
/// <param name="Fields">
/// Every field that the contract puts on this side, with the expected value; empty where the holder has none. Keys inside objects are
/// joined by dots, items of a list by line feeds; booleans are true and false.
/// </param>
/// <param name="MrzLines">The machine readable zone, top to bottom; empty when there is none.</param>
internal sealed record CardContent(
    IReadOnlyDictionary<string, string> Printed, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<string> MrzLines);
