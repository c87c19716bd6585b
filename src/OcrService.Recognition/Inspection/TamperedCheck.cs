using OcrService.Documents.Pages;

namespace OcrService.Recognition.Inspection;

/// <summary>
/// A replaced portrait. A card is printed in one go: the portrait stands upright in it, its edge throws no shadow and has no rim of paper,
/// and the camera's noise is the same inside and around it. A photo that was glued on or put in on a computer breaks one or another of
/// these. Does not catch a portrait that was put in with care: upright, and with the noise of its new surroundings.
/// </summary>
internal static class TamperedCheck
{
    /// <summary>Turn of the portrait against the card, in degrees.</summary>
    private const float Turn = 0.28f;

    /// <summary>How much darker a shadow is, or lighter a rim of paper, in levels.</summary>
    private const float Shadow = 12, Rim = 5;

    /// <summary>Noise inside against noise around.</summary>
    private const float Noise = 1.3f;

    public static int Score(InspectedCard card) => AlarmScore.Of(Evidence(card));

    internal static float Evidence(InspectedCard card)
    {
        if (card.Portrait is not { } portrait)
            return -1.5f;
        FoundFrame? frame = PortraitFinder.FindFrame(card.Image, portrait);
        Quad inView = card.View.ToView(frame?.Quad ?? portrait);
        float evidence = 3 * MathF.Log(PortraitNoise.Ratio(card.View, inView.Bounds) / Noise);
        if (frame is not null)
        {
            PortraitEdge edge = PortraitEdge.Of(card.View, inView, frame.Sides);
            evidence = MathF.Max(evidence, 2 * MathF.Log(MathF.Abs(edge.Turn) / Turn));
            evidence = MathF.Max(evidence, 2 * MathF.Log(MathF.Max(edge.Shadow, 0.1f) / Shadow));
            evidence = MathF.Max(evidence, 2 * MathF.Log(MathF.Max(edge.Rim, 0.1f) / Rim));
        }

        return Math.Clamp(evidence, -1.5f, 1.5f);
    }
}
