using OcrService.Documents.Fields;
using OcrService.Documents.Finding;
using OcrService.Documents.Mrz;
using OcrService.Documents.Pages;
using OcrService.Documents.Values;

namespace OcrService.Documents;

/// <summary>
/// Base of the identity cards: finds the side by its landmarks, the card by its edges, and fills the fields. A card says no more than
/// its contract and its sides.
/// </summary>
public abstract class CardType(string name) : DocumentType(name)
{
    /// <summary>Corners found by the card's edges may be so far from where the landmarks have them, in card widths.</summary>
    private const float MaxCornerMove = 0.12f;

    /// <summary>The same for a side whose text has no fixed places.</summary>
    private const float MaxFreeMove = 0.25f;

    /// <summary>Pictures may be stretched by a tenth (contract); perspective adds a little. Log of the ratio.</summary>
    private const float MaxDistortion = 0.14f;

    public override bool NeedsMrz => Sides.Any(s => s.AcceptsZone is not null);

    public override Outcome<DocumentResult> Extract(Page page, IPicture picture, DocumentRequest request, DocumentOptions options)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);
        string? asked = request.Of(CardOptions.Side);
        return CardFinder.Find(Sides.Where(s => string.IsNullOrEmpty(asked) || s.WireSide == asked), page, request.Today) is { } found
            ? Fill(found with { Frame = AtEdges(found, page, picture) }, page, picture, request, options)
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

    /// <summary>The birth date of the machine readable zone as permits print it, YYYY.MM.DD.</summary>
    protected static (string Value, MrzField Origin)? BirthDate(MrzDocument zone, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return zone.BirthDate(today) is { } date ? (PermitDate.Format(date), zone.Fields[MrzFieldName.BirthDate]) : null;
    }

    /// <summary>Whether a name is printed as surname and given name with a comma between.</summary>
    protected static bool HasComma(string name) => name.Contains(',', StringComparison.Ordinal);

    /// <summary>Whether two texts are the same but for spaces, signs and letter case.</summary>
    protected static bool SameLetters(string a, string b)
    {
        return string.Equals(Letters(a), Letters(b), StringComparison.OrdinalIgnoreCase);

        static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
    }

    /// <summary>
    /// The frame moved to the card's edges, or to the picture's own where it was cut along them: whichever has the card's shape; else as
    /// it was.
    /// </summary>
    private static DocumentFrame AtEdges(FoundCard card, Page page, IPicture picture)
    {
        Quad rough = card.Frame.Quad;
        PagePoint[] corners = [new(0, 0), new(page.Width, 0), new(page.Width, page.Height), new(0, page.Height)];
        int first = Enumerable.Range(0, 4).MinBy(i => (corners[i] - rough.TopLeft).Length);
        Quad whole = new(corners[first], corners[(first + 1) % 4], corners[(first + 2) % 4], corners[(first + 3) % 4]);
        return new[] { picture.FindBorder(rough, card.Side.IsFreeForm), whole }.OfType<Quad>()
            .Where(q => IsNear(q, rough, card.Side.IsFreeForm ? MaxFreeMove : MaxCornerMove) && Distortion(q, card.Side.Aspect) < MaxDistortion)
            .OrderBy(q => Distortion(q, card.Side.Aspect))
            .Select(q => new DocumentFrame(q))
            .FirstOrDefault(card.Frame);
    }

    private static bool IsNear(Quad a, Quad b, float limit)
    {
        limit *= b.Width;
        return (a.TopLeft - b.TopLeft).Length < limit && (a.TopRight - b.TopRight).Length < limit
            && (a.BottomRight - b.BottomRight).Length < limit && (a.BottomLeft - b.BottomLeft).Length < limit;
    }

    private static float Distortion(Quad quad, float aspect) => MathF.Abs(MathF.Log(quad.Width / MathF.Max(1, quad.Height) / aspect));
}
