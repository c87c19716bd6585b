using SkiaSharp;

namespace OcrService.Specimens.Wearing;

/// <summary>Adds sensor noise in place.</summary>
internal static class Noise
{
    /// <summary>Adds Gaussian noise to RGBA pixels.</summary>
    /// <param name="bitmap">Four bytes a pixel, alpha last.</param>
    /// <param name="deviation">In steps of 0 to 255.</param>
    /// <param name="grey">The same noise on all three channels.</param>
    /// <param name="dice">Source of chance.</param>
    public static void Add(SKBitmap bitmap, float deviation, bool grey, Dice dice)
    {
        if (deviation <= 0) return;
        // A table of draws, read from a random place for each row, costs a tenth of drawing each value.
        var table = new sbyte[65_536];
        for (int i = 0; i < table.Length; i++) table[i] = (sbyte)Math.Clamp(MathF.Round(dice.Gauss() * deviation), -127, 127);
        Span<byte> pixels = bitmap.GetPixelSpan();
        for (int y = 0; y < bitmap.Height; y++)
        {
            Span<byte> row = pixels.Slice(y * bitmap.RowBytes, bitmap.Width * 4);
            int at = dice.Between(0, table.Length - 1);
            for (int x = 0; x < row.Length; x += 4)
            {
                for (int c = 0; c < 3; c++)
                {
                    int n = table[(at + (grey ? x : x + c)) & 0xFFFF];
                    row[x + c] = (byte)Math.Clamp(row[x + c] + n, 0, 255);
                }
            }
        }
    }
}
