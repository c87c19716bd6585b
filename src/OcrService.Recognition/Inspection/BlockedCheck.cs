namespace OcrService.Recognition.Inspection;

/// <summary>
/// Something that lies on the card: a larger area of another colour than the ground's that is no part of the print, and doesn't fade as
/// light and shadow do. Print ends at the border of the card and stands upright in it; what goes on beyond the border, and what lies askew
/// or is round without touching the border, does not belong there. Catches fingers, pens, coins, slips of paper; not what is of the ground's own colour, nor what lies
/// upright within the card, nor what is on the portrait alone. A large round print may be taken for a coin.
/// </summary>
internal static class BlockedCheck
{
    /// <summary>Part of the card that a thing inside covers.</summary>
    private const float Part = 0.02f;

    /// <summary>An area that fills so much of the box around it is a printed panel.</summary>
    private const float Panel = 0.87f, PanelRange = 0.06f;

    /// <summary>What fades into the ground more gently than this is a shadow.</summary>
    private const float Sharp = 0.5f;

    /// <summary>Cells along the border over which a thing crosses it, and their least part of those along which it lies.</summary>
    private const float Crossing = 5, CrossingPart = 0.25f;

    public static int Score(InspectedCard card) => AlarmScore.Of(Evidence(card));

    internal static float Evidence(InspectedCard card)
    {
        float evidence = -1.5f;
        foreach (ForeignArea area in card.ForeignAreas)
        {
            if (area.IsReflection)
                continue;
            float inside = area.Touching > 0 || area.Sharpness < Sharp
                ? -1.5f
                : MathF.Min((Panel - area.Fill) / PanelRange, 1.5f * MathF.Log(area.Part / Part));
            float across = area.Crossing < CrossingPart * area.Touching ? -1.5f : 1.5f * MathF.Log(MathF.Max(area.Crossing, 0.1f) / Crossing);
            evidence = MathF.Max(evidence, MathF.Max(inside, across));
        }

        return MathF.Min(evidence, 1.5f);
    }
}
