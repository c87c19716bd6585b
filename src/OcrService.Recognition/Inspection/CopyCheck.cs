namespace OcrService.Recognition.Inspection;

/// <summary>
/// Black-and-white copies: no colour is left on the card but one that comes with the light. A cast that goes with the brightness, and that
/// changes evenly across the card, is fitted and taken away; what remains of an original are its inks, its ground and the portrait.
/// Catches photocopies, grey scans and grey prints, also in coloured light; a card that is itself all grey is taken for one.
/// </summary>
internal static class CopyCheck
{
    /// <summary>Colour that remains, in levels at full light, at which copies and originals part.</summary>
    private const float Colourless = 0.8f;

    public static int Score(InspectedCard card) => AlarmScore.Of(MathF.Log(Colourless / MathF.Max(0.01f, Colour(card.Cells))));

    /// <summary>Mean colour that is left, in levels as if the card's ground were white.</summary>
    internal static float Colour(CellGrid cells)
    {
        const int inset = CellGrid.Margin + 2;
        int count = (cells.Width - (2 * inset)) * (cells.Height - (2 * inset));
        float[] luma = new float[count], blue = new float[count], red = new float[count], across = new float[count], down = new float[count];
        int n = 0;
        for (int y = inset; y < cells.Height - inset; y++)
        {
            for (int x = inset; x < cells.Width - inset; x++, n++)
            {
                int i = (y * cells.Width) + x;
                luma[n] = cells.Luma[i];
                blue[n] = cells.Blue[i] - cells.Luma[i];
                red[n] = cells.Red[i] - cells.Luma[i];
                across[n] = x / (float)cells.Width * luma[n];
                down[n] = y / (float)cells.Height * luma[n];
            }
        }

        float[][] cast = [luma, across, down];
        LinearFit.Subtract(blue, cast);
        LinearFit.Subtract(red, cast);
        float sum = 0;
        for (int i = 0; i < n; i++)
            sum += MathF.Sqrt((blue[i] * blue[i]) + (red[i] * red[i]));
        Array.Sort(luma);
        return sum / n * 255 / MathF.Max(32, luma[n * 9 / 10]);
    }
}
