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
/// <param name="Portraits">Places of drawn silhouettes.</param>
/// <param name="Mark">The overprint that shows the card to be a specimen. Every template has one.</param>
internal sealed record CardTemplate(
    string Name,
    float WidthMm,
    float HeightMm,
    float Corner,
    CardPaper Paper,
    IReadOnlyDictionary<string, CardFace> Faces,
    IReadOnlyList<CardText> Texts,
    IReadOnlyList<CardPortrait> Portraits,
    CardMark Mark)
{
    public static CardTemplate Load(string name) => Resources.Read<CardTemplate>($"Templates/{name}.json");

    /// <summary>Names of the templates that begin so.</summary>
    public static IReadOnlyList<string> Find(string prefix) =>
        [.. Resources.Names($"Templates/{prefix}").Select(n => Path.GetFileNameWithoutExtension(n))];
}

/// <summary>The ground: a gradient from top to bottom with fine waves.</summary>
/// <param name="Top">Colour at the top.</param>
/// <param name="Bottom">Colour at the bottom.</param>
/// <param name="Wave">Colour of the waves.</param>
/// <param name="Waves">Number of waves; 0 leaves the ground plain.</param>
internal sealed record CardPaper(string Top, string Bottom, string Wave, int Waves);

/// <summary>A text style.</summary>
/// <param name="Families">Font families in order of preference.</param>
/// <param name="Size">Em size as a fraction of the card's height.</param>
/// <param name="Colours">Inks, one of which is taken per card.</param>
/// <param name="Bold">Bold cut.</param>
internal sealed record CardFace(IReadOnlyList<string> Families, float Size, IReadOnlyList<string> Colours, bool Bold = false);

/// <summary>How a text that has another width than its box is treated.</summary>
internal enum CardFit
{
    /// <summary>Made smaller when it is too wide.</summary>
    Shrink,

    /// <summary>Made exactly as wide as the box, for lines with a fixed pitch.</summary>
    Fill,
}

/// <summary>One run of text.</summary>
/// <param name="Text">Literal text with {value} places. A text whose only value is empty is not drawn.</param>
/// <param name="Box">Where it stands: left edge, vertical centre and room to the right.</param>
/// <param name="Face">Name of the style.</param>
/// <param name="Fit">What happens when the text does not fit.</param>
internal sealed record CardText(string Text, float[] Box, string Face, CardFit Fit = CardFit.Shrink);

/// <summary>A drawn silhouette.</summary>
/// <param name="Box">Its frame.</param>
/// <param name="Strength">Opacity, 0 to 1; ghost pictures are faint.</param>
internal sealed record CardPortrait(float[] Box, float Strength = 1);

/// <summary>The overprint.</summary>
/// <param name="Text">SPECIMEN or the like.</param>
/// <param name="Centre">[x, y] of its middle.</param>
/// <param name="Size">Em size as a fraction of the card's height.</param>
/// <param name="Turn">Degrees, clockwise positive.</param>
/// <param name="Colour">Ink.</param>
/// <param name="Strength">Opacity, 0 to 1.</param>
internal sealed record CardMark(string Text, float[] Centre, float Size, float Turn, string Colour, float Strength);
