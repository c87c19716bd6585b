namespace OcrService.Documents.Mrz;

/// <summary>Joins the texts of a format's segments so that every composite check digit has its say over all segments under it at once.</summary>
internal static class MrzJoin
{
    /// <summary>What a composite check digit that fails costs.</summary>
    private const float FailedComposite = 3.5f;

    /// <summary>The same where its rule is a guess: enough to choose between two readings that are as likely as each other.</summary>
    private const float FailedGuess = 0.7f;

    public static MrzDecoded Join(MrzFormat format, IReadOnlyList<SegmentText?[]> segments, IReadOnlyList<MrzLattice> lines)
    {
        ILookup<MrzComposite?, SegmentText?[]> under = segments.ToLookup(s => CompositeOver(format, s));
        float score = -lines.Sum(l => l.EditCost);
        List<SegmentText> texts = [];
        foreach (SegmentText text in under[null].Select(s => s.OfType<SegmentText>().MaxBy(t => t.Score)!))
        {
            score += text.Score;
            texts.Add(text);
        }

        List<int> digits = [];
        MrzCheck check = MrzCheck.None;
        foreach (MrzComposite composite in format.Composites)
        {
            Judged judged = Judge(composite, BestByResidue(under[composite]), lines);
            score += judged.Score;
            texts.AddRange(judged.Texts);
            digits.Add(judged.Digit);
            MrzCheck said = judged.Holds ? MrzCheck.Passed : composite.IsCertain ? MrzCheck.Failed : MrzCheck.None;
            check = check == MrzCheck.Failed || said == MrzCheck.None ? check : said;
        }

        return new MrzDecoded(format, lines, texts, digits, check, score);
    }

    private static MrzComposite? CompositeOver(MrzFormat format, SegmentText?[] segment)
    {
        IReadOnlyList<SegmentCell> cells = segment.OfType<SegmentText>().First().Cells;
        return format.Composites.FirstOrDefault(c => c.Over.Any(r => cells.Any(cell => cell.Line == r.Line && cell.Column >= r.Start && cell.Column < r.End)));
    }

    /// <summary>For every residue of the composite sum the likeliest way to choose a text for every segment.</summary>
    private static (float Score, SegmentText[] Texts)?[] BestByResidue(IEnumerable<SegmentText?[]> segments)
    {
        (float Score, SegmentText[] Texts)?[] best = new (float, SegmentText[])?[10];
        best[0] = (0, []);
        foreach (SegmentText?[] segment in segments)
        {
            (float Score, SegmentText[] Texts)?[] next = new (float, SegmentText[])?[10];
            for (int a = 0; a < 10; a++)
            {
                for (int b = 0; b < 10; b++)
                {
                    if (best[a] is { } left && segment[b] is { } right
                        && left.Score + right.Score > (next[(a + b) % 10]?.Score ?? float.NegativeInfinity))
                    {
                        next[(a + b) % 10] = (left.Score + right.Score, [.. left.Texts, right]);
                    }
                }
            }

            best = next;
        }

        return best;
    }

    private static Judged Judge(MrzComposite composite, (float Score, SegmentText[] Texts)?[] best, IReadOnlyList<MrzLattice> lines)
    {
        float failed = composite.IsCertain ? FailedComposite : FailedGuess;
        Judged chosen = new(float.NegativeInfinity, [], 0, false);
        for (int residue = 0; residue < 10; residue++)
        {
            for (int digit = 0; best[residue] is { } candidate && digit < 10; digit++)
            {
                float score = candidate.Score + lines[composite.Line][composite.Column, digit] - (digit == residue ? 0 : failed);
                chosen = score > chosen.Score ? new Judged(score, candidate.Texts, digit, digit == residue) : chosen;
            }
        }

        return chosen;
    }

    /// <summary>The likeliest texts under a composite check digit.</summary>
    private readonly record struct Judged(float Score, SegmentText[] Texts, int Digit, bool Holds);
}
