using OcrService.Documents.Pages;
using OcrService.Native;

namespace OcrService.Recognition.Inspection;

/// <summary>
/// The surroundings of one side of a card, straightened: rows run across the side from inside to outside, one after the other along the
/// side. The ends are left out: there are the round corners, and the other sides.
/// </summary>
internal sealed class SideStrip
{
    /// <summary>Rows along the side.</summary>
    public const int Rows = 128;

    /// <summary>Columns from the rough line to either end.</summary>
    public const int Reach = 44;

    public const int Columns = (2 * Reach) + 1;

    /// <summary>Width of a column as a fraction of the card's width; the strip reaches 7 % of it to both sides.</summary>
    public const float ColumnWidth = 0.07f / Reach;

    /// <summary>Part of the side left out at each end.</summary>
    private const float Ends = 0.09f;

    /// <summary>Points averaged for one value, in each direction.</summary>
    private const int Points = 3;

    /// <summary>Rows to each side that are averaged: noise and fine patterns even out, while the side hardly moves across the columns.</summary>
    private const int SmoothRows = 2;

    private readonly PixelImage _image;
    private readonly PagePoint _from;
    private readonly PagePoint _along;
    private readonly PagePoint _across;

    private SideStrip(PixelImage image, PagePoint from, PagePoint along, PagePoint across) =>
        (_image, _from, _along, _across) = (image, from, along, across);

    /// <summary>Colours by channel, row and column, 0 to 255.</summary>
    public float[][] Channels { get; } = [new float[Rows * Columns], new float[Rows * Columns], new float[Rows * Columns]];

    /// <summary>First and last-plus-one column of each row that lie in the picture.</summary>
    public (int First, int End)[] Inside { get; } = new (int, int)[Rows];

    /// <summary>Takes the strip.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="from">Where the side begins: the card lies to the right of it.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="unit">The card's width in pixels.</param>
    public static SideStrip Take(PixelImage image, PagePoint from, PagePoint to, float unit)
    {
        PagePoint side = to - from;
        PagePoint outward = new PagePoint(side.Y, -side.X) * (ColumnWidth * unit / MathF.Max(1, side.Length));
        SideStrip strip = new(image, from + (side * Ends), side * ((1 - (2 * Ends)) / (Rows - 1)), outward);
        for (int row = 0; row < Rows; row++)
            strip.Fill(row);
        foreach (float[] channel in strip.Channels)
            strip.Smooth(channel);
        return strip;
    }

    /// <summary>Position in the picture, in pixels.</summary>
    /// <param name="row">Row, 0 at the first.</param>
    /// <param name="column">Column against the rough line, outward positive.</param>
    public PagePoint At(float row, float column) => _from + (_along * row) + (_across * column);

    /// <summary>The picture's own edge, when it runs along the whole side within the strip.</summary>
    public SideLine? PictureEdge(float support)
    {
        (float first, int edge) = Leave(0);
        (float last, int otherEdge) = Leave(Rows - 1);
        return edge == otherEdge && MathF.Abs(first) <= Reach && MathF.Abs(last) <= Reach ? new SideLine(first, last, support) : null;
    }

    /// <summary>The column at which a row leaves the picture outwards, and over which of its edges.</summary>
    private (float Column, int Edge) Leave(int row)
    {
        PagePoint p = At(row, 0);
        ReadOnlySpan<float> exits =
        [
            _across.X > 0 ? (_image.Width - p.X) / _across.X : float.MaxValue,
            _across.X < 0 ? -p.X / _across.X : float.MaxValue,
            _across.Y > 0 ? (_image.Height - p.Y) / _across.Y : float.MaxValue,
            _across.Y < 0 ? -p.Y / _across.Y : float.MaxValue,
        ];
        int edge = 0;
        for (int i = 1; i < exits.Length; i++)
        {
            if (exits[i] < exits[edge])
                edge = i;
        }

        return (exits[edge], edge);
    }

    private void Fill(int row)
    {
        (int First, int End) inside = (Columns, 0);
        for (int column = 0; column < Columns; column++)
        {
            PagePoint middle = At(row, column - Reach);
            int at = (row * Columns) + column;
            if (middle.X < 1 || middle.Y < 1 || middle.X > _image.Width - 1 || middle.Y > _image.Height - 1)
                continue;
            inside = (Math.Min(inside.First, column), column + 1);
            uint red = 0, green = 0, blue = 0;
            for (int i = 0; i < Points * Points; i++)
            {
                PagePoint p = At(row + (((i / Points) - 1) / (float)Points), column - Reach + (((i % Points) - 1) / (float)Points));
                uint pixel = _image.Row(Math.Clamp((int)p.Y, 0, _image.Height - 1))[Math.Clamp((int)p.X, 0, _image.Width - 1)];
                red += pixel >> 24;
                green += (pixel >> 16) & 0xFF;
                blue += (pixel >> 8) & 0xFF;
            }

            Channels[0][at] = red / (float)(Points * Points);
            Channels[1][at] = green / (float)(Points * Points);
            Channels[2][at] = blue / (float)(Points * Points);
        }

        Inside[row] = inside;
    }

    private void Smooth(float[] channel)
    {
        Span<float> column = stackalloc float[Rows];
        for (int c = 0; c < Columns; c++)
        {
            for (int row = 0; row < Rows; row++)
                column[row] = channel[(row * Columns) + c];
            for (int row = 0; row < Rows; row++)
            {
                if (c < Inside[row].First || c >= Inside[row].End)
                    continue;
                float sum = 0;
                int n = 0;
                for (int r = Math.Max(0, row - SmoothRows); r <= Math.Min(Rows - 1, row + SmoothRows); r++)
                {
                    if (c < Inside[r].First || c >= Inside[r].End)
                        continue;
                    sum += column[r];
                    n++;
                }

                channel[(row * Columns) + c] = sum / n;
            }
        }
    }
}
