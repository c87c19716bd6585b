using OcrService.Documents.Pages;

namespace OcrService.Recognition.Detection;

/// <summary>Limits of the step from a probability map to boxes, in pixels of the map.</summary>
internal sealed record DbOptions
{
    /// <summary>A pixel is text above this probability.</summary>
    public float PixelThreshold { get; init; } = 0.3f;

    /// <summary>A box is kept when its mean probability reaches this.</summary>
    public float BoxThreshold { get; init; } = 0.4f;

    /// <summary>Boxes grow by area * ratio / perimeter, since the network is trained on shrunk regions.</summary>
    public float UnclipRatio { get; init; } = 1.8f;

    /// <summary>Regions with a side below this are noise.</summary>
    public float MinSide { get; init; } = 2.5f;
}

/// <summary>Turns a text probability map into boxes (Liao et al., Real-time Scene Text Detection with Differentiable Binarization, 2020).</summary>
internal static class DbPostProcessor
{
    /// <summary>Boxes in map coordinates (pixel centres at whole numbers), in no particular order.</summary>
    public static List<TextBox> Find(ReadOnlySpan<float> map, int width, int height, DbOptions options)
    {
        List<TextBox> boxes = [];
        foreach (List<Run> runs in RegionRuns.Find(map, width, height, options.PixelThreshold))
        {
            OrientedRectangle core = MinimumRectangle.Around(runs);
            if (MathF.Min(core.Width, core.Height) < options.MinSide - 1)
                continue;
            float score = MeanInside(map, width, height, core.ToQuad());
            if (score < options.BoxThreshold)
                continue;
            float distance = core.Width * core.Height * options.UnclipRatio / (2 * (core.Width + core.Height));
            OrientedRectangle grown = core.Grown(distance);
            if (MathF.Min(grown.Width, grown.Height) < options.MinSide + 2)
                continue;
            boxes.Add(new TextBox(grown.ToQuad(), score));
        }

        return boxes;
    }

    /// <summary>Mean of the map over the pixels whose centres lie in the quad.</summary>
    private static float MeanInside(ReadOnlySpan<float> map, int width, int height, in Quad quad)
    {
        Box bounds = quad.Bounds;
        int top = Math.Max(0, (int)MathF.Floor(bounds.Top)), bottom = Math.Min(height - 1, (int)MathF.Ceiling(bounds.Bottom));
        double sum = 0;
        long count = 0;
        ReadOnlySpan<PagePoint> corners = [quad.TopLeft, quad.TopRight, quad.BottomRight, quad.BottomLeft];
        for (int y = top; y <= bottom; y++)
        {
            float left = float.MaxValue, right = float.MinValue;
            for (int i = 0; i < 4; i++)
            {
                PagePoint a = corners[i], b = corners[(i + 1) & 3];
                if (MathF.Min(a.Y, b.Y) > y || MathF.Max(a.Y, b.Y) < y)
                    continue;
                bool level = MathF.Abs(b.Y - a.Y) < 1e-6f;
                float x = level ? a.X : a.X + ((y - a.Y) / (b.Y - a.Y) * (b.X - a.X));
                left = MathF.Min(left, level ? MathF.Min(x, b.X) : x);
                right = MathF.Max(right, level ? MathF.Max(x, b.X) : x);
            }

            int from = Math.Max(0, (int)MathF.Round(left)), to = Math.Min(width - 1, (int)MathF.Round(right));
            for (int x = from; x <= to; x++)
                sum += map[(y * width) + x];
            count += Math.Max(0, to - from + 1);
        }

        return count == 0 ? 0 : (float)(sum / count);
    }
}
