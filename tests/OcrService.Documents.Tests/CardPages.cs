using OcrService.Documents.Pages;

namespace OcrService.Documents.Tests;

/// <summary>Pages as recognition would hand them over: a card of a given size and turn on a picture, its texts given by their places on the card.</summary>
internal sealed class CardPages
{
    private const float Aspect = 85.6f / 53.98f;

    public int PictureWidth { get; init; } = 1400;

    public int PictureHeight { get; init; } = 1000;

    /// <summary>Width of the card in pixels.</summary>
    public float Width { get; init; } = 1000;

    /// <summary>Turn in degrees, clockwise.</summary>
    public float Angle { get; init; }

    /// <summary>Width of the card over the one that its height asks for.</summary>
    public float Stretch { get; init; } = 1;

    /// <summary>Height of a line as a fraction of the card's.</summary>
    public float LineHeight { get; init; } = 0.05f;

    public DocumentFrame Frame
    {
        get
        {
            float radians = Angle * MathF.PI / 180;
            PagePoint right = new PagePoint(MathF.Cos(radians), MathF.Sin(radians)) * Width;
            PagePoint down = new PagePoint(-right.Y, right.X) * (1 / (Aspect * Stretch));
            PagePoint origin = new PagePoint(PictureWidth / 2f, PictureHeight / 2f) - ((right + down) * 0.5f);
            return new DocumentFrame(new Quad(origin, origin + right, origin + right + down, origin + down));
        }
    }

    /// <summary>A page with texts: left edge and middle of the height as fractions of the card.</summary>
    public Page Page(params (string Text, float X, float Y)[] texts) => new(PictureWidth, PictureHeight, Angle, [.. texts.Select(t => Line(t.Text, t.X, t.Y))], []);

    private TextLine Line(string text, float x, float y)
    {
        float at = x;
        List<Word> words = [];
        foreach (string word in text.Split(' '))
        {
            float width = word.Sum(c => c > 0x3000 ? 0.034f : 0.017f);
            words.Add(new Word(word, Part(at, y, width), 0.97f));
            at += width + 0.014f;
        }

        return new TextLine(text, Part(x, y, at - x - 0.014f), 0.97f, 0.9f, words);
    }

    private Quad Part(float x, float y, float width) => Frame.ToPixels(x, y - (LineHeight / 2), x + width, y + (LineHeight / 2));
}
