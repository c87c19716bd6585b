using System.Text.RegularExpressions;
using OcrService.Documents.Pages;
using OcrService.Specimens.Drawing;
using SkiaSharp;

namespace OcrService.Specimens.Cards;

/// <summary>Draws any <see cref="CardTemplate"/> with given values. Knows no card.</summary>
internal sealed partial class CardPainter
{
    private readonly CardTemplate _template;
    private readonly IReadOnlyDictionary<string, string> _values;
    private readonly Dice _dice;
    private readonly Dictionary<string, TextStyle> _styles;
    private readonly int _width;
    private readonly int _height;

    /// <summary>Prepares a card; nothing is drawn yet.</summary>
    /// <param name="template">Layout.</param>
    /// <param name="values">Text of every {value} place that the template names.</param>
    /// <param name="dice">Source of the jitter.</param>
    /// <param name="pixelsPerMm">Resolution; 12 is 305 dpi.</param>
    public CardPainter(CardTemplate template, IReadOnlyDictionary<string, string> values, Dice dice, float pixelsPerMm)
    {
        _template = template;
        _values = values;
        _dice = dice;
        _width = (int)MathF.Round(template.WidthMm * pixelsPerMm);
        _height = (int)MathF.Round(template.HeightMm * pixelsPerMm);
        _styles = template.Faces.ToDictionary(f => f.Key, f => Style(f.Value), StringComparer.Ordinal);
    }

    /// <summary>The card, filling its picture, with the lines as printed.</summary>
    public (SKBitmap Picture, IReadOnlyList<TruthLine> Lines) Paint()
    {
        var picture = new SKBitmap(new SKImageInfo(_width, _height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(picture);
        canvas.Clear(SKColors.Transparent);
        float corner = _template.Corner * _width / _template.WidthMm;
        using var outline = new SKRoundRect(SKRect.Create(_width, _height), corner);
        canvas.ClipRoundRect(outline, SKClipOperation.Intersect, antialias: true);

        CardGround.Paint(canvas, _template.Paper, _width, _height, _dice.Branch("paper"));
        foreach (CardPortrait portrait in _template.Portraits) Silhouette.Paint(canvas, Frame(portrait.Box), portrait.Strength, _dice.Branch("portrait"));
        PaintMark(canvas);

        // The layout shifts as a whole, and each text by a hair of its own.
        Dice place = _dice.Branch("place");
        var shift = new SKPoint(place.Between(-0.006f, 0.006f) * _width, place.Between(-0.006f, 0.006f) * _height);
        var lines = new List<TruthLine>();
        foreach (CardText text in _template.Texts)
        {
            string? printed = Fill(text.Text, out string? value);
            if (printed is null) continue;
            SKRect box = Frame(text.Box);
            box.Offset(shift.X + (place.Between(-0.0015f, 0.0015f) * _width), shift.Y + (place.Between(-0.0015f, 0.0015f) * _height));
            lines.Add(new TruthLine(printed, PaintText(canvas, printed, box, _styles[text.Face], text.Fit), value));
        }

        return (picture, lines);
    }

    [GeneratedRegex(@"\{(?<name>[a-z_0-9]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place { get; }

    private static Quad PaintText(SKCanvas canvas, string text, SKRect box, TextStyle style, CardFit fit)
    {
        var line = new SetLine(text, style);
        if (fit == CardFit.Fill || line.Width > box.Width)
        {
            line = new SetLine(text, style with { Size = style.Size * box.Width / line.Width });
        }

        // Capitals are centred on the box, whatever letters the text has, so that neighbours share a baseline.
        float capitals = new SetLine("H", style).Ink.Height;
        return line.Draw(canvas, box.Left, box.MidY + (capitals / 2));
    }

    private TextStyle Style(CardFace face)
    {
        Dice dice = _dice.Branch(string.Join(',', face.Families) + face.Size);
        SKColor ink = SKColor.Parse(dice.Pick(face.Colours)).Near(dice, 12);
        return new TextStyle(face.Families, face.Size * _height * dice.Between(0.96f, 1.04f), ink, face.Bold);
    }

    private string? Fill(string text, out string? onlyValue)
    {
        MatchCollection places = Place.Matches(text);
        onlyValue = places.Count == 1 && places[0].Length == text.Length ? places[0].Groups["name"].Value : null;
        string printed = Place.Replace(text, m => _values.TryGetValue(m.Groups["name"].Value, out string? v)
            ? v
            : throw new KeyNotFoundException($"The template '{_template.Name}' asks for the value '{m.Groups["name"].Value}', which was not given."));
        return printed.Length == 0 ? null : printed;
    }

    private SKRect Frame(float[] box) => SKRect.Create(box[0] * _width, box[1] * _height, box[2] * _width, box[3] * _height);

    private void PaintMark(SKCanvas canvas)
    {
        CardMark mark = _template.Mark;
        SKColor ink = SKColor.Parse(mark.Colour).WithAlpha((byte)(255 * mark.Strength));
        var line = new SetLine(mark.Text, new TextStyle(["Liberation Sans", "Noto Sans CJK SC"], mark.Size * _height, ink, Bold: true));
        canvas.Save();
        canvas.Translate(mark.Centre[0] * _width, mark.Centre[1] * _height);
        canvas.RotateDegrees(mark.Turn + _dice.Branch("mark").Between(-4f, 4f));
        line.Draw(canvas, -line.Width / 2, -line.Ink.MidY);
        canvas.Restore();
    }
}
