namespace OcrService.Documents.Mrz;

/// <summary>One cell of a segment with everything the search needs to know of it.</summary>
/// <param name="Line">Line of the zone.</param>
/// <param name="Column">Cell of the line.</param>
/// <param name="Grammar">What may stand there.</param>
/// <param name="Begins">True when a field begins here, so that the grammar starts anew.</param>
/// <param name="FieldWeight">Weight under the field's check digit, 0 when not under it.</param>
/// <param name="CompositeWeight">Weight under the composite check digit, 0 when not under it.</param>
/// <param name="IsCheck">True for the field's check digit itself.</param>
internal sealed record SegmentCell(
    int Line, int Column, MrzGrammar Grammar, bool Begins, int FieldWeight, int CompositeWeight, bool IsCheck = false);

/// <summary>The best text of a segment for one residue of the composite sum.</summary>
/// <param name="Score">Log probability and priors in nats.</param>
/// <param name="Cells">The cells, as the layout that won has them.</param>
/// <param name="Characters">A character for each cell.</param>
internal sealed record SegmentText(float Score, IReadOnlyList<SegmentCell> Cells, IReadOnlyList<int> Characters);

/// <summary>
/// Exact search for the likeliest text of a few cells that hang together through a check digit. The dynamic programme keeps the
/// best path for every grammar state, sum under the field's check digit and sum under the composite one, both modulo 10, so the
/// check digits are part of the search and not a repair after it.
/// </summary>
internal static class MrzSegmentSearch
{
    /// <summary>What a wrong check digit costs: real documents have them, but rarely. The budget of every correction.</summary>
    public const float FailedCheck = 5.5f;

    private const float WorstCandidate = 12;
    private const int MaxCandidates = 10;

    /// <summary>For every residue 0 to 9 of the composite sum the best text, or null where none is within reach.</summary>
    public static SegmentText?[] Search(IReadOnlyList<SegmentCell> cells, IReadOnlyList<MrzLattice> lines)
    {
        int fields = cells.Any(c => c.FieldWeight > 0) ? 10 : 1;
        int composites = cells.Any(c => c.CompositeWeight > 0) ? 10 : 1;
        int sums = fields * composites;
        float[] current = [0, .. Enumerable.Repeat(float.NegativeInfinity, sums - 1)];
        int[][] back = new int[cells.Count][];
        for (int k = 0; k < cells.Count; k++)
        {
            SegmentCell cell = cells[k];
            // A check digit sees the state of the field before it, to know an empty one.
            int states = cell.IsCheck ? 1 : cell.Grammar.States;
            float[] next = new float[states * sums];
            Array.Fill(next, float.NegativeInfinity);
            back[k] = new int[next.Length];
            CellHint hint = lines[cell.Line].Hint(cell.Column);
            bool isNumber = k > 0 && cells[k - 1].Grammar is NumberGrammar;
            (int Character, float Score)[] candidates = Candidates(cell, lines[cell.Line]);
            for (int from = 0; from < current.Length; from++)
            {
                if (float.IsNegativeInfinity(current[from]))
                {
                    continue;
                }

                int state = from / sums;
                int field = from / composites % fields;
                int composite = from % composites;
                foreach ((int character, float score) in candidates)
                {
                    (int nextState, float cost) = cell.IsCheck
                        ? (0, CheckCost(character, field, emptyField: state == NumberGrammar.OnlyFillers && isNumber))
                        : cell.Grammar.Step(cell.Begins ? 0 : state, character, hint);
                    int value = MrzAlphabet.ValueOf(character);
                    int nextField = cell.IsCheck ? 0 : (field + (value * cell.FieldWeight)) % fields;
                    int nextComposite = (composite + (value * cell.CompositeWeight)) % composites;
                    int to = (((nextState * fields) + nextField) * composites) + nextComposite;
                    float total = current[from] + score - cost;
                    if (total > next[to])
                    {
                        next[to] = total;
                        back[k][to] = (from * 64) + character;
                    }
                }
            }

            current = next;
        }

        return Trace(cells, current, back, composites);
    }

    /// <summary>True when the digit is right for the sum: the digit itself, or a filler under an empty field.</summary>
    public static bool Holds(int digit, int sum) => digit == MrzAlphabet.Filler ? sum == 0 : digit == sum;

    private static float CheckCost(int digit, int sum, bool emptyField)
    {
        if (!Holds(digit, sum))
        {
            return FailedCheck;
        }

        return digit != MrzAlphabet.Filler ? 0 : emptyField ? 0.2f : 4;
    }

    private static (int Character, float Score)[] Candidates(SegmentCell cell, MrzLattice line)
    {
        (int Character, float Score)[] all =
        [
            .. Enumerable.Range(0, MrzAlphabet.Count)
                .Where(c => MrzAlphabet.IsIn(cell.Grammar.Allowed, c))
                .Select(c => (c, line[cell.Column, c]))
                .OrderByDescending(c => c.Item2),
        ];
        return cell.IsCheck ? all : [.. all.Take(MaxCandidates).Where(c => c.Score >= all[0].Score - WorstCandidate)];
    }

    private static SegmentText?[] Trace(IReadOnlyList<SegmentCell> cells, float[] final, int[][] back, int composites)
    {
        SegmentText?[] texts = new SegmentText?[10];
        for (int residue = 0; residue < composites; residue++)
        {
            int best = -1;
            for (int i = residue; i < final.Length; i += composites)
            {
                best = best < 0 || final[i] > final[best] ? i : best;
            }

            if (float.IsNegativeInfinity(final[best]))
            {
                continue;
            }

            int[] characters = new int[cells.Count];
            for (int k = cells.Count - 1, at = best; k >= 0; k--)
            {
                characters[k] = back[k][at] % 64;
                at = back[k][at] / 64;
            }

            texts[residue] = new SegmentText(final[best], cells, characters);
        }

        return texts;
    }
}
