using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Reading;

/// <summary>Reads lines of one writing with Tesseract, grey, at the height that suits the writing best, with white around.</summary>
/// <param name="engines">Engines of the language.</param>
/// <param name="isOfWriting">Whether a letter is of the writing; a line most of whose letters are not is no line of it.</param>
/// <param name="height">Height of a line in pixels.</param>
internal sealed class TesseractLineReader(EnginePool engines, Func<char, bool> isOfWriting, int height) : ILineReader, IDisposable
{
    private const int Margin = 8;

    /// <summary>Least part of the letters that are of the writing.</summary>
    private const float MinShare = 0.5f;

    private static readonly TimeSpan LineLimit = TimeSpan.FromSeconds(5);

    public LineReading Read(PageView view, in Quad quad, CancellationToken cancellationToken)
    {
        LineCrop crop = new(view.ToImage.Map(quad));
        int width = crop.WidthAt(height);
        int fullWidth = width + (2 * Margin), fullHeight = height + (2 * Margin);
        byte[] gray = new byte[fullWidth * fullHeight];
        Array.Fill(gray, byte.MaxValue);
        TensorSampler.FillGray(view.Image, crop.ToImage(width, height), width, height, gray.AsSpan((Margin * fullWidth) + Margin), fullWidth);
        TesseractReading reading;
        try
        {
            reading = engines.Use(e => e.Recognize(gray, fullWidth, fullHeight, PageSegMode.SingleLine, LineLimit, cancellationToken));
        }
        catch (TimeoutException)
        {
            return LineReading.Empty;
        }

        string text = reading.Text.Trim();
        int letters = text.Count(char.IsLetter);
        if (text.Length == 0 || text.Where(char.IsLetter).Count(isOfWriting) < MinShare * letters)
            return LineReading.Empty;
        List<ReadSymbol> symbols = new(text.Length);
        for (int i = 0; i < text.Length; i++)
            symbols.Add(new ReadSymbol(char.IsWhiteSpace(text[i]) ? " " : text[i].ToString(), reading.Confidence, (i + 0.5f) / text.Length));
        return LineReading.Of(symbols);
    }

    public void Dispose() => engines.Dispose();
}
