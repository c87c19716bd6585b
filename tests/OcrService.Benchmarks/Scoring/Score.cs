namespace OcrService.Benchmarks.Scoring;

/// <summary>Counts of one picture or, summed, of many.</summary>
internal sealed record Score
{
    public int Pictures { get; init; }

    /// <summary>Characters of the truth.</summary>
    public int Characters { get; init; }

    /// <summary>Edits, at most as many as there are characters in each picture.</summary>
    public int Edits { get; init; }

    public int TruthLines { get; init; }

    public int ReadLines { get; init; }

    /// <summary>Lines paired one to one at a similarity of 0.9 or more.</summary>
    public int MatchedLines { get; init; }

    public int MrzLines { get; init; }

    public int MrzLinesExact { get; init; }

    public int MrzDocuments { get; init; }

    public int MrzDocumentsExact { get; init; }

    /// <summary>1 - CER, never below 0; null without text.</summary>
    public double? CharacterAccuracy => Share(Characters - Edits, Characters);

    public double? LineRecall => Share(MatchedLines, TruthLines);

    public double? LinePrecision => TruthLines == 0 ? null : Share(MatchedLines, ReadLines) ?? 0;

    public double? MrzLineExact => Share(MrzLinesExact, MrzLines);

    public double? MrzDocumentExact => Share(MrzDocumentsExact, MrzDocuments);

    public static Score operator +(Score a, Score b) => new()
    {
        Pictures = a.Pictures + b.Pictures,
        Characters = a.Characters + b.Characters,
        Edits = a.Edits + b.Edits,
        TruthLines = a.TruthLines + b.TruthLines,
        ReadLines = a.ReadLines + b.ReadLines,
        MatchedLines = a.MatchedLines + b.MatchedLines,
        MrzLines = a.MrzLines + b.MrzLines,
        MrzLinesExact = a.MrzLinesExact + b.MrzLinesExact,
        MrzDocuments = a.MrzDocuments + b.MrzDocuments,
        MrzDocumentsExact = a.MrzDocumentsExact + b.MrzDocumentsExact,
    };

    public static Score Sum(IEnumerable<Score> scores) => scores.Aggregate(new Score(), (a, b) => a + b);

    /// <summary>Scores running text.</summary>
    /// <param name="truth">Lines as printed.</param>
    /// <param name="read">Lines as read.</param>
    /// <param name="ignored">Texts that may be read or not.</param>
    /// <param name="anyOrder">The picture has no single right order of lines.</param>
    public static Score OfText(IEnumerable<string> truth, IEnumerable<string> read, IReadOnlyList<string> ignored, bool anyOrder)
    {
        List<int[]> wanted = Lines(truth);
        List<int[]> got = LineMatching.DropIgnored(wanted, Lines(read), ignored);
        List<int[]> ordered = anyOrder ? LineMatching.InTruthOrder(wanted, got) : got;
        int[] all = [.. wanted.SelectMany(l => l)];
        return new Score
        {
            Pictures = 1,
            Characters = all.Length,
            Edits = Math.Min(all.Length, EditDistance.Between(all, ordered.SelectMany(l => l).ToArray())),
            TruthLines = wanted.Count,
            ReadLines = got.Count,
            MatchedLines = LineMatching.Match(wanted, got, 0.9).Count,
        };
    }

    /// <summary>Scores a machine readable zone: each true line against the most similar line read.</summary>
    public static Score OfMrz(IReadOnlyList<string> truth, IEnumerable<string> read)
    {
        List<int[]> candidates = [.. read.Select(ZoneText).Where(c => c.Length > 0)];
        int exact = 0, edits = 0, characters = 0;
        foreach (int[] line in truth.Select(ZoneText))
        {
            int best = -1;
            double similarity = 0;
            for (int j = 0; j < candidates.Count; j++)
            {
                double s = EditDistance.Similarity(line, candidates[j], 0.5);
                if (s > similarity) (similarity, best) = (s, j);
            }

            int[] picked = best < 0 ? [] : candidates[best];
            if (best >= 0) candidates.RemoveAt(best);
            exact += line.AsSpan().SequenceEqual(picked) ? 1 : 0;
            edits += Math.Min(line.Length, EditDistance.Between(line, picked));
            characters += line.Length;
        }

        return new Score
        {
            Pictures = 1,
            Characters = characters,
            Edits = edits,
            MrzLines = truth.Count,
            MrzLinesExact = exact,
            MrzDocuments = 1,
            MrzDocumentsExact = exact == truth.Count ? 1 : 0,
        };
    }

    private static List<int[]> Lines(IEnumerable<string> lines) => [.. lines.Select(ScoredText.Of).Where(l => l.Length > 0)];

    private static int[] ZoneText(string line) => ScoredText.Of(ScoredText.AsString(ScoredText.Of(line)).ToUpperInvariant());

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
}
