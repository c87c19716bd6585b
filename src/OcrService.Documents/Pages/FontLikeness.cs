namespace OcrService.Documents.Pages;

/// <summary>How much a line looks like a typeface.</summary>
/// <param name="Name">The typeface's usual name, for example 黑体 or Arial.</param>
/// <param name="Probability">That the line is of this typeface and of no other known one, 0 to 1.</param>
public readonly record struct FontLikeness(string Name, float Probability);
