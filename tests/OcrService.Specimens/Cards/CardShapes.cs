using OcrService.Specimens.Drawing;
using SkiaSharp;

namespace OcrService.Specimens.Cards;

/// <summary>Draws <see cref="CardArt"/>.</summary>
internal static class CardShapes
{
    public static void Paint(SKCanvas canvas, CardArt art, SKRect frame, Dice dice)
    {
        if (!dice.Chance(art.Chance)) return;
        SKColor ink = SKColor.Parse(art.Colour ?? Usual(art.Kind)).Near(dice, 10).WithAlpha((byte)(255 * art.Strength));
        using var fill = new SKPaint { Color = ink, IsAntialias = true };
        using var stroke = new SKPaint { Color = ink, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = Math.Max(1, frame.Height / 60) };
        switch (art.Kind)
        {
            case CardArtKind.Chip: Chip(canvas, frame, fill, stroke); break;
            case CardArtKind.Emblem: Emblem(canvas, frame, stroke, dice); break;
            case CardArtKind.Band: canvas.DrawRect(frame, fill); break;
            case CardArtKind.Frame: canvas.DrawRoundRect(frame, frame.Height / 20, frame.Height / 20, stroke); break;
            case CardArtKind.Bars: Bars(canvas, frame, fill, dice); break;
            case CardArtKind.Cells: Cells(canvas, frame, fill, dice); break;
            case CardArtKind.Signature: Signature(canvas, frame, stroke, dice); break;
            case CardArtKind.Fingerprint: Fingerprint(canvas, frame, stroke, dice); break;
            case CardArtKind.Rule: Rule(canvas, frame, fill); break;
            default: throw new ArgumentOutOfRangeException(nameof(art), art.Kind, "No such shape.");
        }
    }

    private static string Usual(CardArtKind kind) => kind switch
    {
        CardArtKind.Chip => "#D2B978",
        CardArtKind.Emblem => "#B08A50",
        CardArtKind.Signature => "#24242E",
        CardArtKind.Fingerprint => "#50505A",
        _ => "#2C2C34",
    };

    private static void Chip(SKCanvas canvas, SKRect frame, SKPaint fill, SKPaint stroke)
    {
        canvas.DrawRoundRect(frame, frame.Width / 8, frame.Width / 8, fill);
        stroke.Color = new SKColor(110, 92, 52, fill.Color.Alpha);
        for (int i = 1; i < 4; i++)
        {
            float y = frame.Top + (frame.Height * i / 4);
            canvas.DrawLine(frame.Left, y, frame.Left + (frame.Width * 0.36f), y, stroke);
            canvas.DrawLine(frame.Right - (frame.Width * 0.36f), y, frame.Right, y, stroke);
        }

        canvas.DrawRoundRect(SKRect.Inflate(frame, -frame.Width * 0.36f, -frame.Height * 0.12f), 4, 4, stroke);
    }

    private static void Emblem(SKCanvas canvas, SKRect frame, SKPaint stroke, Dice dice)
    {
        canvas.DrawOval(frame, stroke);
        int petals = dice.Between(5, 9);
        float reach = frame.Height * 0.3f;
        for (int i = 0; i < petals; i++)
        {
            canvas.Save();
            canvas.RotateDegrees(360f * i / petals, frame.MidX, frame.MidY);
            canvas.DrawOval(frame.MidX, frame.MidY - (reach / 2), reach / 4, reach / 2, stroke);
            canvas.Restore();
        }
    }

    private static void Bars(SKCanvas canvas, SKRect frame, SKPaint fill, Dice dice)
    {
        float step = Math.Max(2, frame.Width / 160);
        for (float x = frame.Left; x < frame.Right - (3 * step); x += step * dice.Between(1, 3))
        {
            float width = step * dice.Between(1, 3) * 0.8f;
            canvas.DrawRect(SKRect.Create(x, frame.Top, width, frame.Height), fill);
            x += width;
        }
    }

    private static void Cells(SKCanvas canvas, SKRect frame, SKPaint fill, Dice dice)
    {
        const int across = 25;
        float side = Math.Min(frame.Width, frame.Height) / across;
        for (int i = 0; i < across * across; i++)
        {
            if (dice.Chance(0.48)) canvas.DrawRect(SKRect.Create(frame.Left + (i % across * side), frame.Top + (i / across * side), side, side), fill);
        }
    }

    private static void Rule(SKCanvas canvas, SKRect frame, SKPaint fill)
    {
        for (float x = frame.Left; x < frame.Right; x += 6) canvas.DrawCircle(x, frame.Bottom, 1.3f, fill);
    }

    private static void Signature(SKCanvas canvas, SKRect frame, SKPaint stroke, Dice dice)
    {
        stroke.StrokeWidth = frame.Height / 28;
        using var path = new SKPath();
        float x = frame.Left + (frame.Width * dice.Between(0f, 0.1f));
        path.MoveTo(x, frame.MidY);
        int loops = dice.Between(5, 9);
        for (int i = 0; i < loops; i++)
        {
            float step = frame.Width * 0.85f / loops;
            path.CubicTo(
                x + (step * dice.Between(-0.4f, 0.6f)), frame.Top + (frame.Height * dice.Between(0f, 0.35f)),
                x + (step * dice.Between(0.6f, 1.8f)), frame.Bottom - (frame.Height * dice.Between(0f, 0.35f)),
                x + step, frame.MidY + (frame.Height * dice.Between(-0.2f, 0.2f)));
            x += step;
        }

        canvas.DrawPath(path, stroke);
    }

    private static void Fingerprint(SKCanvas canvas, SKRect frame, SKPaint stroke, Dice dice)
    {
        stroke.StrokeWidth = frame.Width / 50;
        canvas.Save();
        canvas.ClipRect(frame);
        float lean = dice.Between(-0.1f, 0.1f) * frame.Width;
        for (float r = frame.Width * 0.04f; r < frame.Width * 0.55f; r += frame.Width * 0.045f)
        {
            canvas.DrawOval(frame.MidX + (lean * r / frame.Width), frame.MidY + (r * 0.2f), r * 0.85f, r * 1.25f, stroke);
        }

        canvas.Restore();
    }
}
