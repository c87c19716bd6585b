using SkiaSharp;

namespace OcrService.Specimens.Drawing;

/// <summary>How a run of text is set.</summary>
/// <param name="Families">Families in order of preference; each letter takes the first that has it.</param>
/// <param name="Size">Em size in pixels.</param>
/// <param name="Colour">Ink.</param>
/// <param name="Bold">Bold cut.</param>
internal sealed record TextStyle(IReadOnlyList<string> Families, float Size, SKColor Colour, bool Bold = false);
