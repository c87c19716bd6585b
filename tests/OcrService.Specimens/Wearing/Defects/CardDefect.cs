namespace OcrService.Specimens.Wearing.Defects;

/// <summary>What can be wrong with a card's picture, or with the card, so that it should not be accepted.</summary>
public enum CardDefect
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A part of the card, from 5 to 25 % of its width or height, is not in the picture.</summary>
    CutOff,

    /// <summary>A finger, a pen, a paper slip or a coin lies on the card.</summary>
    Covered,

    /// <summary>Out of focus or moved, so that small print is hard to read.</summary>
    Unsharp,

    /// <summary>A reflection, white in its middle.</summary>
    Reflection,

    /// <summary>Another portrait over the printed one.</summary>
    PastedPortrait,

    /// <summary>The card on a monitor.</summary>
    OnScreen,

    /// <summary>The card printed in halftones.</summary>
    Printed,

    /// <summary>The card copied in black and white.</summary>
    Photocopied,
}
