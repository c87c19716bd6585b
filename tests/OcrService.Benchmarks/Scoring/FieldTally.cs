namespace OcrService.Benchmarks.Scoring;

/// <summary>How often one field was right.</summary>
internal sealed record FieldTally
{
    private int Count { get; init; }

    private int Right { get; init; }

    private Score Text { get; init; } = new();

    /// <summary>Share of exact values.</summary>
    public double? Exact => Count == 0 ? null : (double)Right / Count;

    /// <summary>1 - CER over all values.</summary>
    public double? Characters => Text.CharacterAccuracy;

    public static FieldTally Sum(IEnumerable<FieldTally> tallies) => tallies.Aggregate(
        new FieldTally(), (a, b) => new FieldTally { Count = a.Count + b.Count, Right = a.Right + b.Right, Text = a.Text + b.Text });

    /// <summary>Counts one value.</summary>
    /// <param name="truth">What is printed.</param>
    /// <param name="read">What was read; null for nothing, which is wrong even where nothing is printed.</param>
    public FieldTally With(string truth, string? read) => this with
    {
        Count = Count + 1,
        Right = Right + (string.Equals(truth, read, StringComparison.Ordinal) ? 1 : 0),
        Text = Text + Score.OfText([truth], [read ?? ""], [], anyOrder: false),
    };
}
