namespace OcrService.Recognition.Inspection;

/// <summary>
/// Photographed from a screen or a print: a regular pattern runs through the whole picture of the card, in the same frequency everywhere.
/// It is looked for in the spectra of many patches at the picture's own resolution; print on the card differs from patch to patch and
/// averages out, the blocks of JPEG are left aside. Catches screens and halftones as long as their pitch is seen by the camera, directly
/// or as moire: not prints by scattered dots (ink jets), nor screens so fine or pictures so small that nothing of the pitch is left.
/// </summary>
internal static class ReproducedCheck
{
    /// <summary>How far a frequency must stand out.</summary>
    private const float Height = 2.5f, Range = 0.6f;

    public static int Score(InspectedCard card) => AlarmScore.Of(Evidence(card.Lattice));

    internal static float Evidence(Lattice lattice) => Math.Clamp((lattice.Height - Height) / Range, -1.5f, 1.5f);
}
