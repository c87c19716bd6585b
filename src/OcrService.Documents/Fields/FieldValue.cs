using OcrService.Documents.Mrz;
using OcrService.Documents.Pages;

namespace OcrService.Documents.Fields;

/// <summary>Where a value came from.</summary>
public enum FieldSource
{
    None,

    /// <summary>Printed text placed by its label.</summary>
    Anchored,

    /// <summary>Printed text placed by the document's layout alone.</summary>
    Region,

    Mrz,

    /// <summary>Known from what kind of document it is.</summary>
    Landmarks,

    /// <summary>Printed text and machine readable zone say the same.</summary>
    MrzAndPrint,
}

/// <summary>What was found of one field.</summary>
/// <param name="Key">Wire key, dots nest.</param>
/// <param name="Value">The value; empty when it could not be read.</param>
/// <param name="Confidence">0 to 1; 0 for an empty value.</param>
/// <param name="Quad">Where it stands on the picture, when known.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Reason">Why it is empty; null when it is not.</param>
public sealed record FieldValue(string Key, string Value, float Confidence, Quad? Quad, FieldSource Source, string? Reason)
{
    /// <summary>What the check digit behind the value says, when it came from a machine readable zone.</summary>
    public MrzCheck Check { get; init; }

    public static FieldValue Empty(string key, string reason) => new(key, "", 0, null, FieldSource.None, reason);
}
