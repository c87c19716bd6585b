using System.Buffers;
using OcrService.Documents.Mrz;
using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Imaging;
using OcrService.Recognition.Reading;

namespace OcrService.Recognition.Mrz;

/// <summary>Our own reader of rows: input 1 x 1 x 32 x W grey 0..1, output 1 x (W / 4) x 38 probabilities, the blank first.</summary>
/// <param name="name">Name of the way, for diagnosis.</param>
/// <param name="session">The network.</param>
/// <param name="alphabet">Its classes.</param>
/// <param name="stretch">How much wider or narrower than it is the row is shown to it.</param>
internal sealed class MrzNetwork(string name, OnnxSession session, MrzAlphabet alphabet, float stretch) : IMrzRowReader
{
    /// <summary>What the network is trained with: the letters bear to be narrower than they are, and it takes less time.</summary>
    public const float Stretch = 0.8f;

    /// <summary>For print of so wide a pitch that the network takes one filler for two.</summary>
    public const float Narrow = 0.62f;

    /// <summary>Height that the network is trained for, in pixels.</summary>
    private const int Height = 32;

    /// <summary>Widths are rounded up to this; the network shrinks width by 8 and gives two frames a step.</summary>
    private const int WidthStep = 8;

    public MrzReading Read(PageView view, in Quad row, CancellationToken cancellationToken)
    {
        LineCrop crop = new(view.ToImage.Map(row));
        int width = (crop.WidthAt(Height, stretch) + WidthStep - 1) / WidthStep * WidthStep;
        int area = Height * width;
        byte[] grey = ArrayPool<byte>.Shared.Rent(area);
        float[] input = ArrayPool<float>.Shared.Rent(area);
        try
        {
            TensorSampler.FillGray(view.Image, crop.ToImage(width, Height), width, Height, grey, width);
            for (int i = 0; i < area; i++)
                input[i] = grey[i] / 255f;
            using OnnxTensor output = session.Run(input.AsMemory(0, area), [1, 1, Height, width], cancellationToken);
            MrzFrames frames = alphabet.Frames(output.Data, output.Shape[2]);
            return new MrzReading(name, frames.Symbols(), frames);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(grey);
            ArrayPool<float>.Shared.Return(input);
        }
    }
}
