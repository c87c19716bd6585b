namespace OcrService.Documents.Mrz;

/// <summary>The likeliest text of one format, with the evidence it was chosen by.</summary>
/// <param name="Format">The format.</param>
/// <param name="Lines">Evidence for each line.</param>
/// <param name="Segments">The chosen texts.</param>
/// <param name="CompositeDigits">The composite check digits in the order in which the format lists them.</param>
/// <param name="Composite">What they say.</param>
/// <param name="Score">Log probability in nats, priors, failed checks and length edits included.</param>
internal sealed record MrzDecoded(
    MrzFormat Format, IReadOnlyList<MrzLattice> Lines, IReadOnlyList<SegmentText> Segments, IReadOnlyList<int> CompositeDigits, MrzCheck Composite, float Score)
{
    /// <summary>Score divided by the number of cells, so that formats of different size can be compared.</summary>
    public float ScorePerCell => Score / (Format.LineCount * Format.Length);

    /// <summary>How many nats a cell lost on average against the readers' favourites because of the format's rules. Near 0 for a real zone.</summary>
    public float RegretPerCell
    {
        get
        {
            float favourites = Lines.Sum(l => Enumerable.Range(0, l.Length).Sum(cell => l[cell, l.Top(cell)]));
            return (favourites - Score) / (Format.LineCount * Format.Length);
        }
    }
}
