using OcrService.Documents.Pages;
using OcrService.Specimens.Drawing;
using SkiaSharp;

namespace OcrService.Specimens.Wearing.Defects;

/// <summary>Things that people leave on a card: the fingers that hold it, a pen, a slip of paper, a coin. Each with its shadow.</summary>
internal static class CoveringThing
{
    private static readonly SKColor[] Skins = [new(226, 180, 150), new(198, 146, 112), new(140, 98, 72), new(236, 200, 176)];
    private static readonly SKColor[] Plastics = [new(24, 26, 32), new(30, 60, 140), new(170, 30, 36), new(220, 220, 224), new(40, 110, 70)];
    private static readonly SKColor[] Papers = [new(250, 250, 246), new(250, 232, 120), new(160, 214, 236), new(245, 170, 180), new(190, 168, 130)];

    public static void Paint(SKCanvas canvas, Quad card, Dice dice)
    {
        switch (dice.Between(0, 3))
        {
            case 0: Finger(canvas, card, dice); break;
            case 1: Pen(canvas, card, dice); break;
            case 2: Slip(canvas, card, dice); break;
            default: Coin(canvas, card, dice); break;
        }
    }

    /// <summary>Comes from beyond an edge; its tip lies on the card.</summary>
    private static void Finger(SKCanvas canvas, Quad card, Dice dice)
    {
        float along = dice.Between(0.12f, 0.88f), deep = dice.Between(0.2f, 0.4f), width = card.Width * dice.Between(0.13f, 0.19f);
        bool fromSide = dice.Chance(0.6), far = dice.Chance(0.5);
        float lean = dice.Between(-0.15f, 0.15f);
        PagePoint tip = fromSide ? card.At(far ? 1 - (deep * 0.65f) : deep * 0.65f, along) : card.At(along, far ? 1 - deep : deep);
        PagePoint root = fromSide ? card.At(far ? 1.6f : -0.6f, along + lean) : card.At(along + lean, far ? 2 : -1);
        SKColor skin = dice.Pick(Skins).Near(dice, 12);
        Capsule(canvas, tip, root, width, skin, dice);
        // The nail.
        PagePoint back = root - tip;
        PagePoint nail = tip + (back * (width * 0.42f / back.Length));
        using var paint = new SKPaint { Color = skin.WithRed((byte)Math.Min(255, skin.Red + 14)).WithBlue((byte)Math.Min(255, skin.Blue + 22)), IsAntialias = true };
        canvas.Save();
        canvas.RotateDegrees(MathF.Atan2(back.Y, back.X) * 180 / MathF.PI, nail.X, nail.Y);
        canvas.DrawOval(nail.X, nail.Y, width * 0.36f, width * 0.28f, paint);
        canvas.Restore();
    }

    private static void Pen(SKCanvas canvas, Quad card, Dice dice)
    {
        PagePoint from = card.At(dice.Between(0.1f, 0.9f), dice.Chance(0.5) ? dice.Between(-0.6f, -0.1f) : dice.Between(0.1f, 0.3f));
        PagePoint to = card.At(dice.Between(0.1f, 0.9f), dice.Between(0.75f, 1.6f));
        Capsule(canvas, from, to, card.Width * dice.Between(0.05f, 0.085f), dice.Pick(Plastics).Near(dice, 12), dice);
    }

    private static void Slip(SKCanvas canvas, Quad card, Dice dice)
    {
        PagePoint at = card.At(dice.Between(0.2f, 0.8f), dice.Between(0.2f, 0.8f));
        float width = card.Width * dice.Between(0.2f, 0.4f), height = card.Width * dice.Between(0.12f, 0.3f);
        SKRect frame = SKRect.Create(at.X - (width / 2), at.Y - (height / 2), width, height);
        canvas.Save();
        canvas.RotateDegrees(card.Angle + dice.Between(-35f, 35f), at.X, at.Y);
        Shadowed(canvas, card, dice.Pick(Papers).Near(dice, 6), (c, paint) => c.DrawRect(frame, paint));
        canvas.Restore();
    }

    private static void Coin(SKCanvas canvas, Quad card, Dice dice)
    {
        PagePoint at = card.At(dice.Between(0.15f, 0.85f), dice.Between(0.15f, 0.85f));
        float radius = card.Width * dice.Between(0.11f, 0.15f);
        SKColor metal = dice.Pick<SKColor>([new(176, 176, 180), new(196, 164, 90), new(160, 110, 80)]).Near(dice, 10);
        Shadowed(canvas, card, metal, (c, paint) => c.DrawCircle(at.X, at.Y, radius, paint));
        using var rim = new SKPaint { Color = new SKColor(60, 56, 50, 150), Style = SKPaintStyle.Stroke, StrokeWidth = radius / 14, IsAntialias = true };
        canvas.DrawCircle(at.X, at.Y, radius * 0.88f, rim);
        for (int i = 0; i < 5; i++) canvas.DrawCircle(at.X + (radius * dice.Between(-0.4f, 0.4f)), at.Y + (radius * dice.Between(-0.4f, 0.4f)), radius * dice.Between(0.1f, 0.35f), rim);
    }

    /// <summary>A round bar, darker towards its sides.</summary>
    private static void Capsule(SKCanvas canvas, PagePoint from, PagePoint to, float width, SKColor colour, Dice dice)
    {
        PagePoint d = to - from;
        var normal = new SKPoint(-d.Y * width / 2 / d.Length, d.X * width / 2 / d.Length);
        SKColor side = Darker(colour, dice.Between(0.6f, 0.8f));
        var a = new SKPoint(from.X, from.Y);
        using SKShader round = SKShader.CreateLinearGradient(a - normal, a + normal, [side, colour, colour, side], [0, 0.3f, 0.6f, 1], SKShaderTileMode.Clamp);
        using var shade = new SKPaint { Color = SKColors.Black.WithAlpha(80), StrokeWidth = width, StrokeCap = SKStrokeCap.Round, Style = SKPaintStyle.Stroke };
        using SKMaskFilter soft = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, width / 12);
        shade.MaskFilter = soft;
        canvas.DrawLine(from.X + (width / 10), from.Y + (width / 8), to.X + (width / 10), to.Y + (width / 8), shade);
        using var body = new SKPaint { Shader = round, StrokeWidth = width, StrokeCap = SKStrokeCap.Round, Style = SKPaintStyle.Stroke, IsAntialias = true };
        canvas.DrawLine(from.X, from.Y, to.X, to.Y, body);
    }

    private static void Shadowed(SKCanvas canvas, Quad card, SKColor colour, Action<SKCanvas, SKPaint> draw)
    {
        float reach = card.Width / 180;
        using SKImageFilter shadow = SKImageFilter.CreateDropShadow(reach, reach, reach, reach, SKColors.Black.WithAlpha(110));
        using var paint = new SKPaint { Color = colour, IsAntialias = true, ImageFilter = shadow };
        draw(canvas, paint);
    }

    private static SKColor Darker(SKColor c, float factor) => new((byte)(c.Red * factor), (byte)(c.Green * factor), (byte)(c.Blue * factor));
}
