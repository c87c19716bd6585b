using SkiaSharp;

namespace OcrService.Specimens.Cards;

/// <summary>Turns the boxes of a template into pixels of one card, with that card's jitter.</summary>
internal sealed class CardLayout
{
    // A text keeps so much distance from the card's edge, whatever the jitter.
    private const float Edge = 0.012f;

    private readonly CardJitter _jitter;
    private readonly Dice _dice;
    private readonly Dice _texts;
    private readonly SKSize _size;
    private readonly SKPoint _shift;
    private readonly SKPoint _stretch;

    public CardLayout(CardJitter jitter, SKSizeI size, Dice dice)
    {
        _jitter = jitter;
        _dice = dice;
        _texts = dice.Branch("place");
        _size = size;
        _shift = new SKPoint(Throw(_texts, jitter.Place) * size.Width, Throw(_texts, jitter.Place) * size.Height);
        Dice stretch = dice.Branch("stretch");
        _stretch = new SKPoint(1 + Throw(stretch, jitter.Stretch), 1 + Throw(stretch, jitter.Stretch));
    }

    /// <summary>A box that moves with the layout as a whole.</summary>
    public SKRect Frame(float[] box)
    {
        SKPoint corner = new(Along(box[0], _stretch.X) * _size.Width, Along(box[1], _stretch.Y) * _size.Height);
        return SKRect.Create(corner + _shift, new SKSize(box[2] * _stretch.X * _size.Width, box[3] * _stretch.Y * _size.Height));
    }

    /// <summary>The box of a text, which also moves with its group and by itself, and stays on the card.</summary>
    public SKRect Frame(CardText text)
    {
        SKRect box = Frame(text.Box);
        box.Offset(Throw(_texts, _jitter.Text) * _size.Width, Throw(_texts, _jitter.Text) * _size.Height);
        Dice group = _dice.Branch("group " + (text.Group ?? text.Text));
        box.Offset(Throw(group, _jitter.Group) * _size.Width, Throw(group, _jitter.Group) * _size.Height);

        box.Offset(Math.Max(0, (Edge * _size.Width) - box.Left), Math.Max(0, (Edge * _size.Height) - box.Top));
        box.Offset(0, Math.Min(0, ((1 - Edge) * _size.Height) - box.Bottom));
        box.Right = Math.Min(box.Right, (1 - Edge) * _size.Width);
        return box;
    }

    private static float Along(float at, float stretch) => 0.5f + ((at - 0.5f) * stretch);

    private static float Throw(Dice dice, float reach) => dice.Between(-reach, reach);
}
