namespace OcrService.Recognition.Inspection;

/// <summary>Decides which edges are the sides of a frame.</summary>
internal static class SideChoice
{
    /// <summary>Cost of a weak edge, and of a side that is not seen.</summary>
    private const float Weakness = 3, Unseen = 3.5f;

    /// <summary>The best line of each side, clockwise from the top; at most one of them is not seen, and stays where the rough frame has it.</summary>
    /// <param name="lines">Candidates of each side.</param>
    /// <param name="search">What may be wrong with the rough frame.</param>
    /// <param name="width">Width of the rough frame in units.</param>
    /// <param name="height">Height of the rough frame in units.</param>
    public static SideLine[] Best(List<SideLine>[] lines, FrameSearch search, float width, float height)
    {
        SideLine[][] options = [.. lines.Select(l => (SideLine[])[.. l, default])];
        SideLine[] chosen = new SideLine[4], best = new SideLine[4];
        float least = float.MaxValue;
        foreach (SideLine top in options[0])
        {
            foreach (SideLine right in options[1])
            {
                foreach (SideLine bottom in options[2])
                {
                    foreach (SideLine left in options[3])
                    {
                        (chosen[0], chosen[1], chosen[2], chosen[3]) = (top, right, bottom, left);
                        float cost = Cost(chosen, search, width, height);
                        if (cost >= least)
                            continue;
                        least = cost;
                        chosen.CopyTo(best, 0);
                    }
                }
            }
        }

        return best;
    }

    private static float Cost(SideLine[] chosen, FrameSearch search, float width, float height)
    {
        float cost = 0;
        int unseen = 0;
        foreach (SideLine line in chosen)
        {
            if (line.Support == 0)
            {
                unseen++;
                cost += Unseen;
            }
            else
            {
                cost -= (Weakness * MathF.Log(line.Support)) + (search.Outward * line.Middle);
            }
        }

        if (unseen > 1)
            return float.MaxValue;
        float across = (chosen[1].Middle + chosen[3].Middle) / width, down = (chosen[0].Middle + chosen[2].Middle) / height;
        float right = (chosen[1].Middle - chosen[3].Middle) / 2, lower = (chosen[2].Middle - chosen[0].Middle) / 2;
        return cost + (0.5f * (Square(right / search.Shift) + Square(lower / search.Shift) + Square(across / search.Size) + Square(down / search.Size) +
            Square((across - down) / search.Shape)));
    }

    private static float Square(float x) => x * x;
}
