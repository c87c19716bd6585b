using OcrService.Documents.Pages;

namespace OcrService.Recognition.Detection;

/// <summary>A place where text was found.</summary>
/// <param name="Quad">The box; its first edge is the one nearest to the x axis direction, so the text may run along it or across it.</param>
/// <param name="Score">Mean text probability inside, 0 to 1.</param>
internal readonly record struct TextBox(Quad Quad, float Score);
