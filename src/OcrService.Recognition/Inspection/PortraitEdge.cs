using OcrService.Documents.Pages;

namespace OcrService.Recognition.Inspection;

/// <summary>What the edge of a portrait looks like.</summary>
/// <param name="Turn">Turn against the card in degrees, clockwise positive; the median of the sides that are seen well, 0 when there are not two of them.</param>
/// <param name="Shadow">How much darker the ground is close to the edge than farther off, in levels: on the second darkest side, as a shadow falls to two, against the least dark one, as a printed frame runs all around.</param>
/// <param name="Rim">How much lighter the edge itself is than both the ground and the photo, in levels; on the third lightest side.</param>
internal readonly record struct PortraitEdge(float Turn, float Shadow, float Rim)
{
    /// <summary>Distances from the edge in pixels of the view: close, far, and inside.</summary>
    private const int CloseFrom = 1, CloseTo = 4, FarFrom = 8, FarTo = 12, Inside = 4;

    /// <summary>Places along a side at which it is looked at; its ends are left out.</summary>
    private const int Places = 48;

    private const float Ends = 0.08f;

    /// <summary>A side that is seen less clearly says nothing of the turn.</summary>
    private const float Clear = 0.5f;

    /// <summary>Describes the edge.</summary>
    /// <param name="view">The card.</param>
    /// <param name="portrait">The portrait in view coordinates.</param>
    /// <param name="sides">Its sides as they were found.</param>
    public static PortraitEdge Of(CardView view, in Quad portrait, SideLine[] sides)
    {
        PagePoint[] corners = [portrait.TopLeft, portrait.TopRight, portrait.BottomRight, portrait.BottomLeft];
        List<float> turns = [];
        float[] shadows = new float[4], rims = new float[4];
        for (int side = 0; side < 4; side++)
        {
            PagePoint from = corners[side], along = corners[(side + 1) % 4] - from;
            if (sides[side].Support >= Clear)
                turns.Add(Imaging.PageView.Normalize((MathF.Atan2(along.Y, along.X) * 180 / MathF.PI) - (side * 90)));
            float[] profile = Profile(view, from, along);
            float close = float.MaxValue, rim = 0, far = 0;
            for (int d = CloseFrom; d <= CloseTo; d++)
                close = MathF.Min(close, profile[d + Inside]);
            for (int d = FarFrom; d <= FarTo; d++)
                far += profile[d + Inside] / (FarTo - FarFrom + 1);
            for (int d = -1; d <= CloseTo; d++)
                rim = MathF.Max(rim, profile[d + Inside]);
            shadows[side] = far - close;
            rims[side] = rim - MathF.Max(far, profile[0]);
        }

        turns.Sort();
        Array.Sort(shadows);
        Array.Sort(rims);
        return new PortraitEdge(turns.Count < 2 ? 0 : turns[turns.Count / 2], shadows[2] - shadows[0], rims[1]);
    }

    /// <summary>Median light along a side at each distance from it, from the inside outwards.</summary>
    private static float[] Profile(CardView view, PagePoint from, PagePoint along)
    {
        PagePoint outward = new PagePoint(along.Y, -along.X) * (1 / MathF.Max(1, along.Length));
        float[] profile = new float[Inside + FarTo + 1], values = new float[Places];
        for (int d = -Inside; d <= FarTo; d++)
        {
            for (int i = 0; i < Places; i++)
            {
                PagePoint p = from + (along * (Ends + ((1 - (2 * Ends)) * i / (Places - 1)))) + (outward * d);
                values[i] = view.Light((int)MathF.Round(p.X - 0.5f), (int)MathF.Round(p.Y - 0.5f));
            }

            Array.Sort(values);
            profile[d + Inside] = values[Places / 2];
        }

        return profile;
    }
}
