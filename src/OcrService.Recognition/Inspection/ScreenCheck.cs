namespace OcrService.Recognition.Inspection;

/// <summary>
/// Photographed from a screen: the regular pattern of <see cref="ReproducedCheck"/> runs along the sides of the card, as pixels do, and
/// not at the angles of printing inks. Screens whose pixels are set askew (some phones), or beat with the camera's at odd angles, are
/// taken for prints.
/// </summary>
internal static class ScreenCheck
{
    /// <summary>Part of the pattern that must run along the sides.</summary>
    private const float Upright = 0.65f, Range = 0.15f;

    public static int Score(InspectedCard card) =>
        AlarmScore.Of(MathF.Min(ReproducedCheck.Evidence(card.Lattice), (card.Lattice.Upright - Upright) / Range));
}
