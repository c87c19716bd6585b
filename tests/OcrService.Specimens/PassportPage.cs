using OcrService.Documents.Pages;
using OcrService.Specimens.Cards;
using OcrService.Specimens.People;
using SkiaSharp;

namespace OcrService.Specimens;

/// <summary>Which passport to draw.</summary>
public enum PassportKind
{
    /// <summary>A TD3 page of the fictional state UTO or of a real state, in a layout of no state. Truth fields: the seven of the zone.</summary>
    General,

    /// <summary>The data page of the Chinese electronic passport. Truth fields: all thirteen of the contract, and the local ones.</summary>
    Chinese,
}

/// <summary>Draws passport data pages of invented people. Every page bears a SPECIMEN mark and a drawn silhouette.</summary>
public static class PassportPage
{
    private const float PixelsPerMm = 12;

    /// <summary>Draws one page, flat and clean, filling a picture of 1500 x 1056 pixels.</summary>
    /// <param name="seed">Decides the holder, the layout's jitter, inks and paper.</param>
    /// <param name="kind">Which passport.</param>
    public static Specimen Render(int seed, PassportKind kind)
    {
        var dice = new Dice(seed);
        PassportContent content = kind == PassportKind.Chinese ? ChinesePassport.Invent(dice.Branch("holder")) : GeneralPassport.Invent(dice.Branch("holder"));
        string layout = dice.Branch("layout").Pick(CardTemplate.Find(kind == PassportKind.Chinese ? "passport-chn" : "passport-general"));
        CardTemplate template = CardTemplate.Load(layout);
        (SKBitmap picture, IReadOnlyList<TruthLine> lines) = new CardPainter(template, content.Printed, dice, PixelsPerMm).Paint();
        var truth = new SpecimenTruth(
            lines, [template.Mark.Text], content.Fields, content.LocalFields, content.MrzLines, Quad.FromBox(0, 0, picture.Width, picture.Height));
        return new Specimen(picture, truth);
    }
}
