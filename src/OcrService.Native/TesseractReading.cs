namespace OcrService.Native;

/// <summary>What Tesseract read.</summary>
/// <param name="Text">All text, lines ended by <c>\n</c>, without white space at its end.</param>
/// <param name="Confidence">Mean over the words, 0 to 1; 0 when there are none.</param>
/// <param name="Words">The words in reading order.</param>
public sealed record TesseractReading(string Text, float Confidence, IReadOnlyList<TesseractWord> Words);

/// <summary>One word and its box in pixels of the picture given; right and bottom lie just outside.</summary>
public sealed record TesseractWord(string Text, float Confidence, int Left, int Top, int Right, int Bottom);
