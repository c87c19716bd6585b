namespace OcrService.Specimens.Cards;

/// <summary>
/// How one side of a card or one page looks, as data. Boxes are [x, y, width, height] as fractions of the upright card; sizes are
/// fractions of its height; colours are #RRGGBB.
/// </summary>
/// <param name="Name">Equal to the file name without extension.</param>
/// <param name="WidthMm">Printed width in millimetres.</param>
/// <param name="HeightMm">Printed height in millimetres.</param>
/// <param name="Corner">Corner radius in millimetres.</param>
/// <param name="Paper">The ground.</param>
/// <param name="Faces">Text styles by name.</param>
/// <param name="Texts">Labels and values in reading order.</param>
/// <param name="Portraits">Places of drawn silhouettes, the main one first.</param>
/// <param name="Mark">The overprint that shows the card to be a specimen. Every template has one.</param>
/// <param name="Jitter">How far one card differs from the next; by default little, as for measured layouts.</param>
/// <param name="Art">What stands on the card beside text and portraits, in drawing order.</param>
internal sealed record CardTemplate(
    string Name,
    float WidthMm,
    float HeightMm,
    float Corner,
    CardPaper Paper,
    IReadOnlyDictionary<string, CardFace> Faces,
    IReadOnlyList<CardText> Texts,
    IReadOnlyList<CardPortrait> Portraits,
    CardMark Mark,
    CardJitter? Jitter = null,
    IReadOnlyList<CardArt>? Art = null)
{
    public static CardTemplate Load(string name) => Resources.Read<CardTemplate>($"Templates/{name}.json");

    /// <summary>Names of a document's templates: its own name, and those that go on with a hyphen.</summary>
    public static IReadOnlyList<string> Find(string document)
    {
        string[] found =
        [
            .. Resources.Names($"Templates/{document}").Select(n => Path.GetFileNameWithoutExtension(n))
                .Where(n => n == document || n.StartsWith(document + "-", StringComparison.Ordinal)),
        ];
        return found.Length > 0 ? found : throw new ArgumentException($"There is no template for '{document}'.", nameof(document));
    }
}

/// <summary>The ground: a gradient from top to bottom with fine waves.</summary>
/// <param name="Top">Colour at the top.</param>
/// <param name="Bottom">Colour at the bottom.</param>
/// <param name="Wave">Colour of the waves.</param>
/// <param name="Waves">Number of waves; 0 leaves the ground plain.</param>
internal sealed record CardPaper(string Top, string Bottom, string Wave, int Waves);

/// <summary>A text style.</summary>
/// <param name="Families">Font families in order of preference; one of them must have Latin capitals, which align the lines.</param>
/// <param name="Size">Em size as a fraction of the card's height.</param>
/// <param name="Colours">Inks, one of which is taken per card.</param>
/// <param name="Bold">Bold cut.</param>
/// <param name="Alternatives">Other lists of families; each card takes one of all.</param>
/// <param name="Leading">Distance between the lines of a wrapped text, in ems.</param>
internal sealed record CardFace(
    IReadOnlyList<string> Families,
    float Size,
    IReadOnlyList<string> Colours,
    bool Bold = false,
    IReadOnlyList<IReadOnlyList<string>>? Alternatives = null,
    float Leading = 1.35f);

/// <summary>How a text that has another width than its box is treated.</summary>
internal enum CardFit
{
    /// <summary>Made smaller when it is too wide.</summary>
    Shrink,

    /// <summary>Made exactly as wide as the box, for lines with a fixed pitch.</summary>
    Fill,

    /// <summary>
    /// Broken at spaces and between Han characters into lines from the top of the box down; made smaller when the box cannot hold them.
    /// Line feeds in the text break it too. Every line is a truth line of its own.
    /// </summary>
    Wrap,
}

/// <summary>Where a line stands in its box.</summary>
internal enum CardAlign
{
    Left,
    Centre,
    Right,
}

/// <summary>One run of text.</summary>
/// <param name="Text">Literal text with {value} places. A text that comes out empty is not drawn.</param>
/// <param name="Box">Its place: the line is centred vertically, and stands at the left edge unless aligned otherwise.</param>
/// <param name="Face">Name of the style.</param>
/// <param name="Fit">What happens when the text does not fit.</param>
/// <param name="Align">Where it stands in the box.</param>
/// <param name="Alternatives">Other wordings, also with {value} places; each card takes one of all.</param>
/// <param name="Chance">Share of cards that bear the text.</param>
/// <param name="Choice">Texts of one choice share the throw that picks the wording and decides on their presence, so that a print run is consistent.</param>
/// <param name="Group">Texts of one group, as a label and its value, shift together.</param>
/// <param name="When">Name of a value; the text is drawn only when that is not empty.</param>
internal sealed record CardText(
    string Text,
    float[] Box,
    string Face,
    CardFit Fit = CardFit.Shrink,
    CardAlign Align = CardAlign.Left,
    IReadOnlyList<string>? Alternatives = null,
    float Chance = 1,
    string? Choice = null,
    string? Group = null,
    string? When = null);

/// <summary>A drawn silhouette.</summary>
/// <param name="Box">Its frame.</param>
/// <param name="Strength">Opacity, 0 to 1; ghost pictures are faint.</param>
/// <param name="Grey">Black and white.</param>
internal sealed record CardPortrait(float[] Box, float Strength = 1, bool Grey = false);

/// <summary>
/// How far the layout of one card may differ from the next, as fractions of the card. Boxes that are estimates deserve a wide one, so
/// that nothing can be tuned to a single picture.
/// </summary>
/// <param name="Place">Largest shift of everything.</param>
/// <param name="Stretch">Largest stretch of everything from the card's middle, by axis.</param>
/// <param name="Group">Largest shift of a group of texts, or of a text without group, against the rest.</param>
/// <param name="Text">Largest shift of each text by itself.</param>
/// <param name="Size">Largest change of the sizes of letters, as a fraction of the size.</param>
internal sealed record CardJitter(float Place = 0.006f, float Stretch = 0, float Group = 0, float Text = 0.0015f, float Size = 0.04f);

/// <summary>The overprint.</summary>
/// <param name="Text">SPECIMEN or the like.</param>
/// <param name="Centre">[x, y] of its middle.</param>
/// <param name="Size">Em size as a fraction of the card's height.</param>
/// <param name="Turn">Degrees, clockwise positive.</param>
/// <param name="Colour">Ink.</param>
/// <param name="Strength">Opacity, 0 to 1.</param>
internal sealed record CardMark(string Text, float[] Centre, float Size, float Turn, string Colour, float Strength);
