using OcrService.Documents.Pages;
using OcrService.Native;

namespace OcrService.Recognition.Inspection;

/// <summary>A square of the picture as it is, for what shows only in its own pixels.</summary>
internal sealed class LumaPatch
{
    public const int Side = 128;

    private LumaPatch(PixelImage image, int left, int top)
    {
        for (int y = 0; y < Side; y++)
        {
            ReadOnlySpan<uint> row = image.Row(Math.Min(top + y, image.Height - 1));
            for (int x = 0; x < Side; x++)
            {
                uint pixel = row[Math.Min(left + x, image.Width - 1)];
                Luma[(y * Side) + x] = (0.299f * (pixel >> 24)) + (0.587f * ((pixel >> 16) & 0xFF)) + (0.114f * ((pixel >> 8) & 0xFF));
            }
        }
    }

    /// <summary>Light by row and column, 0 to 255.</summary>
    public float[] Luma { get; } = new float[Side * Side];

    /// <summary>Patches spread over the card, columns by rows.</summary>
    public static LumaPatch[] Spread(PixelImage image, in Quad card, int columns, int rows)
    {
        LumaPatch[] patches = new LumaPatch[columns * rows];
        for (int i = 0; i < patches.Length; i++)
        {
            PagePoint middle = card.At(((i % columns) + 0.5f) / columns, ((i / columns) + 0.5f) / rows);
            patches[i] = new LumaPatch(image, Start(middle.X, image.Width), Start(middle.Y, image.Height));
        }

        return patches;
    }

    private static int Start(float middle, int length) => Math.Clamp((int)middle - (Side / 2), 0, Math.Max(0, length - Side));
}
