using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Imaging;
using OcrService.Recognition.Reading;

namespace OcrService.Recognition.Fonts;

/// <summary>Says which typefaces a line looks like, with a network of our own: output 1 x names, softmax applied.</summary>
internal sealed class FontClassifier(LineNetwork network, IReadOnlyList<string> names)
{
    /// <summary>Names that an answer has.</summary>
    public const int Best = 5;

    /// <summary>A longer line shows its print in its middle well enough; in heights of the line.</summary>
    private const float LongestLine = 14;

    /// <summary>The names of the line at a quad of the picture, the likest first.</summary>
    public FontLikeness[] Rank(PixelImage image, in Quad line, CancellationToken cancellationToken) =>
        network.Run(
            image,
            new LineCrop(MiddleOf(InkBox.Around(image, line))),
            ChannelNormalization.Centered,
            1,
            (_, _, output) => Rank(output.Data, names),
            cancellationToken);

    /// <summary>The likeliest names, the likest first; of the same probability in the order of the names.</summary>
    internal static FontLikeness[] Rank(ReadOnlySpan<float> probabilities, IReadOnlyList<string> names)
    {
        FontLikeness[] all = new FontLikeness[names.Count];
        for (int i = 0; i < all.Length; i++)
            all[i] = new FontLikeness(names[i], probabilities[i]);
        return [.. all.OrderByDescending(f => f.Probability).Take(Best)];
    }

    /// <summary>As much of a line's middle as is looked at.</summary>
    internal static Quad MiddleOf(in Quad line)
    {
        float share = Math.Clamp(LongestLine * line.Height / MathF.Max(1, line.Width), 0, 1);
        return share < 1 ? line.Slice((1 - share) / 2, (1 + share) / 2) : line;
    }
}
