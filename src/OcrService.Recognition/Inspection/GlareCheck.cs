namespace OcrService.Recognition.Inspection;

/// <summary>
/// Reflections: an area of the card that is burnt out, where the ground of the card is not, and that fades into it; or a larger one that
/// is only lighter, and fades too. White print and white things that lie on the card end sharply; a card whose whole ground is white shows
/// no reflection that could be told.
/// </summary>
internal static class GlareCheck
{
    /// <summary>Mean of the darkest channel from which a cell is burnt out.</summary>
    private const float Burnt = 248;

    /// <summary>Part of the card at which a reflection matters.</summary>
    private const float Part = 0.004f;

    /// <summary>How much of the way from the ground to white a fading rim has gone at some distance from the burnt area.</summary>
    private const float Fading = 0.35f;

    /// <summary>Distance of that rim, and of what counts as ground beyond it, in cells.</summary>
    private const int Rim = 2, Around = 10;

    /// <summary>The ground must be darker than burnt out by so many levels.</summary>
    private const float Room = 6;

    /// <summary>The same for one that is not burnt out.</summary>
    private const float PalePart = 0.02f;

    public static int Score(InspectedCard card)
    {
        float pale = card.ForeignAreas.Sum(a => a.IsReflection && a.Part > Part ? a.Part : 0);
        return AlarmScore.Of(MathF.Max(BurntEvidence(card.Cells), Evidence(pale / PalePart)));
    }

    internal static float BurntEvidence(CellGrid cells)
    {
        float[] darkest = new float[cells.Luma.Length];
        bool[] burnt = new bool[darkest.Length];
        List<float> ground = [];
        for (int i = 0; i < darkest.Length; i++)
        {
            darkest[i] = MathF.Min(cells.Red[i], MathF.Min(cells.Green[i], cells.Blue[i]));
            if (!cells.IsOnCard(i))
                continue;
            burnt[i] = darkest[i] >= Burnt;
            ground.Add(darkest[i]);
        }

        ground.Sort();
        float usual = ground[ground.Count / 2];
        if (usual > Burnt - Room)
            return -1;
        float area = 0;
        foreach (List<int> blob in Blobs.Of(burnt, cells.Width))
        {
            if (blob.Count < ground.Count * Part / 4)
                continue;
            List<int> rim = Blobs.Ring(blob, cells.Width, burnt.Length, Rim, cells.IsOnCard), around = Blobs.Ring(blob, cells.Width, burnt.Length, Around, cells.IsOnCard);
            if (rim.Count == 0 || around.Count == 0)
                continue;
            float surroundings = around.Average(i => darkest[i]);
            if (rim.Average(i => darkest[i]) - surroundings > Fading * (Burnt - surroundings))
                area += blob.Count / (float)ground.Count;
        }

        return Evidence(area / Part);
    }

    private static float Evidence(float ratio) => Math.Clamp(MathF.Log(MathF.Max(ratio, 1e-3f)), -1.5f, 1.5f);
}
