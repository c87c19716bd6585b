using OcrService.Documents.Pages;

namespace OcrService.Recognition.Inspection;

/// <summary>Compares the noise within a portrait with that of the card around it, both where there is little else to see.</summary>
internal static class PortraitNoise
{
    /// <summary>Side of the blocks in pixels of the view.</summary>
    private const int Block = 8;

    /// <summary>The quieter blocks are those without print.</summary>
    private const float Quiet = 0.3f;

    /// <summary>Noise that every picture has, in levels; below it there is nothing to compare.</summary>
    private const float Least = 1.2f;

    /// <summary>How many times noisier the portrait is than the rest; below 1 when it is quieter.</summary>
    public static float Ratio(CardView view, Box portrait)
    {
        List<float> inside = [], around = [];
        for (int y = CardView.Margin + Block; y < view.Height - CardView.Margin - (2 * Block); y += Block)
        {
            for (int x = CardView.Margin + Block; x < view.Width - CardView.Margin - (2 * Block); x += Block)
            {
                bool within = x > portrait.Left && x + Block < portrait.Right && y > portrait.Top && y + Block < portrait.Bottom;
                bool beside = x > portrait.Right || x + Block < portrait.Left || y > portrait.Bottom || y + Block < portrait.Top;
                if (within || beside)
                    (within ? inside : around).Add(Roughness(view, x, y));
            }
        }

        return inside.Count < 16 || around.Count < 16 ? 1 : (Least + Quantile(inside)) / (Least + Quantile(around));
    }

    /// <summary>Mean size of what remains when each pixel's neighbours are taken away from it; a slope leaves nothing.</summary>
    private static float Roughness(CardView view, int left, int top)
    {
        float sum = 0;
        for (int y = top; y < top + Block; y++)
        {
            for (int x = left; x < left + Block; x++)
                sum += MathF.Abs((4 * view.Light(x, y)) - view.Light(x - 1, y) - view.Light(x + 1, y) - view.Light(x, y - 1) - view.Light(x, y + 1));
        }

        return sum / (Block * Block);
    }

    private static float Quantile(List<float> values)
    {
        values.Sort();
        return values[(int)(values.Count * Quiet)];
    }
}
