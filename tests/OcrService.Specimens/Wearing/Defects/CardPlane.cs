using OcrService.Documents.Pages;
using SkiaSharp;

namespace OcrService.Specimens.Wearing.Defects;

/// <summary>The plane in which a card lies, seen in a picture: its own coordinates are widths of the card, from its top left corner.</summary>
internal sealed class CardPlane
{
    private readonly SKMatrix _toPlane;

    public CardPlane(Quad card, float aspect)
    {
        SKMatrix toPicture = SKMatrix.Concat(
            Wear.UnitSquareTo([Point(card.TopLeft), Point(card.TopRight), Point(card.BottomRight), Point(card.BottomLeft)]), SKMatrix.CreateScale(1, aspect));
        if (!toPicture.TryInvert(out _toPlane)) throw new ArgumentException("The card is seen edge on.", nameof(card));
    }

    /// <summary>Plane coordinates of a picture position.</summary>
    public SKPoint At(float x, float y) => _toPlane.MapPoint(x, y);

    private static SKPoint Point(PagePoint p) => new(p.X, p.Y);
}
