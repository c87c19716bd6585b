namespace OcrService.Documents.Mrz;

/// <summary>
/// Lays one reading of a line over the cells of a legal line. Readers drop and invent symbols, mostly inside long runs of fillers,
/// so an edit is cheap there and dear elsewhere; where the symbols stand and what the cells may hold decide the rest. Minimum
/// total cost by dynamic programming; costs are negative log probabilities (nats).
/// </summary>
internal sealed class MrzAlignment
{
    private const float SymbolEdit = 6;
    private const float EndEdit = 2.5f;
    private const float NoFillerAllowed = 5;
    private const float WorstMatch = 5;

    private readonly IReadOnlyList<MrzEmission> _symbols;
    private readonly IReadOnlyList<ulong> _cells;
    private readonly int[] _fillerRun;

    private MrzAlignment(IReadOnlyList<MrzEmission> symbols, IReadOnlyList<ulong> cells)
    {
        _symbols = symbols;
        _cells = cells;
        _fillerRun = RunLengths(FillerLike(symbols));
    }

    /// <summary>
    /// For every cell the index of its symbol, or -1 where the reader saw none; and the cost of the edits.
    /// </summary>
    /// <param name="symbols">The reading.</param>
    /// <param name="cells">For every cell the set of characters that it may hold.</param>
    public static (int[] SymbolOfCell, float EditCost) Align(IReadOnlyList<MrzEmission> symbols, IReadOnlyList<ulong> cells)
    {
        MrzAlignment alignment = new(symbols, cells);
        (int[] first, float cost) = alignment.Run(0.5f / cells.Count, 1f / cells.Count, tolerance: 2);
        // The zone's quad need not be tight around the letters, so the cells' places are fitted and the line laid out again.
        return alignment.FitPitch(first) is var (origin, pitch) ? alignment.Run(origin, pitch, tolerance: 0.45f) : (first, cost);
    }

    private static bool[] FillerLike(IReadOnlyList<MrzEmission> symbols)
    {
        bool[] like = new bool[symbols.Count];
        for (int i = 0; i < like.Length; i++)
        {
            like[i] = symbols[i].Top == MrzAlphabet.Filler || symbols[i].Probability(MrzAlphabet.Filler) > 0.3f;
        }

        // K, C, S... beside a filler, or beside one that already counts as one, or three alike in a row.
        for (int pass = 0; pass < 2; pass++)
        {
            for (int k = 0; k < like.Length; k++)
            {
                int i = pass == 0 ? k : like.Length - 1 - k;
                int before = i == 0 ? -1 : i - 1;
                int after = i == like.Length - 1 ? -1 : i + 1;
                bool beside = (before >= 0 && like[before]) && (after < 0 || like[after] || symbols[after].Top == symbols[i].Top);
                bool triple = before >= 0 && after >= 0 && symbols[before].Top == symbols[i].Top && symbols[after].Top == symbols[i].Top;
                like[i] |= symbols[i].LooksLikeFiller && (beside || triple);
            }
        }

        return like;
    }

    private (int[] SymbolOfCell, float EditCost) Run(float origin, float pitch, float tolerance)
    {
        int n = _symbols.Count;
        int m = _cells.Count;
        float[,] cost = new float[n + 1, m + 1];
        float[,] edits = new float[n + 1, m + 1];
        byte[,] step = new byte[n + 1, m + 1];
        for (int i = 0; i <= n; i++)
        {
            for (int j = 0; j <= m; j++)
            {
                if (i == 0 && j == 0)
                {
                    continue;
                }

                float match = i > 0 && j > 0 ? cost[i - 1, j - 1] + Match(i - 1, j - 1, origin, pitch, tolerance) : float.PositiveInfinity;
                float drop = i > 0 ? cost[i - 1, j] + Extra(i - 1) : float.PositiveInfinity;
                float insert = j > 0 ? cost[i, j - 1] + Missing(i, j - 1) : float.PositiveInfinity;
                if (match <= drop && match <= insert)
                {
                    (cost[i, j], step[i, j], edits[i, j]) = (match, 0, edits[i - 1, j - 1]);
                }
                else if (drop <= insert)
                {
                    (cost[i, j], step[i, j], edits[i, j]) = (drop, 1, edits[i - 1, j] + Extra(i - 1));
                }
                else
                {
                    (cost[i, j], step[i, j], edits[i, j]) = (insert, 2, edits[i, j - 1] + Missing(i, j - 1));
                }
            }
        }

        int[] symbolOfCell = new int[m];
        for (int i = n, j = m; i > 0 || j > 0;)
        {
            switch (step[i, j])
            {
                case 0:
                    symbolOfCell[--j] = --i;
                    break;
                case 1:
                    i--;
                    break;
                default:
                    symbolOfCell[--j] = -1;
                    break;
            }
        }

        return (symbolOfCell, edits[n, m]);
    }

    private float Match(int i, int j, float origin, float pitch, float tolerance)
    {
        float cost = MathF.Min(WorstMatch, -MathF.Log(MathF.Max(1e-6f, _symbols[i].Mass(_cells[j]))));
        float position = _symbols[i].Position;
        if (float.IsNaN(position))
        {
            return cost;
        }

        float off = (position - origin - (pitch * j)) / (pitch * tolerance);
        return cost + MathF.Min(3, off * off / 2);
    }

    private float Extra(int i) => _fillerRun[i] > 0
        ? RunEdit(_fillerRun[i])
        : (SymbolEdit / 2) + (SymbolEdit / 2 * _symbols[i].Probability(_symbols[i].Top));

    /// <summary>Cost of a cell without symbol, standing before symbol <paramref name="i"/>.</summary>
    private float Missing(int i, int j)
    {
        int run = Math.Max(i > 0 ? _fillerRun[i - 1] : 0, i < _fillerRun.Length ? _fillerRun[i] : 0);
        float cost = run > 0 ? RunEdit(run) : i == 0 || i == _symbols.Count ? EndEdit : SymbolEdit;
        return MrzAlphabet.IsIn(_cells[j], MrzAlphabet.Filler) ? cost : cost + NoFillerAllowed;
    }

    /// <summary>Readers lose count in long runs, hardly ever in the two fillers between surname and given names.</summary>
    private static float RunEdit(int run) => run switch { 1 => 5, 2 => 3.5f, 3 or 4 => 2, _ => 0.8f };

    private static int[] RunLengths(bool[] fillerLike)
    {
        int[] lengths = new int[fillerLike.Length];
        for (int i = 0; i < lengths.Length;)
        {
            int end = i;
            while (end < lengths.Length && fillerLike[end])
            {
                end++;
            }

            Array.Fill(lengths, end - i, i, end - i);
            i = Math.Max(end, i + 1);
        }

        return lengths;
    }

    private (float Origin, float Pitch)? FitPitch(int[] symbolOfCell)
    {
        double n = 0, sj = 0, sp = 0, sjj = 0, sjp = 0;
        for (int j = 0; j < symbolOfCell.Length; j++)
        {
            if (symbolOfCell[j] >= 0 && _symbols[symbolOfCell[j]].Position is var p && !float.IsNaN(p))
            {
                n++;
                sj += j;
                sp += p;
                sjj += (double)j * j;
                sjp += (double)j * p;
            }
        }

        double spread = (n * sjj) - (sj * sj);
        if (n < 8 || spread <= 0)
        {
            return null;
        }

        double pitch = ((n * sjp) - (sj * sp)) / spread;
        double expected = 1.0 / symbolOfCell.Length;
        return pitch > expected * 0.5 && pitch < expected * 1.5 ? ((float)((sp - (pitch * sj)) / n), (float)pitch) : null;
    }
}
