using System.Text.RegularExpressions;
using OcrService.Documents.Pages;
using OcrService.Specimens.Drawing;
using SkiaSharp;

namespace OcrService.Specimens.Cards;

/// <summary>A card that fills its picture.</summary>
/// <param name="Picture">The pixels; owned by the receiver.</param>
/// <param name="Lines">The lines as printed.</param>
/// <param name="Portrait">Place of the main portrait.</param>
internal sealed record PaintedCard(SKBitmap Picture, IReadOnlyList<TruthLine> Lines, Quad? Portrait);

/// <summary>Draws any <see cref="CardTemplate"/> with given values. Knows no card.</summary>
internal sealed partial class CardPainter
{
    private readonly CardTemplate _template;
    private readonly CardJitter _jitter;
    private readonly IReadOnlyDictionary<string, string> _values;
    private readonly Dice _dice;
    private readonly SKSizeI _size;
    private readonly CardLayout _layout;
    private readonly Dictionary<string, TextStyle> _styles;

    /// <summary>Prepares a card; nothing is drawn yet.</summary>
    /// <param name="template">Layout.</param>
    /// <param name="values">Text of every {value} place that the template names.</param>
    /// <param name="dice">Source of the jitter.</param>
    /// <param name="pixelsPerMm">Resolution; 12 is 305 dpi.</param>
    public CardPainter(CardTemplate template, IReadOnlyDictionary<string, string> values, Dice dice, float pixelsPerMm)
    {
        _template = template;
        _jitter = template.Jitter ?? new CardJitter();
        _values = values;
        _dice = dice;
        _size = new SKSizeI((int)MathF.Round(template.WidthMm * pixelsPerMm), (int)MathF.Round(template.HeightMm * pixelsPerMm));
        _layout = new CardLayout(_jitter, _size, dice);
        _styles = template.Faces.ToDictionary(f => f.Key, f => Style(f.Value), StringComparer.Ordinal);
    }

