using SkiaSharp;

namespace OcrService.Specimens.Drawing;

internal static class Colours
{
    /// <summary>A colour near the given one: each channel moves by at most <paramref name="reach"/>.</summary>
    public static SKColor Near(this SKColor colour, Dice dice, int reach) =>
        new(Move(colour.Red, dice, reach), Move(colour.Green, dice, reach), Move(colour.Blue, dice, reach), colour.Alpha);

    private static byte Move(byte channel, Dice dice, int reach) => (byte)Math.Clamp(channel + dice.Between(-reach, reach), 0, 255);
}
