using OcrService.Documents.Pages;

namespace OcrService.Recognition.Inspection;

/// <summary>An area of one colour that is not the ground's.</summary>
/// <param name="Part">Its part of the card.</param>
/// <param name="Fill">Its part of the upright box around it: 1 for a printed panel, less for what lies askew or is round.</param>
/// <param name="Touching">Cells along the card's border.</param>
/// <param name="Crossing">Those of them where it goes on beyond the border, unlike what else is there.</param>
/// <param name="Lighter">Whether it is lighter than the ground in all colours.</param>
/// <param name="Sharpness">How steep its rim is: about 1 for a thing, less for what fades.</param>
internal readonly record struct ForeignArea(float Part, float Fill, int Touching, int Crossing, bool Lighter, float Sharpness)
{
    /// <summary>The sharpest rim of a reflection.</summary>
    private const float Fading = 0.75f;

    /// <summary>Whether it is light that falls on the card, not a thing.</summary>
    public bool IsReflection => Lighter && Sharpness < Fading;
}

/// <summary>The areas of a card that are not of its ground's colour, letters and thin lines aside, nor part of the portrait.</summary>
internal static class ForeignAreas
{
    /// <summary>A colour farther from the ground's is another, in levels at full light.</summary>
    private const float Foreign = 16;

    /// <summary>A colour farther from the mean of an area belongs to another thing.</summary>
    private const float Apart = 30;

    /// <summary>Smaller areas are not looked at, as a part of the card.</summary>
    private const float Least = 0.002f;

    /// <summary>How far the portrait's frame may be off, in cells.</summary>
    private const float PortraitRoom = 3;

    /// <summary>Beyond the border the same thing goes on when its colour changes by less, and it is not the table when it differs from that by more.</summary>
    private const float Same = 20, Other = 28;

    /// <summary>How far beyond the border to look, in cells; nearer there may be a rim of shadow.</summary>
    private const int BeyondFrom = 3, BeyondTo = 6;

    /// <summary>How far from the rim of an area it is compared with what is outside, in cells.</summary>
    private const int RimReach = 2;

    /// <summary>How far inside the border an area may end and still touch it, in cells.</summary>
    private const int Touch = 3;

    public static List<ForeignArea> Find(InspectedCard card)
    {
        CellGrid cells = card.Cells;
        CardGround ground = new(cells);
        float limit = Foreign * MathF.Max(0.3f, ground.Light / 230);
        bool[] foreign = new bool[cells.Luma.Length];
        Box portrait = card.Portrait is { } p ? card.View.ToView(p).Bounds : new Box(0, 0, -1, -1);
        int onCard = 0;
        for (int i = 0; i < foreign.Length; i++)
        {
            if (!cells.IsOnCard(i))
                continue;
            onCard++;
            foreign[i] = ground.Distance(i) > limit && !IsWithin(portrait, i % cells.Width, i / cells.Width);
        }

        Dictionary<(int X, int Y), (float Red, float Green, float Blue)> tables = Tables(cells);
        List<ForeignArea> areas = [];
        foreach (List<int> blob in Blobs.Of(foreign, cells.Width, start => OneColour(ground, start)))
        {
            if (blob.Count >= Least * onCard)
                areas.Add(Describe(blob, cells, ground, tables, onCard));
        }

        return areas;
    }

    /// <summary>The usual colour beyond each side.</summary>
    private static Dictionary<(int X, int Y), (float Red, float Green, float Blue)> Tables(CellGrid cells)
    {
        Dictionary<(int X, int Y), (float Red, float Green, float Blue)> tables = [];
        foreach ((int x, int y) in ((int X, int Y)[])[(-1, 0), (1, 0), (0, -1), (0, 1)])
        {
            List<int> outside = [];
            for (int at = CellGrid.Margin; at < (x == 0 ? cells.Width : cells.Height) - CellGrid.Margin; at++)
            {
                for (int d = BeyondFrom; d <= BeyondTo; d++)
                    outside.Add(cells.Beyond(x == 0 ? at : at * cells.Width, x, y, d));
            }

            tables[(x, y)] = (Median(outside, cells.Red), Median(outside, cells.Green), Median(outside, cells.Blue));
        }

        return tables;
    }

    private static float Median(List<int> cells, float[] channel)
    {
        float[] values = [.. cells.Select(i => channel[i])];
        Array.Sort(values);
        return values[values.Length / 2];
    }

