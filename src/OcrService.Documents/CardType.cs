using OcrService.Documents.Finding;
using OcrService.Documents.Pages;

namespace OcrService.Documents;

/// <summary>
/// Base of the identity cards: finds the side by its landmarks, the card by its edges, and fills the fields. A card says no more than
/// its contract and its sides.
/// </summary>
public abstract class CardType(string name) : DocumentType(name)
{
    /// <summary>Corners found by the card's edges may be so far from where the landmarks have them, in card widths.</summary>
    private const float MaxCornerMove = 0.12f;

    public override bool NeedsMrz => Sides.Any(s => s.AcceptsZone is not null);

    public override Outcome<DocumentResult> Extract(Page page, IPicture picture, DocumentRequest request, DocumentOptions options)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);
        string? asked = request.Of(CardOptions.Side);
        return CardFinder.Find(Sides.Where(s => string.IsNullOrEmpty(asked) || s.WireSide == asked), page, request.Today) is { } found
            ? Fill(found with { Frame = AtEdges(found.Frame, picture) }, page, picture, request, options)
            : DocumentFaults.NotFound;
    }

    private static DocumentFrame AtEdges(DocumentFrame frame, IPicture picture)
    {
        if (picture.FindBorder(frame.Quad) is not { } border)
        {
            return frame;
        }

        float limit = MaxCornerMove * frame.Quad.Width;
        bool near = (border.TopLeft - frame.Quad.TopLeft).Length < limit && (border.TopRight - frame.Quad.TopRight).Length < limit
            && (border.BottomRight - frame.Quad.BottomRight).Length < limit && (border.BottomLeft - frame.Quad.BottomLeft).Length < limit;
        return near ? new DocumentFrame(border) : frame;
    }
}
