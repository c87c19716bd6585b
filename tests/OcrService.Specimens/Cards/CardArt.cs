namespace OcrService.Specimens.Cards;

/// <summary>Plain shapes that take the place of what real cards bear beside text. None copies the art of a real document.</summary>
internal enum CardArtKind
{
    /// <summary>A contact chip.</summary>
    Chip,

    /// <summary>A round emblem.</summary>
    Emblem,

    /// <summary>A filled band.</summary>
    Band,

    /// <summary>A thin frame.</summary>
    Frame,

    /// <summary>Upright bars of different widths.</summary>
    Bars,

    /// <summary>A square of random cells, like a two-dimensional code. It can't be decoded.</summary>
    Cells,

    /// <summary>A scribble.</summary>
    Signature,

    /// <summary>Bent ridges.</summary>
    Fingerprint,

    /// <summary>A dotted line at the foot of the box, to write on.</summary>
    Rule,
}

/// <summary>A shape.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Box">Its frame.</param>
/// <param name="Colour">Ink; each kind has one of its own.</param>
/// <param name="Strength">Opacity, 0 to 1.</param>
/// <param name="Chance">Share of cards that bear it.</param>
internal sealed record CardArt(CardArtKind Kind, float[] Box, string? Colour = null, float Strength = 1, float Chance = 1);
