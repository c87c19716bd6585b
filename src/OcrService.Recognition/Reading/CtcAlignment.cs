namespace OcrService.Recognition.Reading;

/// <summary>Where the symbols of a known text stand among the frames of a CTC network: the likeliest path of blanks and these symbols.</summary>
internal static class CtcAlignment
{
    /// <summary>Least probability, for the logarithm's sake.</summary>
    private const float Floor = 1e-12f;

    /// <summary>A peak for every class of the text: the frame of its run where it is likeliest. Empty when there are too few frames for it.</summary>
    /// <param name="probabilities">Frames x classes, softmax applied, class 0 the blank.</param>
    /// <param name="frames">Number of frames.</param>
    /// <param name="classes">Number of classes, blank included.</param>
    /// <param name="text">The classes, without blanks.</param>
    public static List<CtcDecoder.Peak> Align(ReadOnlySpan<float> probabilities, int frames, int classes, IReadOnlyList<int> text)
    {
        if (text.Count == 0 || frames == 0)
            return [];
        // States: a blank before, between and behind the symbols at even numbers.
        int states = (2 * text.Count) + 1;
        float[] score = new float[states], next = new float[states];
        Array.Fill(score, float.NegativeInfinity);
        score[0] = 0;
        byte[] steps = new byte[frames * states];
        for (int frame = 0; frame < frames; frame++)
        {
            ReadOnlySpan<float> row = probabilities.Slice(frame * classes, classes);
            for (int state = 0; state < states; state++)
            {
                // Before the first frame only the leading blank has been passed, or nothing.
                (float best, byte step) = (score[state], 0);
                if (state > 0 && score[state - 1] > best)
                    (best, step) = (score[state - 1], 1);
                if ((state & 1) == 1 && state > 2 && text[state / 2] != text[(state / 2) - 1] && score[state - 2] > best)
                    (best, step) = (score[state - 2], 2);
                next[state] = best + MathF.Log(MathF.Max(Floor, row[(state & 1) == 0 ? 0 : text[state / 2]]));
                steps[(frame * states) + state] = step;
            }

            (score, next) = (next, score);
        }

        int at = score[states - 2] > score[states - 1] ? states - 2 : states - 1;
        if (float.IsNegativeInfinity(score[at]))
            return [];
        CtcDecoder.Peak[] peaks = new CtcDecoder.Peak[text.Count];
        for (int frame = frames - 1; frame >= 0; frame--)
        {
            if ((at & 1) == 1)
            {
                float p = probabilities[(frame * classes) + text[at / 2]];
                if (p >= peaks[at / 2].Probability)
                    peaks[at / 2] = new CtcDecoder.Peak(text[at / 2], p, frame);
            }

            at -= steps[(frame * states) + at];
        }

        return [.. peaks];
    }
}