    private static bool IsWithin(Box box, int x, int y) =>
        box.Right > box.Left && (x + 0.5f) * CellGrid.Side > box.Left - (PortraitRoom * CellGrid.Side) && (x + 0.5f) * CellGrid.Side < box.Right + (PortraitRoom * CellGrid.Side) &&
        (y + 0.5f) * CellGrid.Side > box.Top - (PortraitRoom * CellGrid.Side) && (y + 0.5f) * CellGrid.Side < box.Bottom + (PortraitRoom * CellGrid.Side);

    private static ForeignArea Describe(List<int> blob, CellGrid cells, CardGround ground, Dictionary<(int X, int Y), (float Red, float Green, float Blue)> tables, int onCard)
    {
        int left = int.MaxValue, top = int.MaxValue, right = 0, bottom = 0, touching = 0, crossing = 0;
        foreach (int i in blob)
        {
            int x = i % cells.Width, y = i / cells.Width;
            (left, right, top, bottom) = (Math.Min(left, x), Math.Max(right, x), Math.Min(top, y), Math.Max(bottom, y));
        }

        foreach (int i in blob)
        {
            (int dx, int dy) = cells.Outwards(i, Touch);
            if (dx == 0 && dy == 0)
                continue;
            touching++;
            if (GoesOn(cells, tables, i, dx, dy))
                crossing++;
        }

        // Each cell of the border was met once for every cell of depth.
        return new ForeignArea(
            blob.Count / (float)onCard, blob.Count / (float)((right - left + 1) * (bottom - top + 1)), touching / Touch, crossing / Touch,
            blob.Count(ground.IsLighter) > blob.Count * 0.9f, Sharpness(blob, cells, ground));
    }

    /// <summary>An area takes in what is near the mean of what it has already.</summary>
    private static Func<int, bool> OneColour(CardGround ground, int start)
    {
        (float red, float green, float blue) = ground.Colour(start);
        int count = 1;
        return next =>
        {
            (float r, float g, float b) = ground.Colour(next);
            if (CardGround.Length(r - (red / count), g - (green / count), b - (blue / count)) > Apart)
                return false;
            (red, green, blue, count) = (red + r, green + g, blue + b, count + 1);
            return true;
        };
    }

    /// <summary>How much of the way from the ground to the area's colour is gone within a few cells at its rim.</summary>
    private static float Sharpness(List<int> blob, CellGrid cells, CardGround ground)
    {
        HashSet<int> area = [.. blob];
        float[] core = [.. blob.Select(ground.Distance)];
        Array.Sort(core);
        float full = core[core.Length * 3 / 4], sum = 0;
        int n = 0;
        foreach (int i in blob)
        {
            foreach (int step in (ReadOnlySpan<int>)[-1, 1, -cells.Width, cells.Width])
            {
                int outside = i + (step * RimReach), inside = i - (step * RimReach);
                if (area.Contains(i + step) || outside < 0 || outside >= cells.Luma.Length || inside < 0 || inside >= cells.Luma.Length ||
                    !cells.IsOnCard(outside) || !cells.IsOnCard(inside))
                {
                    continue;
                }

                sum += ground.Distance(inside) - ground.Distance(outside);
                n++;
            }
        }

        return n == 0 ? 1 : sum / n / full;
    }

    private static bool GoesOn(CellGrid cells, Dictionary<(int X, int Y), (float Red, float Green, float Blue)> tables, int cell, int dx, int dy)
    {
        (float Red, float Green, float Blue) inside = (cells.Red[cell], cells.Green[cell], cells.Blue[cell]);
        (float Red, float Green, float Blue) table = tables[(dx, dy)];
        int same = 0;
        for (int d = BeyondFrom; d <= BeyondTo; d++)
        {
            int at = cells.Beyond(cell, dx, dy, d);
            if (!cells.IsInPicture(at))
                return false;
            float change = CardGround.Length(cells.Red[at] - inside.Red, cells.Green[at] - inside.Green, cells.Blue[at] - inside.Blue);
            float offTable = CardGround.Length(cells.Red[at] - table.Red, cells.Green[at] - table.Green, cells.Blue[at] - table.Blue);
            if (change < Same && offTable > Other)
                same++;
        }

        return same > (BeyondTo - BeyondFrom) / 2;
    }
}
