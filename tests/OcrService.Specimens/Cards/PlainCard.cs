using OcrService.Documents.Pages;
using OcrService.Specimens.People;
using OcrService.Specimens.Texts;
using SkiaSharp;

namespace OcrService.Specimens.Cards;

/// <summary>
/// Draws cards of identity-card size in a layout of no state, another one for each seed: paper, bands, frames, portrait, text, and rows
/// like a machine readable zone. For measuring what does not depend on what a card says.
/// </summary>
public static class PlainCard
{
    private const float WidthMm = 85.6f, HeightMm = 53.98f, CornerMm = 3.18f, PixelsPerMm = 12;

    private static readonly string[] Inks = ["#1A1A1E", "#22222A", "#2A3A5A", "#5A2A22", "#1E4A3A"];

    /// <summary>Draws one card, flat and clean, filling a picture of 1027 x 648 pixels.</summary>
    public static Specimen Render(int seed)
    {
        var dice = new Dice(seed);
        CardTemplate template = Invent(dice.Branch("template"));
        PaintedCard card = new CardPainter(template, new Dictionary<string, string>(StringComparer.Ordinal), dice, PixelsPerMm).Paint();
        Quad outline = Quad.FromBox(0, 0, card.Picture.Width, card.Picture.Height);
        var nothing = new Dictionary<string, string>(StringComparer.Ordinal);
        return new Specimen(card.Picture, new SpecimenTruth(card.Lines, [template.Mark.Text], nothing, [], outline, card.Portrait));
    }

    private static CardTemplate Invent(Dice dice)
    {
        float hue = dice.Between(0f, 360f);
        var paper = new CardPaper(
            Pale(dice, hue), Pale(dice, hue + dice.Between(-60f, 60f)), Hex(SKColor.FromHsv((hue + 40) % 360, dice.Between(15, 45), 68)), dice.Between(0, 44));
        bool left = dice.Chance(0.6), zone = dice.Chance(0.3);
        float width = dice.Between(0.2f, 0.3f), top = dice.Between(0.18f, 0.3f);
        float height = MathF.Min(width * (WidthMm / HeightMm) * dice.Between(1.15f, 1.35f), (zone ? 0.68f : 0.92f) - top);
        float[] photo = [left ? dice.Between(0.035f, 0.07f) : 0.95f - width, top, width, height];
        List<CardPortrait> portraits = [new CardPortrait(photo)];
        if (dice.Chance(0.3)) portraits.Add(new CardPortrait([left ? 0.84f : 0.05f, 0.5f, 0.1f, 0.2f], 0.3f));
        var mark = new CardMark("SPECIMEN", [0.5f, 0.55f], 0.12f, -18, "#C03030", 0.16f);
        var faces = new Dictionary<string, CardFace>(StringComparer.Ordinal)
        {
            ["title"] = new(["Liberation Sans", "Noto Sans CJK SC"], dice.Between(0.055f, 0.075f), [dice.Pick(Inks)], Bold: true),
            ["label"] = new(["Liberation Sans", "Noto Sans CJK SC"], dice.Between(0.036f, 0.046f), [dice.Pick(Inks)]),
            ["value"] = new(["Liberation Sans", "Noto Sans CJK SC"], dice.Between(0.05f, 0.062f), [Inks[0], Inks[1]], dice.Chance(0.3)),
            ["zone"] = new(["OCR B"], 0.075f, [Inks[0]]),
        };
        return new CardTemplate(
            "plain", WidthMm, HeightMm, CornerMm, paper, faces, [.. Texts(dice, left ? photo[0] + width + 0.04f : 0.05f, top, zone)], portraits, mark, Art: Art(dice, hue));
    }

    private static IEnumerable<CardText> Texts(Dice dice, float x, float top, bool zone)
    {
        yield return new CardText(dice.Pick(PageTexts.All.LatinTitles).ToUpperInvariant(), [0.08f, 0.04f, 0.7f, 0.1f], "title");
        float bottom = zone ? 0.68f : 0.92f, pitch = dice.Between(0.11f, 0.15f);
        for (float y = top; y < bottom - pitch; y += pitch)
        {
            Person person = dice.Chance(0.5) ? Crowd.Chinese(dice) : Crowd.Anyone(dice);
            yield return new CardText(dice.Pick(PageTexts.All.Goods).Latin, [x, y, 0.3f, 0.04f], "label");
            string value = dice.Chance(0.3) ? dice.Digits(9) : person.Han.Length > 0 ? $"{person.Han} {person.Surname}" : $"{person.Given} {person.Surname}";
            yield return new CardText(value, [x, y + 0.042f, 0.5f, 0.06f], "value");
        }

        if (!zone) yield break;
        for (int row = 0; row < 3; row++)
        {
            string letters = string.Concat(Enumerable.Range(0, 30).Select(_ => dice.Pick<char>([.. "ABCDEFGHKLMNPRSTUVXYZ0123456789<<<<<<"])));
            yield return new CardText(letters, [0.05f, 0.71f + (row * 0.085f), 0.9f, 0.07f], "zone", CardFit.Fill);
        }
    }

    private static List<CardArt> Art(Dice dice, float hue)
    {
        List<CardArt> art = [];
        if (dice.Chance(0.35)) art.Add(new CardArt(CardArtKind.Band, [0, 0, 1, dice.Between(0.1f, 0.16f)], Hex(SKColor.FromHsv(hue, 50, dice.Between(55, 90))), 0.55f));
        if (dice.Chance(0.25)) art.Add(new CardArt(CardArtKind.Frame, [0.025f, 0.04f, 0.95f, 0.92f], dice.Pick(Inks), 0.6f));
        if (dice.Chance(0.3)) art.Add(new CardArt(CardArtKind.Chip, [0.82f, 0.3f, 0.13f, 0.17f]));
        if (dice.Chance(0.4)) art.Add(new CardArt(CardArtKind.Emblem, [0.86f, 0.04f, 0.08f, 0.12f]));
        if (dice.Chance(0.25)) art.Add(new CardArt(CardArtKind.Signature, [0.6f, 0.55f, 0.25f, 0.12f]));
        return art;
    }

    private static string Pale(Dice dice, float hue) => Hex(SKColor.FromHsv((hue + 360) % 360, dice.Between(4, 22), dice.Between(86, 98)));

    private static string Hex(SKColor colour) => $"#{colour.Red:X2}{colour.Green:X2}{colour.Blue:X2}";
}
