using OcrService.Documents.Pages;
using SkiaSharp;

namespace OcrService.Specimens.Wearing.Defects;

/// <summary>What of the scene gets into the picture.</summary>
internal static class PictureFrame
{
    public static SKRectI Choose(SKBitmap scene, Quad card, CardDefect defect, Dice dice)
    {
        SKRectI all = SKRectI.Create(scene.Width, scene.Height);
        Box b = card.Bounds;
        if (defect == CardDefect.CutOff)
        {
            float across = b.Width * dice.Between(0.05f, 0.25f), down = b.Height * dice.Between(0.06f, 0.25f);
            int side = dice.Between(0, 4);
            if (side is 0 or 4) all.Left = (int)(b.Left + across);
            if (side == 1) all.Right = (int)(b.Right - across);
            if (side == 2) all.Top = (int)(b.Top + down);
            if (side is 3 or 4) all.Bottom = (int)(b.Bottom - down);
        }
        else if (defect is CardDefect.OnScreen or CardDefect.Printed or CardDefect.Photocopied && dice.Chance(0.6))
        {
            // The photographer came near: nothing but the screen or the sheet around the card.
            float room = b.Width * dice.Between(0.03f, 0.1f);
            all.Intersect(SKRectI.Round(new SKRect(b.Left - room, b.Top - room, b.Right + room, b.Bottom + room)));
        }

        return all;
    }

    public static SKBitmap Cut(SKBitmap scene, SKRectI frame)
    {
        var cut = new SKBitmap(new SKImageInfo(frame.Width, frame.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(cut);
        canvas.DrawBitmap(scene, -frame.Left, -frame.Top);
        return cut;
    }
}
