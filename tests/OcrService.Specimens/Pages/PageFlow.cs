using OcrService.Specimens.Drawing;
using SkiaSharp;

namespace OcrService.Specimens.Pages;

/// <summary>A column that is filled with text from the top down, and remembers every line.</summary>
internal sealed class PageFlow(SKCanvas canvas, List<TruthLine> lines, float left, float top, float width)
{
    public float Left { get; } = left;

    public float Width { get; } = width;

    /// <summary>Where the next block begins.</summary>
    public float Bottom { get; private set; } = top;

    public void Skip(float height) => Bottom += height;

    /// <summary>One line that is made smaller when it does not fit.</summary>
    public void Line(string text, TextStyle style, float indent = 0)
    {
        var line = new SetLine(text, style);
        float room = Width - indent;
        if (line.Width > room) line = new SetLine(text, style with { Size = style.Size * room / line.Width });
        Bottom += style.Size * 1.1f;
        lines.Add(new TruthLine(text, line.Draw(canvas, Left + indent, Bottom)));
        Bottom += style.Size * 0.35f;
    }

    /// <summary>A paragraph, broken into lines at the column's width.</summary>
    public void Paragraph(string text, TextStyle style)
    {
        foreach (string line in LineBreaks.Split(text, part => new SetLine(part, style).Width <= Width)) Line(line, style);
    }

    /// <summary>Texts side by side on one baseline, each beginning at a fraction of the column's width.</summary>
    public void Row(IReadOnlyList<(string Text, float At)> cells, TextStyle style)
    {
        Bottom += style.Size * 1.1f;
        foreach ((string text, float at) in cells) lines.Add(new TruthLine(text, new SetLine(text, style).Draw(canvas, Left + (at * Width), Bottom)));
        Bottom += style.Size * 0.6f;
    }
}
