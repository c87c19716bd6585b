using OcrService.Documents.Fields;
using OcrService.Documents.Finding;
using OcrService.Documents.Mrz;
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

    /// <summary>A printed field: the region of its value as fractions of the upright card, the script it is printed in, and its parser.</summary>
    protected static FieldDefinition Field(string key, float x, float y, float width, float height, FieldScript script, FieldParser parser) =>
        new(key) { Region = new Region(x, y, width, height), Script = script, Parser = parser };

    /// <summary>A line of the machine readable zone, from 0, as the zone has it.</summary>
    protected static MrzSource ZoneLine(int line) => (zone, _) =>
        line < zone.Lines.Count && zone.Fields.Values.Where(f => f.Line == line).MinBy(f => f.Confidence) is { } weakest ? (zone.Lines[line], weakest) : null;

    /// <summary>A field of the machine readable zone, as the zone has it.</summary>
    protected static MrzSource ZoneField(MrzFieldName name) => (zone, _) => zone.Fields.TryGetValue(name, out MrzField? field) ? (field.Value, field) : null;

    /// <summary>Whether two texts are the same but for spaces, signs and letter case.</summary>
    protected static bool SameLetters(string a, string b)
    {
        return string.Equals(Letters(a), Letters(b), StringComparison.OrdinalIgnoreCase);

        static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
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
