using OcrService.Specimens.People;
using OcrService.Specimens.Wearing;
using SkiaSharp;

namespace OcrService.Specimens.Documents;

/// <summary>What a picture shows that is no document of any endpoint.</summary>
public enum NoDocumentKind
{
    /// <summary>A table with nothing on it.</summary>
    EmptyTable,

    /// <summary>A page of running text.</summary>
    TextPage,

    /// <summary>A plastic card like those of banks and libraries, of houses that do not exist.</summary>
    PlasticCard,
}

/// <summary>Draws pictures that the endpoints of documents must refuse. Their truth has no fields.</summary>
public static class NoDocument
{
    private static readonly string[] Houses =
        ["HARBOUR LANTERN BANK", "MERIDIAN MOON BANK", "NINE KITES CREDIT", "COPPER HERON SAVINGS", "星河储蓄 NEBULA SAVINGS", "青石信用 BLUESTONE CREDIT", "橘子合作社 ORANGE UNION"];

    private static readonly string[] Products = ["EVERYDAY", "TRAVELLER", "GARDEN CLUB", "PLATINUM OAK", "STUDENT", "WEEKEND"];

    private static readonly string[] Libraries = ["云上图书馆", "石桥镇公共图书馆", "南塘少年阅览室", "银杏大学图书馆"];

    /// <summary>Draws one picture, clean.</summary>
    /// <param name="kind">What it shows.</param>
    /// <param name="seed">Decides everything else.</param>
    public static Specimen Render(NoDocumentKind kind, int seed) => kind switch
    {
        NoDocumentKind.EmptyTable => Table(Dice.Scattered(seed)),
        NoDocumentKind.TextPage => Page(seed),
        NoDocumentKind.PlasticCard => DocumentSpecimen.Draw("no-document-card", Card(Dice.Scattered(seed)), Dice.Scattered(seed)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such picture."),
    };

    private static Specimen Table(Dice dice)
    {
        var size = new SKSizeI(dice.Between(900, 1600), dice.Between(700, 1200));
        var picture = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(picture);
        Tabletop.Paint(canvas, size, dice);
        return new Specimen(picture, new SpecimenTruth([], [], new Dictionary<string, string>(StringComparer.Ordinal), [], Document: null));
    }

    /// <summary>The page's contact is no field of a document.</summary>
    private static Specimen Page(int seed)
    {
        Specimen page = TextPage.Render(seed);
        return new Specimen(page.Bitmap, page.Truth with { Fields = new Dictionary<string, string>(StringComparer.Ordinal) });
    }

    private static CardContent Card(Dice dice)
    {
        Person holder = Crowd.Anyone(dice);
        var printed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["house"] = dice.Pick(Houses),
            ["product"] = dice.Pick(Products),
            ["library"] = dice.Pick(Libraries),
            ["holder"] = $"{holder.Given} {holder.Surname}",
            ["reader"] = Crowd.Chinese(dice).Han,
            // No issuer of cards has the number 0000 00.
            ["number"] = $"0000 00{dice.Digits(2)} {dice.Digits(4)} {dice.Digits(4)}",
            ["short_number"] = dice.Digits(8),
            ["since"] = $"{dice.Between(1, 12):00}/{dice.Between(18, 24)}",
            ["until"] = $"{dice.Between(1, 12):00}/{dice.Between(27, 33)}",
        };
        return new CardContent(printed, new Dictionary<string, string>(StringComparer.Ordinal), []);
    }
}
