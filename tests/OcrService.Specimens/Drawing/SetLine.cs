using System.Globalization;
using System.Text;
using OcrService.Documents.Pages;
using SkiaSharp;

namespace OcrService.Specimens.Drawing;

/// <summary>One line of text, split into runs of one font each and measured. Positions are relative to the start of its baseline.</summary>
internal sealed class SetLine
{
    private readonly List<Run> _runs = [];
    private readonly TextStyle _style;

    public SetLine(string text, TextStyle style)
    {
        Text = text;
        _style = style;
        foreach ((ShapedFace face, string part) in Split(text, style))
        {
            using SKFont font = Font(face);
            (float width, SKRect ink) = face.Measure(part, font);
            _runs.Add(new Run(face, part, Width));
            Ink = _runs.Count == 1 ? ink : SKRect.Union(Ink, SKRect.Create(ink.Left + Width, ink.Top, ink.Width, ink.Height));
            Width += width;
        }
    }

    public string Text { get; }

    /// <summary>Advance width in pixels.</summary>
    public float Width { get; private set; }

    /// <summary>The smallest box around the ink.</summary>
    public SKRect Ink { get; private set; }

    /// <summary>Draws the line with the baseline beginning at a point and tells where its ink stands.</summary>
    public Quad Draw(SKCanvas canvas, float x, float baseline)
    {
        using var paint = new SKPaint { Color = _style.Colour, IsAntialias = true };
        foreach (Run run in _runs)
        {
            using SKFont font = Font(run.Face);
            run.Face.Draw(canvas, run.Text, x + run.Start, baseline, font, paint);
        }

        return Quad.FromBox(x + Ink.Left, baseline + Ink.Top, x + Ink.Right, baseline + Ink.Bottom);
    }

    private static List<(ShapedFace Face, string Text)> Split(string text, TextStyle style)
    {
        ShapedFace[] faces = [.. style.Families.Select(f => SpecimenFonts.Face(f, style.Bold))];
        var runs = new List<(ShapedFace, string)>();
        var part = new StringBuilder();
        ShapedFace? current = null;
        foreach (Rune rune in text.EnumerateRunes())
        {
            // What has no ink stays in the run it stands in; a letter that no font has would draw an empty box, so it is an error.
            ShapedFace face = (rune.Value == ' ' || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format) && current is not null
                ? current
                : Array.Find(faces, f => f.Typeface.GetGlyph(rune.Value) != 0)
                    ?? throw new ArgumentException($"No font of {string.Join(", ", style.Families)} has U+{rune.Value:X4}.", nameof(text));
            if (face != current && current is not null)
            {
                runs.Add((current, part.ToString()));
                part.Clear();
            }

            current = face;
            part.Append(rune.ToString());
        }

        if (current is not null) runs.Add((current, part.ToString()));
        return runs;
    }

    private SKFont Font(ShapedFace face) =>
        new(face.Typeface, _style.Size) { Edging = SKFontEdging.Antialias, Subpixel = true, Hinting = SKFontHinting.None };

    private readonly record struct Run(ShapedFace Face, string Text, float Start);
}
