using OcrService.Documents.Pages;

namespace OcrService.Documents.Mrz;

/// <summary>
/// A machine readable zone as found on a picture, before it is understood: one to three printed lines from top to bottom, each
/// with every reading that was made of it. The MRZ reader weighs them with formats and check digits.
/// </summary>
public sealed record MrzZone(IReadOnlyList<MrzLine> Lines);

/// <summary>One printed line of the zone.</summary>
/// <param name="Quad">Where it stands in the picture, first edge in reading direction.</param>
/// <param name="Readings">At least one reading, the likeliest first.</param>
public sealed record MrzLine(Quad Quad, IReadOnlyList<MrzReading> Readings);

/// <summary>One reading of a line: the symbols from left to right.</summary>
/// <param name="Reader">Name of the reader that made it, for diagnosis.</param>
/// <param name="Symbols">The symbols; their count need not be a legal line length.</param>
/// <param name="Frames">What they were made from, where the reader's count of symbols is to be weighed too.</param>
public sealed record MrzReading(string Reader, IReadOnlyList<MrzSymbol> Symbols, MrzFrames? Frames = null)
{
    /// <summary>The likeliest character of every symbol.</summary>
    public string Text => string.Concat(Symbols.Select(s => s.Alternatives[0].Character));
}

/// <summary>One symbol of a reading.</summary>
/// <param name="Position">Centre of the symbol as a fraction of the line's width, 0 to 1.</param>
/// <param name="Alternatives">Characters of the alphabet A-Z 0-9 &lt; with their probabilities, the likeliest first; at least one.</param>
public sealed record MrzSymbol(float Position, IReadOnlyList<MrzAlternative> Alternatives);

/// <summary>A character that a symbol may be, with its probability between 0 and 1.</summary>
public readonly record struct MrzAlternative(char Character, float Probability);
