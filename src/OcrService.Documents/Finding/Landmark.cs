using System.Text.RegularExpressions;
using OcrService.Documents.Pages;

namespace OcrService.Documents.Finding;

/// <summary>
/// Printed text by which a document is known and placed: a label, a title, or a value of a form that nothing else has. Positions are
/// fractions of the upright document.
/// </summary>
/// <param name="Texts">Its wordings, in any of the document's languages; white space and letter case do not matter.</param>
public sealed record Landmark(params IReadOnlyList<string> Texts)
{
    /// <summary>A value's form, instead of wordings: matched against a line without spaces, full-width forms as ASCII.</summary>
    public Regex? Pattern { get; init; }

    /// <summary>Where its left edge stands, at half its height; null for text that is centred or wanders, which tells no place.</summary>
    public (float X, float Y)? At { get; init; }

    /// <summary>Whether it stands on this document and on no other.</summary>
    public bool Proves { get; init; }

    /// <summary>Whether it is part of a value as well, so that fields may read it.</summary>
    public bool IsValue { get; init; }

    /// <summary>What tells it from others: fields that share a label share its landmark.</summary>
    internal string Key => $"{string.Join('|', Texts)}@{At}{Pattern}";
}

/// <summary>A landmark on the page.</summary>
/// <param name="Landmark">Which.</param>
/// <param name="Line">Line it stands in.</param>
/// <param name="Start">First glyph.</param>
/// <param name="End">Glyph after the last one.</param>
/// <param name="Weight">How much it says: letters that agree, less those that do not.</param>
/// <param name="LeftEdge">Where it begins, in pixels: left edge, half its height.</param>
internal sealed record FoundLandmark(Landmark Landmark, int Line, int Start, int End, float Weight, PagePoint LeftEdge);