    public PaintedCard Paint()
    {
        var picture = new SKBitmap(new SKImageInfo(_size.Width, _size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(picture);
        canvas.Clear(SKColors.Transparent);
        float corner = _template.Corner * _size.Width / _template.WidthMm;
        using var outline = new SKRoundRect(SKRect.Create(_size), corner);
        canvas.ClipRoundRect(outline, SKClipOperation.Intersect, antialias: true);

        CardGround.Paint(canvas, _template.Paper, _size.Width, _size.Height, _dice.Branch("paper"));
        foreach (CardArt art in _template.Art ?? []) CardShapes.Paint(canvas, art, _layout.Frame(art.Box), _dice.Branch($"art {art.Kind} {art.Box[0]}"));
        SKRect[] portraits = [.. _template.Portraits.Select(p => _layout.Frame(p.Box))];
        foreach ((CardPortrait portrait, SKRect frame) in _template.Portraits.Zip(portraits)) Silhouette.Paint(canvas, frame, portrait, _dice.Branch("portrait"));
        PaintMark(canvas);
        TruthLine[] lines = [.. _template.Texts.SelectMany(t => PaintText(canvas, t))];
        return new PaintedCard(picture, lines, portraits.Length == 0 ? null : Quad.FromBox(portraits[0].Left, portraits[0].Top, portraits[0].Right, portraits[0].Bottom));
    }

    [GeneratedRegex(@"\{(?<name>[a-z_0-9.]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place { get; }

    private List<TruthLine> PaintText(SKCanvas canvas, CardText text)
    {
        // Every text throws, drawn or not, so that one more or less does not move those after it.
        SKRect box = _layout.Frame(text);
        string wording = Wording(text, out bool present);
        if (!present || (text.When is { } needed && Value(needed).Length == 0)) return [];
        string printed = Fill(wording, out string? value);
        if (printed.Length == 0) return [];
        var lines = new List<TruthLine>();
        foreach ((SetLine line, float baseline) in SetText(printed, box, text.Fit, _styles[text.Face], _template.Faces[text.Face].Leading))
        {
            float room = box.Width - line.Width;
            float x = box.Left + (text.Align switch { CardAlign.Centre => room / 2, CardAlign.Right => room, _ => 0 });
            lines.Add(new TruthLine(line.Text, line.Draw(canvas, x, baseline), value));
        }

        return lines;
    }

    /// <summary>The lines of a text with their baselines.</summary>
    private static List<(SetLine Line, float Baseline)> SetText(string text, SKRect box, CardFit fit, TextStyle style, float leading)
    {
        // Capitals are centred on the line, whatever letters the text has, so that neighbours share a baseline.
        float capitals = new SetLine("H", style).Ink.Height;
        if (fit != CardFit.Wrap)
        {
            var line = new SetLine(text, style);
            if (fit == CardFit.Fill || line.Width > box.Width) line = new SetLine(text, style with { Size = style.Size * box.Width / line.Width });
            return [(line, box.MidY + (capitals / 2))];
        }

        while (true)
        {
            TextStyle set = style;
            IReadOnlyList<string> parts = LineBreaks.Split(text, part => new SetLine(part, set).Width <= box.Width);
            float pitch = style.Size * leading;
            if (parts.Count * pitch <= box.Height * 1.02f || parts.Count == 1)
            {
                return [.. parts.Select((p, i) => (Narrowed(p, set, box.Width), box.Top + (pitch * (i + 0.5f)) + (capitals / 2)))];
            }

            style = style with { Size = style.Size * 0.95f };
        }
    }

    /// <summary>A single word can be too long for the box by itself.</summary>
    private static SetLine Narrowed(string text, TextStyle style, float room)
    {
        var line = new SetLine(text, style);
        return line.Width > room ? new SetLine(text, style with { Size = style.Size * room / line.Width }) : line;
    }

    private TextStyle Style(CardFace face)
    {
        Dice dice = _dice.Branch(string.Join(',', face.Families) + face.Size);
        SKColor ink = SKColor.Parse(dice.Pick(face.Colours)).Near(dice, 12);
        float size = face.Size * _size.Height * dice.Between(1 - _jitter.Size, 1 + _jitter.Size);
        // Faces that offer the same families take the same one.
        IReadOnlyList<string> families = _dice.Branch("families " + string.Join(',', face.Families)).Pick<IReadOnlyList<string>>([face.Families, .. face.Alternatives ?? []]);
        return new TextStyle(families, size, ink, face.Bold);
    }

    private string Wording(CardText text, out bool present)
    {
        Dice dice = _dice.Branch("wording " + (text.Choice ?? text.Text));
        float presence = dice.Between(0f, 1f), wording = dice.Between(0f, 1f);
        present = presence < text.Chance;
        string[] all = [text.Text, .. text.Alternatives ?? []];
        return all[Math.Min((int)(wording * all.Length), all.Length - 1)];
    }

    /// <summary>Puts values into their places.</summary>
    /// <param name="wording">Text with places.</param>
    /// <param name="onlyValue">The value's name when the text is one place and nothing else; a label and a value in one line have none.</param>
    private string Fill(string wording, out string? onlyValue)
    {
        MatchCollection places = Place.Matches(wording);
        onlyValue = places.Count == 1 && places[0].Length == wording.Length ? places[0].Groups["name"].Value : null;
        return Place.Replace(wording, m => Value(m.Groups["name"].Value));
    }

    private string Value(string name) => _values.TryGetValue(name, out string? value)
        ? value
        : throw new KeyNotFoundException($"The template '{_template.Name}' asks for the value '{name}', which was not given.");

    private void PaintMark(SKCanvas canvas)
    {
        CardMark mark = _template.Mark;
        SKColor ink = SKColor.Parse(mark.Colour).WithAlpha((byte)(255 * mark.Strength));
        var line = new SetLine(mark.Text, new TextStyle(["Liberation Sans", "Noto Sans CJK SC"], mark.Size * _size.Height, ink, Bold: true));
        canvas.Save();
        canvas.Translate(mark.Centre[0] * _size.Width, mark.Centre[1] * _size.Height);
        canvas.RotateDegrees(mark.Turn + _dice.Branch("mark").Between(-4f, 4f));
        line.Draw(canvas, -line.Width / 2, -line.Ink.MidY);
        canvas.Restore();
    }
}
