using OcrService.Documents.Pages;
using OcrService.Specimens.Cards;

namespace OcrService.Specimens.Documents;

/// <summary>
/// One side of a document, drawn for an invented holder. Every picture bears a SPECIMEN mark and drawn silhouettes. A new document is a
/// sealed subclass and its templates; nothing else has to know it.
/// </summary>
public abstract class DocumentSpecimen
{
    // Cards are drawn finer than passport pages, as they are photographed from nearer.
    private const float CardPixelsPerMm = 20, PagePixelsPerMm = 12, CardWidthMm = 100;

    private static readonly IReadOnlyDictionary<string, object> Nothing = new Dictionary<string, object>(StringComparer.Ordinal);

    /// <summary>Declares a document.</summary>
    /// <param name="name">Its name; the templates are Templates/{name}.json and Templates/{name}-*.json, one of which is drawn by the seed.</param>
    /// <param name="api">Last part of the route that reads it.</param>
    private protected DocumentSpecimen(string name, string api) => (Name, Api) = (name, api);

    /// <summary>All documents, by name.</summary>
    public static IReadOnlyList<DocumentSpecimen> All { get; } =
    [
        .. typeof(DocumentSpecimen).Assembly.GetTypes()
            .Where(t => t.IsSealed && t.IsSubclassOf(typeof(DocumentSpecimen)))
            .Select(t => (DocumentSpecimen)Activator.CreateInstance(t)!)
            .OrderBy(d => d.Name, StringComparer.Ordinal),
    ];

    public string Name { get; }

    public string Api { get; }

    /// <summary>Members to send beside the picture, so that every field of the truth is asked for.</summary>
    public virtual IReadOnlyDictionary<string, object> Request => Nothing;

    /// <summary>The document of a name.</summary>
    /// <exception cref="ArgumentException">There is none of that name; the message lists the names.</exception>
    public static DocumentSpecimen Named(string name) => All.FirstOrDefault(d => d.Name == name)
        ?? throw new ArgumentException($"There is no document '{name}'; there are: {string.Join(", ", All.Select(d => d.Name))}.", nameof(name));

    /// <summary>Draws the document, flat and clean, filling its picture: a card is 1712 x 1080 pixels, a passport page 1500 x 1056.</summary>
    /// <param name="seed">Decides the holder, the template, the layout's jitter, wordings, fonts, inks and paper.</param>
    public Specimen Render(int seed)
    {
        Dice dice = Throw(seed);
        return Draw(Name, Invent(dice.Branch("holder")), dice);
    }

    /// <summary>Draws a content on one of the templates of a name.</summary>
    internal static Specimen Draw(string name, CardContent content, Dice dice)
    {
        CardTemplate template = CardTemplate.Load(dice.Branch("layout").Pick(CardTemplate.Find(name)));
        PaintedCard card = new CardPainter(template, content.Printed, dice, template.WidthMm < CardWidthMm ? CardPixelsPerMm : PagePixelsPerMm).Paint();
        Quad outline = Quad.FromBox(0, 0, card.Picture.Width, card.Picture.Height);
        return new Specimen(card.Picture, new SpecimenTruth(card.Lines, [template.Mark.Text], content.Fields, content.MrzLines, outline, card.Portrait));
    }

    /// <summary>The dice of a seed, other ones for every document.</summary>
    private protected virtual Dice Throw(int seed) => Dice.Scattered(seed).Branch(Name);

    /// <summary>Makes up a holder and what the document says.</summary>
    internal abstract CardContent Invent(Dice dice);
}
