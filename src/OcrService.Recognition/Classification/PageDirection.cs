using OcrService.Documents.Pages;
using OcrService.Recognition.Detection;

namespace OcrService.Recognition.Classification;

/// <summary>Finds the angle at which the lines of a page run, from the boxes alone. Which of the two ways along it is up, only reading can tell.</summary>
internal static class PageDirection
{
    /// <summary>Boxes shorter than this many heights say little about an angle.</summary>
    private const float MinAspect = 2f;

    /// <summary>
    /// The dominant axis in degrees, (-90, 90], clockwise, weighted by line length; 0 when no box is long enough to tell or when they do
    /// not agree.
    /// </summary>
    public static float DominantAxis(IReadOnlyList<TextBox> boxes)
    {
        const int Bins = 180;
        Span<float> votes = stackalloc float[Bins];
        float total = 0;
        foreach (TextBox box in boxes)
        {
            if (!Axis(box.Quad, out float angle, out float weight))
                continue;
            votes[(int)MathF.Floor(angle + 90) % Bins] += weight;
            total += weight;
        }

        if (total == 0)
            return 0;
        int best = 0;
        float bestVotes = 0;
        for (int i = 0; i < Bins; i++)
        {
            float sum = 0;
            for (int d = -3; d <= 3; d++)
                sum += votes[(i + d + Bins) % Bins];
            if (sum > bestVotes)
            {
                bestVotes = sum;
                best = i;
            }
        }

        if (bestVotes < 0.4f * total)
            return 0;
        // Refine: weighted mean of the boxes near the peak.
        float centre = best - 90 + 0.5f, offset = 0, weightSum = 0;
        foreach (TextBox box in boxes)
        {
            if (!Axis(box.Quad, out float angle, out float weight))
                continue;
            float d = Wrap(angle - centre);
            if (MathF.Abs(d) <= 4)
            {
                offset += d * weight;
                weightSum += weight;
            }
        }

        return Wrap(centre + (offset / weightSum));
    }

    /// <summary>Angle of the longer side in (-90, 90] and its length as weight; false for boxes that are not elongated.</summary>
    private static bool Axis(in Quad quad, out float angle, out float weight)
    {
        float width = quad.Width, height = quad.Height;
        weight = MathF.Max(width, height);
        angle = Wrap(width >= height ? quad.Angle : quad.Angle + 90);
        return weight >= MinAspect * MathF.Min(width, height);
    }

    private static float Wrap(float angle)
    {
        while (angle > 90)
            angle -= 180;
        while (angle <= -90)
            angle += 180;
        return angle;
    }
}
