namespace OcrService.Recognition.Inspection;

/// <summary>
/// The ground of a card: an even field of colour under all that is printed, fitted to the greater part of its cells. For each cell the
/// lightest one nearby stands, so that letters and thin lines are not seen.
/// </summary>
internal sealed class CardGround
{
    /// <summary>Cells to each side among which the lightest is taken: what is wider than twice that is no letter.</summary>
    private const int Reach = 2;

    /// <summary>Rounds of fitting: the distance in levels beyond which a cell has no part in the next one.</summary>
    private static readonly float[] Rounds = [60, 35, 20, 14];

    private readonly CellGrid _cells;
    private readonly int[] _lightest;
    private readonly float[][] _fields = new float[3][];

    public CardGround(CellGrid cells)
    {
        _cells = cells;
        _lightest = Lightest(Lightest([.. Enumerable.Range(0, cells.Luma.Length)], 1), cells.Width);
        Fit();
    }

    /// <summary>Mean light of the ground, in levels.</summary>
    public float Light => (_fields[0][2] + _fields[1][2] + _fields[2][2]) / 3;

    /// <summary>How far a cell's colour is from the ground's, in levels.</summary>
    public float Distance(int cell)
    {
        (float red, float green, float blue) = Colour(cell);
        return Length(red - Field(0, cell), green - Field(1, cell), blue - Field(2, cell));
    }

    /// <summary>A cell's colour, letters aside.</summary>
    public (float Red, float Green, float Blue) Colour(int cell)
    {
        int from = _lightest[cell];
        return (_cells.Red[from], _cells.Green[from], _cells.Blue[from]);
    }

    /// <summary>Whether a cell is lighter than the ground, in all colours.</summary>
    public bool IsLighter(int cell)
    {
        (float red, float green, float blue) = Colour(cell);
        return red > Field(0, cell) && green > Field(1, cell) && blue > Field(2, cell);
    }

    public static float Length(float red, float green, float blue) => MathF.Sqrt(((red * red) + (green * green) + (blue * blue)) / 3);

    private float Field(int channel, int cell)
    {
        float[] f = _fields[channel];
        return (f[0] * (cell % _cells.Width)) + (f[1] * (cell / _cells.Width)) + f[2];
    }

    /// <summary>The lightest of what its neighbours along one direction stand for.</summary>
    private int[] Lightest(int[] before, int step)
    {
        int[] lightest = new int[before.Length];
        for (int i = 0; i < before.Length; i++)
        {
            int best = before[i];
            for (int d = -Reach; d <= Reach; d++)
            {
                int at = i + (d * step);
                if (at >= 0 && at < before.Length && _cells.IsOnCard(before[at]) && (_cells.Luma[before[at]] > _cells.Luma[best] || !_cells.IsOnCard(best)))
                    best = before[at];
            }

            lightest[i] = best;
        }

        return lightest;
    }

    /// <summary>A plane for each channel, first through the median colour, then through what is near the one before.</summary>
    private void Fit()
    {
        List<int> all = [];
        for (int i = 0; i < _lightest.Length; i++)
        {
            if (_cells.IsOnCard(i))
                all.Add(i);
        }

        float[][] channels = [_cells.Red, _cells.Green, _cells.Blue];
        for (int c = 0; c < 3; c++)
        {
            float[] values = [.. all.Select(i => channels[c][_lightest[i]])];
            Array.Sort(values);
            _fields[c] = [0, 0, values[values.Length / 2]];
        }

        foreach (float reach in Rounds)
        {
            List<int> near = all.FindAll(i =>
            {
                int from = _lightest[i];
                return Length(_cells.Red[from] - Field(0, i), _cells.Green[from] - Field(1, i), _cells.Blue[from] - Field(2, i)) < reach;
            });
            if (near.Count < all.Count / 8)
                break;
            float[][] terms = [[.. near.Select(i => (float)(i % _cells.Width))], [.. near.Select(i => (float)(i / _cells.Width))]];
            for (int c = 0; c < 3; c++)
                _fields[c] = [.. LinearFit.Solve([.. near.Select(i => channels[c][_lightest[i]])], terms).Select(w => (float)w)];
        }
    }
}
