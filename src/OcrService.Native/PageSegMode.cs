namespace OcrService.Native;

/// <summary>What Tesseract takes the picture for; its own names and numbers.</summary>
public enum PageSegMode
{
    Auto = 3,
    SingleColumn = 4,
    SingleBlock = 6,
    SingleLine = 7,
    SingleWord = 8,
    SingleChar = 10,
    SparseText = 11,
    RawLine = 13,
}
