using OcrService.Documents.Pages;

namespace OcrService.Recognition.Inspection;

/// <summary>
/// Border incomplete: a corner or a side of the card lies outside of the picture, or something that lies over the border hides a longer
/// part of it. How far outside is known from the card's other sides and its shape, so that a loss of less than two or three per cent of
/// the card can't be told from an error of its place.
/// </summary>
internal static class BorderCheck
{
    /// <summary>Distance from the picture to the farthest corner, as a fraction of the card's width.</summary>
    private const float Outside = 0.022f;

    /// <summary>Cells of the border that are hidden.</summary>
    private const float Hidden = 10;

    public static int Score(InspectedCard card)
    {
        float outside = MathF.Log(MathF.Max(Farthest(card), 1e-4f) / Outside);
        float hidden = MathF.Log(MathF.Max(card.ForeignAreas.Sum(a => a.IsReflection ? 0 : a.Crossing), 0.1f) / Hidden);
        return AlarmScore.Of(Math.Clamp(MathF.Max(2 * outside, hidden), -1.5f, 1.5f));
    }

    internal static float Farthest(InspectedCard card)
    {
        Quad q = card.Card;
        float farthest = 0;
        foreach (PagePoint p in (ReadOnlySpan<PagePoint>)[q.TopLeft, q.TopRight, q.BottomRight, q.BottomLeft])
        {
            float across = MathF.Max(-p.X, p.X - card.Image.Width), down = MathF.Max(-p.Y, p.Y - card.Image.Height);
            farthest = MathF.Max(farthest, MathF.Max(across, down));
        }

        return farthest / MathF.Max(q.Width, q.Height);
    }
}
