namespace OcrService.Benchmarks.Scoring;

/// <summary>Quantiles of measured values.</summary>
internal static class Quantiles
{
    /// <summary>The middle value, or the mean of the two in the middle; not a number without values.</summary>
    public static double Median(IEnumerable<double> values) => At(values, 0.5);

    /// <summary>The value below which a share of the values lie, between two of them in proportion; not a number without values.</summary>
    public static double At(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0) return double.NaN;
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        return sorted[below] + (place - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]);
    }
}
