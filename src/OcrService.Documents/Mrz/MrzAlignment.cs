namespace OcrService.Documents.Mrz;

/// <summary>
/// Lays one reading of a line over the cells of a legal line. Readers drop and invent symbols, mostly inside long runs of fillers,
/// so an edit is cheap there and dear elsewhere; where the symbols stand and what the cells may hold decide the rest. Minimum
/// total cost by dynamic programming; costs are negative log probabilities (nats).
/// </summary>
internal sealed class MrzAlignment
{
    private const float SymbolEdit = 6;

    /// <summary>The same for a lost symbol where the cells' places are known, which tell that one was lost.</summary>
    private const float KnownLoss = 3.2f;

    private const float EndEdit = 2.5f;
    private const float NoFillerAllowed = 5;
    private const float WorstMatch = 5;

    private readonly IReadOnlyList<MrzEmission> _symbols;
    private readonly IReadOnlyList<ulong> _cells;
    private readonly int[] _fillerRun;
    private readonly float _loss;

    private MrzAlignment(IReadOnlyList<MrzEmission> symbols, IReadOnlyList<ulong> cells, float loss)
    {
        _loss = loss;
        _symbols = symbols;
        _cells = cells;
        _fillerRun = RunLengths(FillerLike(symbols));
    }

    /// <summary>
    /// For every cell the index of its symbol, or -1 where the reader saw none; the cost of the edits; and where the cells stand, when
    /// that could be told beyond doubt.
    /// </summary>
    /// <param name="symbols">The reading.</param>
    /// <param name="cells">For every cell the set of characters that it may hold.</param>
    /// <param name="known">Where the cells stand, when another reading of the line told it already.</param>
    public static (int[] SymbolOfCell, float EditCost, CellPlaces? Places) Align(
        IReadOnlyList<MrzEmission> symbols, IReadOnlyList<ulong> cells, CellPlaces? known = null)
    {
        MrzAlignment alignment = new(symbols, cells, known is null ? SymbolEdit : KnownLoss);
        if (known is { } told)
        {
            (int[] laid, float edits, _) = alignment.Run(told, tolerance: 0.45f);
            return (laid, edits, told);
        }

        // The zone's quad need not be tight around the letters, so the cells' places are fitted to a first layout and the line is laid
        // out again. As many symbols as cells are most likely one for each, whatever a slant does to their places; but not surely.
        (int[] first, float firstEdits, _) = alignment.Run(new CellPlaces(0.5f / cells.Count, 1f / cells.Count, 0), tolerance: 2);
        (int[], float, CellPlaces?) best = (first, firstEdits, null);
        float least = float.PositiveInfinity;
        foreach (int[] layout in symbols.Count == cells.Count ? (int[][])[first, [.. Enumerable.Range(0, cells.Count)]] : [first])
        {
            if (alignment.FitPlaces(layout) is { } places && alignment.Run(places, tolerance: 0.45f) is var (cellsOf, edits, total) && total < least)
            {
                (best, least) = ((cellsOf, edits, alignment.IsTight(cellsOf, places) ? places : null), total);
            }
        }

        return best;
    }

    /// <summary>Whether every symbol stands in its cell. Where one was lost here and one invented there, those between stand beside theirs.</summary>
    private bool IsTight(int[] symbolOfCell, CellPlaces places)
    {
        for (int j = 0; j < symbolOfCell.Length; j++)
        {
            if (symbolOfCell[j] >= 0 && !(MathF.Abs(_symbols[symbolOfCell[j]].Position - places.At(j)) < 0.4f * places.Pitch(j)))
            {
                return false;
            }
        }

        return true;
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

    private (int[] SymbolOfCell, float EditCost, float Total) Run(CellPlaces places, float tolerance)
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

                float match = i > 0 && j > 0 ? cost[i - 1, j - 1] + Match(i - 1, j - 1, places, tolerance) : float.PositiveInfinity;
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

        return (symbolOfCell, edits[n, m], cost[n, m]);
    }

