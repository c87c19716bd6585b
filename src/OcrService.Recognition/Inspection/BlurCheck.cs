namespace OcrService.Recognition.Inspection;

/// <summary>
/// Blur: how wide the sharpest edges are, in pixels and against the card's width. Along rows and columns of the picture the strongest
/// edges are measured: a step of light divided by its steepest slope is its width, and the sharper ones of all count, as print has steep
/// edges everywhere. The worse of the two directions decides, so that motion is seen too. Small pictures are sharp as long as their edges
/// are a pixel wide; large ones as long as print stays readable.
/// </summary>
internal static class BlurCheck
{
    /// <summary>Deviation of the blur at which print gets hard to read: in pixels, and as a fraction of the card's width. It takes both.</summary>
    private const float PixelLimit = 1.1f, CardLimit = 0.0013f;

    /// <summary>An edge is a step of at least so many levels, and such a part of the card's range.</summary>
    private const float LeastStep = 16, LeastPart = 0.3f;

    /// <summary>How far from an edge the levels on both sides may lie, as a fraction of the card's width.</summary>
    private const float EdgeReach = 0.006f;

    public static int Score(InspectedCard card)
    {
        float width = Width(card);
        float evidence = MathF.Min(MathF.Log(width / PixelLimit), MathF.Log(width / card.Card.Width / CardLimit));
        return AlarmScore.Of(2.5f * evidence);
    }

    /// <summary>Deviation of the blur in pixels.</summary>
    internal static float Width(InspectedCard card)
    {
        LumaPatch[] patches = card.Patches;
        int reach = (int)Math.Clamp(EdgeReach * card.Card.Width, 3, LumaPatch.Side / 8);
        float across = Quantile(patches, 1, reach), down = Quantile(patches, LumaPatch.Side, reach);
        return MathF.Max(across, down);
    }

    private static float Quantile(LumaPatch[] patches, int step, int reach)
    {
        float least = MathF.Max(LeastStep, LeastPart * Range(patches));
        List<float> widths = [];
        foreach (LumaPatch patch in patches)
            Measure(patch, step, reach, least, widths);
        if (widths.Count < 20)
            return 0;
        widths.Sort();
        return widths[widths.Count * 3 / 10];
    }

    /// <summary>From the dark to the light pixels of the card, in levels.</summary>
    private static float Range(LumaPatch[] patches)
    {
        int[] counts = new int[256];
        foreach (LumaPatch patch in patches)
        {
            foreach (float luma in patch.Luma)
                counts[(int)luma]++;
        }

        int all = patches.Length * LumaPatch.Side * LumaPatch.Side, dark = 0, light = 255;
        for (int sum = 0; dark < 255 && (sum += counts[dark]) < all / 100;)
            dark++;
        for (int sum = 0; light > dark && (sum += counts[light]) < all / 10;)
            light--;
        return light - dark;
    }

    /// <summary>Adds the widths of all clear edges along one direction.</summary>
    private static void Measure(LumaPatch patch, int step, int reach, float least, List<float> widths)
    {
        const int side = LumaPatch.Side;
        int lines = side == step ? 1 : side;
        ReadOnlySpan<float> luma = patch.Luma;
        for (int line = 0; line < side; line += 2)
        {
            int start = line * lines;
            for (int i = 2; i < side - 2; i++)
            {
                float slope = luma[start + ((i + 1) * step)] - luma[start + ((i - 1) * step)];
                float size = MathF.Abs(slope);
                if (size < least / 8 || size < MathF.Abs(luma[start + (i * step)] - luma[start + ((i - 2) * step)]) ||
                    size <= MathF.Abs(luma[start + ((i + 2) * step)] - luma[start + (i * step)]))
                {
                    continue;
                }

                // The step is that between the levels on both sides, wherever the slope between them begins and ends.
                int sign = MathF.Sign(slope);
                float low = float.MaxValue, high = float.MinValue;
                for (int k = 0; k <= reach; k++)
                {
                    low = MathF.Min(low, luma[start + (Math.Max(i - k, 0) * step)] * sign);
                    high = MathF.Max(high, luma[start + (Math.Min(i + k, side - 1) * step)] * sign);
                }

                float rise = high - low;
                if (rise >= least)
                    widths.Add(rise / (size / 2) / MathF.Sqrt(MathF.Tau));
            }
        }
    }
}
