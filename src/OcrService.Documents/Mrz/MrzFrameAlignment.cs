namespace OcrService.Documents.Mrz;

/// <summary>
/// Lays the frames of a network over the cells of a legal row: the likeliest path of blanks and exactly one character a cell (the
/// constrained search of connectionist temporal classification). So a character that the greedy reading saw twice, or not at all, is put
/// right where the network itself holds it least unlikely.
/// </summary>
internal static class MrzFrameAlignment
{
    /// <summary>What a frame of a character costs which the cell may not hold, in nats.</summary>
    private const float WorstMatch = 5;

    /// <summary>
    /// An emission for every cell, and how much likelier in nats the frames would be without the cells: what it costs that the row is longer or
    /// shorter than the reader holds it. Null when there are fewer frames than cells.
    /// </summary>
    /// <param name="frames">What the network saw.</param>
    /// <param name="cells">For every cell the set of characters that it may hold.</param>
    public static (MrzEmission[] Cells, float EditCost)? Align(MrzFrames frames, IReadOnlyList<ulong> cells)
    {
        if (Path(frames, cells) is not { } runs)
        {
            return null;
        }

        float edits = 0;
        for (int frame = 0, cell = 0; frame < frames.Count; frame++)
        {
            while (cell < runs.Length && frame > runs[cell].Last)
            {
                cell++;
            }

            ReadOnlySpan<float> p = frames.Log(frame);
            float blank = p[MrzFrames.Blank], laid = cell < runs.Length && frame >= runs[cell].First ? p[runs[cell].Character] : blank;
            edits += MathF.Max(blank, Likeliest(p, MrzAlphabet.Any).Score) - laid;
        }

        return ([.. frames.Symbols([.. runs.Select(r => (r.First, r.Last))]).Select(s => new MrzEmission(s))], edits);
    }

    /// <summary>
    /// First and last frame of every cell on the likeliest path, and the character that it stands for there. States: a blank before, between
    /// and behind the cells at even numbers.
    /// </summary>
    private static (int First, int Last, int Character)[]? Path(MrzFrames frames, IReadOnlyList<ulong> cells)
    {
        int states = (2 * cells.Count) + 1;
        ulong[] sets = [.. cells.Distinct()];
        int[] setOf = [.. cells.Select(c => Array.IndexOf(sets, c))];
        (int Character, float Score)[] now = new (int, float)[sets.Length];
        // Every state keeps the character of its best path only.
        float[] score = new float[states], next = new float[states];
        int[] held = new int[states], holds = new int[states];
        byte[,] step = new byte[frames.Count, states], heldAt = new byte[frames.Count, states];
        Array.Fill(score, float.NegativeInfinity);
        for (int frame = 0; frame < frames.Count; frame++)
        {
            ReadOnlySpan<float> p = frames.Log(frame), before = frames.Log(Math.Max(0, frame - 1));
            float blank = p[MrzFrames.Blank];
            for (int s = 0; s < sets.Length; s++)
            {
                now[s] = Likeliest(p, sets[s]);
            }

            for (int state = 0; state < states; state++)
            {
                float beside = state == 0 ? float.NegativeInfinity : frame > 0 ? score[state - 1] : state == 1 ? 0 : float.NegativeInfinity;
                if ((state & 1) == 0)
                {
                    float stay = frame > 0 ? score[state] : state == 0 ? 0 : float.NegativeInfinity;
                    next[state] = MathF.Max(stay, beside) + blank;
                    step[frame, state] = (byte)(beside > stay ? 1 : 0);
                    continue;
                }

                ulong set = cells[(state - 1) / 2];
                (int character, float here) = now[setOf[(state - 1) / 2]];
                (next[state], holds[state], step[frame, state]) = (beside + here, character, 1);
                // Like characters side by side need a blank between them.
                if (frame > 0 && state > 2 && held[state - 2] != character && score[state - 2] + here > next[state])
                {
                    (next[state], step[frame, state]) = (score[state - 2] + here, 2);
                }

                int old = held[state];
                float stayed = frame > 0 ? score[state] : float.NegativeInfinity;
                float keep = stayed + Score(p, old, set), change = stayed + here + Score(before, character, set) - Score(before, old, set);
                if (MathF.Max(keep, change) > next[state])
                {
                    (next[state], holds[state]) = keep >= change ? (keep, old) : (change, character);
                    step[frame, state] = 0;
                }

                heldAt[frame, state] = (byte)holds[state];
            }

            (score, next) = (next, score);
            (held, holds) = (holds, held);
        }

        int at = frames.Count == 0 || score[^2] > score[^1] ? states - 2 : states - 1;
        if (frames.Count == 0 || float.IsNegativeInfinity(score[at]))
        {
            return null;
        }

        (int First, int Last, int Character)[] runs = new (int, int, int)[cells.Count];
        Array.Fill(runs, (-1, -1, -1));
        for (int frame = frames.Count - 1; frame >= 0; frame--)
        {
            if ((at & 1) == 1)
            {
                int cell = (at - 1) / 2;
                (_, int last, int character) = runs[cell];
                runs[cell] = last < 0 ? (frame, frame, heldAt[frame, at]) : (frame, last, character);
            }

            at -= step[frame, at];
        }

        return runs;
    }

    private static (int Character, float Score) Likeliest(ReadOnlySpan<float> p, ulong set)
    {
        int best = 0;
        for (int c = 1; c < MrzAlphabet.Count; c++)
        {
            best = Score(p, c, set) > Score(p, best, set) ? c : best;
        }

        return (best, Score(p, best, set));
    }

    private static float Score(ReadOnlySpan<float> p, int character, ulong set) => p[character] - (MrzAlphabet.IsIn(set, character) ? 0 : WorstMatch);
}
