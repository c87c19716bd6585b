using System.Buffers;
using OcrService.Native;

namespace OcrService.Recognition.Reading.Han;

/// <summary>The network of single characters: input N x 1 x 40 x 40 grey, output N x classes probabilities.</summary>
internal sealed class HanNetwork(OnnxSession session, HanAlphabet alphabet)
{
    /// <summary>Most windows that go through it at once; bounds memory on long lines.</summary>
    private const int Batch = 32;

    /// <summary>Gives the judgement of every window; the probabilities are valid during the call.</summary>
    /// <param name="probabilities">One for each class.</param>
    /// <param name="middle">The window's middle in pixels of the strip.</param>
    public delegate void Judgement(ReadOnlySpan<float> probabilities, int middle);

    public HanAlphabet Alphabet => alphabet;

    /// <summary>Looks at windows of a strip.</summary>
    /// <param name="strip">The line.</param>
    /// <param name="middles">Where their middles stand, in pixels of the strip.</param>
    /// <param name="judge">Called for every window in order.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public void Look(HanStrip strip, IReadOnlyList<int> middles, Judgement judge, CancellationToken cancellationToken)
    {
        const int area = HanStrip.Window * HanStrip.Window;
        int most = Math.Min(Batch, middles.Count);
        float[] input = ArrayPool<float>.Shared.Rent(most * area);
        try
        {
            for (int from = 0; from < middles.Count; from += Batch)
            {
                int count = Math.Min(Batch, middles.Count - from);
                for (int i = 0; i < count; i++)
                    strip.Fill(middles[from + i], input.AsSpan(i * area, area));
                using OnnxTensor output = session.Run(input.AsMemory(0, count * area), [count, 1, HanStrip.Window, HanStrip.Window], cancellationToken);
                for (int i = 0; i < count; i++)
                    judge(output.Data.Slice(i * alphabet.Count, alphabet.Count), middles[from + i]);
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(input);
        }
    }
}
