namespace OcrService.Documents.Mrz;

/// <summary>
/// The evidence for one line of a format: for every cell the log probability of every character, all readings of the line voting
/// (a confusion network as in ROVER). Readings of one line err together, so N of them count as the square root of N.
/// </summary>
internal sealed class MrzLattice
{
    private readonly float[][] _cells;
    private readonly int[] _tops;

    private MrzLattice(float[][] cells, float editCost)
    {
        _cells = cells;
        _tops = [.. cells.Select(c => Array.IndexOf(c, c.Max()))];
        EditCost = editCost;
    }

    /// <summary>Cost of the best reading's edits in nats: how badly the line's length fits.</summary>
    public float EditCost { get; }

    public int Length => _cells.Length;

    /// <summary>Log probability (natural) of a character in a cell; never minus infinity.</summary>
    public float this[int cell, int character] => _cells[cell][character];

    /// <summary>The character the readings like best, before any rule speaks.</summary>
    public int Top(int cell) => _tops[cell];

    /// <summary>Whether the readers saw a letter there that may be a filler.</summary>
    public CellHint Hint(int cell)
    {
        if (_tops[cell] == MrzAlphabet.Filler
            || !MrzAlphabet.FillerLookalikes.Contains(MrzAlphabet.Characters[_tops[cell]], StringComparison.Ordinal))
        {
            return default;
        }

        int first = cell;
        int last = cell;
        while (first > 0 && _tops[first - 1] == _tops[cell])
        {
            first--;
        }

        while (last + 1 < _tops.Length && _tops[last + 1] == _tops[cell])
        {
            last++;
        }

        return new CellHint(true, last - first >= 2);
    }

    /// <summary>Probability of a character among those that the cell may hold.</summary>
    public float Posterior(int cell, int character, ulong allowed)
    {
        float best = float.NegativeInfinity;
        for (int c = 0; c < MrzAlphabet.Count; c++)
        {
            best = MrzAlphabet.IsIn(allowed, c) ? MathF.Max(best, _cells[cell][c]) : best;
        }

        float sum = 0;
        for (int c = 0; c < MrzAlphabet.Count; c++)
        {
            sum += MrzAlphabet.IsIn(allowed, c) ? MathF.Exp(_cells[cell][c] - best) : 0;
        }

        return MathF.Exp(_cells[cell][character] - best) / sum;
    }

    public static MrzLattice Of(IReadOnlyList<MrzEvidence> readings, IReadOnlyList<ulong> allowed)
    {
        (MrzEmission[] Cells, float EditCost)[] laid = Lay(readings, allowed);
        float best = laid.Min(l => l.EditCost);
        float[][] cells = [.. allowed.Select(_ => new float[MrzAlphabet.Count])];
        float weights = 0;
        foreach ((MrzEmission[] emissions, float editCost) in laid)
        {
            // A reading that needs many more edits than the best one has lost its place somewhere.
            float weight = MathF.Exp(-(editCost - best) / 6);
            weights += weight;
            for (int cell = 0; cell < cells.Length; cell++)
            {
                for (int c = 0; c < MrzAlphabet.Count; c++)
                {
                    cells[cell][c] += weight * MathF.Log(emissions[cell].Probability(c));
                }
            }
        }

        float scale = 1 / MathF.Sqrt(weights);
        foreach (float[] cell in cells)
        {
            for (int c = 0; c < cell.Length; c++)
            {
                cell[c] *= scale;
            }
        }

        return new MrzLattice(cells, best);
    }

    /// <summary>
    /// An emission for every cell and the cost of the edits, for each reading: by its frames where it has them, else by where its symbols
    /// stand.
    /// </summary>
    private static (MrzEmission[] Cells, float EditCost)[] Lay(IReadOnlyList<MrzEvidence> readings, IReadOnlyList<ulong> allowed)
    {
        (MrzEmission[] Cells, float EditCost)?[] framed = [.. readings.Select(r => r.Frames is { } frames ? MrzFrameAlignment.Align(frames, allowed) : null)];
        (int[] SymbolOfCell, float EditCost, CellPlaces? Places)[] alignments =
            [.. readings.Select((r, i) => framed[i] is null ? MrzAlignment.Align(r.Symbols, allowed) : ([], 0, null))];
        // A reading without edits knows where the cells stand. One that lost a symbol between two words, and so laid the rest of the line
        // a cell too far left, is put right by it.
        if (alignments.FirstOrDefault(a => a.EditCost <= 0 && a.Places is not null).Places is { } places)
        {
            for (int r = 0; r < alignments.Length; r++)
            {
                if (alignments[r].EditCost > 0)
                {
                    alignments[r] = MrzAlignment.Align(readings[r].Symbols, allowed, places);
                }
            }
        }

        return
        [
            .. readings.Select((r, i) => framed[i]
                ?? ([.. alignments[i].SymbolOfCell.Select(s => s < 0 ? MrzEmission.Unseen : r.Symbols[s])], alignments[i].EditCost)),
        ];
    }
}
