namespace OcrService.Recognition.Inspection;

/// <summary>A <see cref="CardView"/> in cells of 4 by 4 pixels: mean colours, in which noise and thin strokes have evened out.</summary>
internal sealed class CellGrid
{
    /// <summary>Side of a cell in pixels of the view.</summary>
    public const int Side = 4;

    /// <summary>Cells of the surroundings on each side.</summary>
    public const int Margin = CardView.Margin / Side;

    private const int Rim = 1, Corner = 6;

    private readonly CardView _view;

    public CellGrid(CardView view)
    {
        _view = view;
        Width = view.Width / Side;
        Height = view.Height / Side;
        Red = Means(view.Red, view.Width);
        Green = Means(view.Green, view.Width);
        Blue = Means(view.Blue, view.Width);
        Luma = new float[Red.Length];
        for (int i = 0; i < Luma.Length; i++)
            Luma[i] = (0.299f * Red[i]) + (0.587f * Green[i]) + (0.114f * Blue[i]);
    }

    /// <summary>Columns, the surroundings included.</summary>
    public int Width { get; }

    public int Height { get; }

    public float[] Red { get; }

    public float[] Green { get; }

    public float[] Blue { get; }

    public float[] Luma { get; }

    /// <summary>Whether a cell belongs to the card; its outermost cells, and its round corners, do not count.</summary>
    public bool IsOnCard(int index)
    {
        int x = index % Width, y = index / Width;
        int across = Math.Min(x - Margin, Width - 1 - Margin - x), down = Math.Min(y - Margin, Height - 1 - Margin - y);
        return across >= Rim && down >= Rim && across + down >= Corner;
    }

    /// <summary>Whether the picture shows a cell.</summary>
    public bool IsInPicture(int index) => _view.IsInPicture(((index % Width) + 0.5f) * Side, ((index / Width) + 0.5f) * Side);

    /// <summary>Which way the border is, when a cell lies at it or at most <paramref name="depth"/> cells inside; else (0, 0).</summary>
    public (int X, int Y) Outwards(int index, int depth)
    {
        int x = index % Width - Margin - Rim, y = index / Width - Margin - Rim;
        int columns = Width - (2 * (Margin + Rim)), rows = Height - (2 * (Margin + Rim));
        if (x < depth)
            return (-1, 0);
        if (columns - 1 - x < depth)
            return (1, 0);
        if (y < depth)
            return (0, -1);
        return rows - 1 - y < depth ? (0, 1) : (0, 0);
    }

    /// <summary>The cell beyond the border, straight out from a cell inside.</summary>
    /// <param name="index">The cell inside.</param>
    /// <param name="x">Direction across: -1 left, 1 right, 0 neither.</param>
    /// <param name="y">Direction down.</param>
    /// <param name="distance">Cells beyond the border, from 1 to <see cref="Margin"/>.</param>
    public int Beyond(int index, int x, int y, int distance)
    {
        int column = x < 0 ? Margin - distance : x > 0 ? Width - 1 - Margin + distance : index % Width;
        int row = y < 0 ? Margin - distance : y > 0 ? Height - 1 - Margin + distance : index / Width;
        return (row * Width) + column;
    }

    private float[] Means(byte[] channel, int stride)
    {
        float[] means = new float[Width * Height];
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                int sum = 0;
                for (int j = 0; j < Side; j++)
                {
                    int at = (((y * Side) + j) * stride) + (x * Side);
                    sum += channel[at] + channel[at + 1] + channel[at + 2] + channel[at + 3];
                }

                means[(y * Width) + x] = sum / (float)(Side * Side);
            }
        }

        return means;
    }
}
