namespace OcrService.Documents.Pages;

/// <summary>
/// What the pixels say against a card: scores from 0 to 99, an alarm above <see cref="AlarmAbove"/>, surer the nearer they are to either
/// end. A check that was not asked for, or that cannot be made, stays 0.
/// </summary>
/// <param name="Copy">A black-and-white copy.</param>
/// <param name="Screen">Photographed from a screen.</param>
/// <param name="BorderIncomplete">A border or corner is not in the picture, or hidden.</param>
/// <param name="Blocked">Something lies on the card.</param>
/// <param name="Blur">Out of focus, or moved.</param>
/// <param name="Glare">A reflection swallows what is printed.</param>
/// <param name="Tampered">The portrait was replaced.</param>
/// <param name="Reproduced">Photographed from a screen or from a print.</param>
public sealed record CardInspection(
    int Copy = 0, int Screen = 0, int BorderIncomplete = 0, int Blocked = 0, int Blur = 0, int Glare = 0, int Tampered = 0, int Reproduced = 0)
{
    /// <summary>The highest score that is no alarm.</summary>
    public const int AlarmAbove = 50;

    /// <summary>No alarm at all.</summary>
    public static readonly CardInspection Clear = new();
}
