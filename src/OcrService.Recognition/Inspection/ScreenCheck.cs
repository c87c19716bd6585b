namespace OcrService.Recognition.Inspection;

/// <summary>
/// Photographed from a screen: the regular pattern of <see cref="ReproducedCheck"/> runs across and down the card, as pixels do, and not
/// at the angles of printing inks. Screens whose pixels are set askew (some phones), or that are turned against the card they show, are
/// taken for prints; prints whose dots stand in upright rows for screens.
/// </summary>
internal static class ScreenCheck
{
    /// <summary>How much higher the upright frequencies must be than those askew.</summary>
    private const float Square = 0.2f, Range = 0.6f;

    public static int Score(InspectedCard card) =>
        AlarmScore.Of(MathF.Min(ReproducedCheck.Evidence(card.Lattice), (card.Lattice.Square - Square) / Range));
}