    private float Match(int i, int j, CellPlaces places, float tolerance)
    {
        float cost = MathF.Min(WorstMatch, -MathF.Log(MathF.Max(1e-6f, _symbols[i].Mass(_cells[j]))));
        float position = _symbols[i].Position;
        if (float.IsNaN(position))
        {
            return cost;
        }

        float off = (position - places.At(j)) / (places.Pitch(j) * tolerance);
        return cost + MathF.Min(3, off * off / 2);
    }

    private float Extra(int i) => _fillerRun[i] > 0
        ? RunEdit(_fillerRun[i])
        : (SymbolEdit / 2) + (SymbolEdit / 2 * _symbols[i].Probability(_symbols[i].Top));

    /// <summary>Cost of a cell without symbol, standing before symbol <paramref name="i"/>.</summary>
    private float Missing(int i, int j)
    {
        int run = Math.Max(i > 0 ? _fillerRun[i - 1] : 0, i < _fillerRun.Length ? _fillerRun[i] : 0);
        float cost = run > 0 ? RunEdit(run) : i == 0 || i == _symbols.Count ? EndEdit : _loss;
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

    /// <summary>
    /// Where the cells stand, from a first layout: by least squares. Seen at a slant the pitch grows along the line, so a parabola is
    /// fitted. Null when too few symbols have a place, or when the pitch comes out as that of no such line.
    /// </summary>
    private CellPlaces? FitPlaces(int[] symbolOfCell)
    {
        // Normal equations of p = a + b j + c j^2, with j from -1 to 1 for the sake of the arithmetic.
        double half = (symbolOfCell.Length - 1) / 2.0;
        double[] powers = new double[5], moments = new double[3];
        for (int j = 0; j < symbolOfCell.Length; j++)
        {
            if (symbolOfCell[j] < 0 || _symbols[symbolOfCell[j]].Position is not (var p and not float.NaN))
            {
                continue;
            }

            double x = (j / half) - 1, power = 1;
            for (int k = 0; k < powers.Length; k++, power *= x)
            {
                powers[k] += power;
                if (k < moments.Length)
                {
                    moments[k] += power * p;
                }
            }
        }

        if (powers[0] < 8 || Solve(powers, moments) is not { } fit)
        {
            return null;
        }

        CellPlaces places = new((float)(fit[0] - fit[1] + fit[2]), (float)((fit[1] - (2 * fit[2])) / half), (float)(fit[2] / (half * half)));
        float expected = 1f / symbolOfCell.Length;
        return places.Pitch(0) > expected * 0.5f && places.Pitch(0) < expected * 1.5f
            && places.Pitch(symbolOfCell.Length - 1) > expected * 0.5f && places.Pitch(symbolOfCell.Length - 1) < expected * 1.5f
            ? places : null;
    }

    /// <summary>Solves the symmetric 3 x 3 system by Cramer's rule; null when it is singular.</summary>
    private static double[]? Solve(double[] s, double[] m)
    {
        double determinant = Determinant(s[0], s[1], s[2], s[1], s[2], s[3], s[2], s[3], s[4]);
        return Math.Abs(determinant) < 1e-9
            ? null
            :
            [
                Determinant(m[0], s[1], s[2], m[1], s[2], s[3], m[2], s[3], s[4]) / determinant,
                Determinant(s[0], m[0], s[2], s[1], m[1], s[3], s[2], m[2], s[4]) / determinant,
                Determinant(s[0], s[1], m[0], s[1], s[2], m[1], s[2], s[3], m[2]) / determinant,
            ];
    }

    private static double Determinant(double a, double b, double c, double d, double e, double f, double g, double h, double i) =>
        (a * ((e * i) - (f * h))) - (b * ((d * i) - (f * g))) + (c * ((d * h) - (e * g)));

}

/// <summary>Places of the cells' centres along a line, as fractions of its width: a parabola over the cell's number.</summary>
internal readonly record struct CellPlaces(float Origin, float Step, float Growth)
{
    public float At(int cell) => Origin + (Step * cell) + (Growth * cell * cell);

    public float Pitch(int cell) => Step + (2 * Growth * cell);
}
