namespace OcrService.Documents.Pages;

/// <summary>What to look for on a card's picture; each costs time and is done only when asked for.</summary>
[Flags]
public enum CardChecks
{
    None = 0,

    /// <summary>A black-and-white copy.</summary>
    Copy = 1,

    /// <summary>A picture of a screen that shows the card.</summary>
    Screen = 1 << 1,

    /// <summary>A border or corner of the card that is not in the picture, or hidden.</summary>
    BorderIncomplete = 1 << 2,

    /// <summary>Something that lies on the card.</summary>
    Blocked = 1 << 3,

    /// <summary>Out of focus, or moved.</summary>
    Blur = 1 << 4,

    /// <summary>A reflection that swallows what is printed.</summary>
    Glare = 1 << 5,

    /// <summary>A portrait that is not the one the card was made with.</summary>
    Tampered = 1 << 6,

    /// <summary>A picture of a screen or of a print that shows the card.</summary>
    Reproduced = 1 << 7,

    All = Copy | Screen | BorderIncomplete | Blocked | Blur | Glare | Tampered | Reproduced,
}
