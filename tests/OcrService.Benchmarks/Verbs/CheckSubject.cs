using OcrService.Documents.Pages;
using OcrService.Specimens;
using OcrService.Specimens.Cards;
using OcrService.Specimens.Documents;
using OcrService.Specimens.Wearing;
using OcrService.Specimens.Wearing.Defects;

namespace OcrService.Benchmarks.Verbs;

/// <summary>A picture to judge, and what is known of it beforehand.</summary>
/// <param name="Document">What is shown.</param>
/// <param name="Kind">Name of the wear or the defect.</param>
/// <param name="Picture">File and truth.</param>
/// <param name="Rough">The card's place as reading would know it: shifted, stretched, turned and bent by a few per cent.</param>
/// <param name="Region">The portrait's place as a declaration would know it: off by a few per cent of the card.</param>
internal sealed record CheckSubject(string Document, string Kind, WornSpecimen Picture, Quad Rough, Quad? Region)
{
    /// <summary>Wear that is no reason for an alarm.</summary>
    public static readonly IReadOnlyList<WearKind> Ordinary =
    [
        WearKind.Clean, WearKind.Photo, WearKind.Turned, WearKind.Slanted, WearKind.Noisy, WearKind.Compressed, WearKind.Dim, WearKind.Small,
    ];

    /// <summary>Wear that may be a reason for an alarm, as it is drawn for measuring how well is read: milder than the defects.</summary>
    public static readonly IReadOnlyList<WearKind> Mild = [WearKind.Blurred, WearKind.Glare, WearKind.Grey];

    public static readonly IReadOnlyList<CardDefect> Defects = [.. Enum.GetValues<CardDefect>().Where(d => d != CardDefect.None)];

    /// <summary>Every kind of picture of every document for one seed.</summary>
    /// <param name="seed">Decides everything.</param>
    /// <param name="document">How the names of the documents begin; empty for all.</param>
    public static IEnumerable<CheckSubject> Of(int seed, string document = "")
    {
        foreach ((string name, Func<int, Specimen> render) in Documents().Where(d => d.Name.StartsWith(document, StringComparison.Ordinal)))
        {
            using Specimen specimen = render(seed);
            // A side without a portrait has none to be replaced; its other checks are those of any side.
            if (specimen.Truth.Portrait is null) continue;
            foreach (WearKind wear in (WearKind[])[.. Ordinary, .. Mild]) yield return Of(name, wear.ToString(), Wear.Apply(specimen, wear, seed), seed);
            foreach (CardDefect defect in Defects) yield return Of(name, defect.ToString(), DefectiveCard.Photograph(specimen, defect, seed), seed);
        }
    }

    private static IEnumerable<(string Name, Func<int, Specimen> Render)> Documents() =>
        [("plain", PlainCard.Render), .. DocumentSpecimen.All.Select(d => (d.Name, (Func<int, Specimen>)d.Render))];

    private static CheckSubject Of(string document, string kind, WornSpecimen picture, int seed)
    {
        var random = new Random(kind.Aggregate(seed, (hash, letter) => unchecked((hash * 31) + letter)));
        float Throw(float reach) => reach * ((2 * random.NextSingle()) - 1);
        Quad card = picture.Truth.Document!.Value;
        Quad rough = Moved(card, card, Throw, 0.01f, 0.015f, 0.8f, 0.008f);
        Quad? region = picture.Truth.Portrait is { } portrait ? Moved(portrait, card, Throw, 0.008f, 0.05f, 0.5f, 0) : null;
        return new CheckSubject(document, kind, picture, rough, region);
    }

    /// <summary>A quad shifted by up to a fraction of the card's width, stretched by up to a fraction of itself, turned by up to some degrees, each corner moved by itself.</summary>
    private static Quad Moved(Quad quad, Quad card, Func<float, float> dice, float shift, float stretch, float turn, float corner)
    {
        float unit = card.Width;
        var to = new PagePoint(dice(shift) * unit, dice(shift) * unit);
        float across = 1 + dice(stretch), down = 1 + dice(stretch);
        (float sin, float cos) = MathF.SinCos(dice(turn) * MathF.PI / 180);
        PagePoint centre = quad.Center;
        PagePoint Move(float u, float v)
        {
            PagePoint p = quad.At(0.5f + ((u - 0.5f) * across), 0.5f + ((v - 0.5f) * down)) - centre;
            return centre + new PagePoint((cos * p.X) - (sin * p.Y), (sin * p.X) + (cos * p.Y)) + to + new PagePoint(dice(corner) * unit, dice(corner) * unit);
        }

        return new Quad(Move(0, 0), Move(1, 0), Move(1, 1), Move(0, 1));
    }
}
