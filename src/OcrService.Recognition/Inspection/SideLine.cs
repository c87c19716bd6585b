namespace OcrService.Recognition.Inspection;

/// <summary>A straight edge across a <see cref="SideStrip"/>.</summary>
/// <param name="First">Its column in the first row, against the rough line.</param>
/// <param name="Last">Its column in the last row.</param>
/// <param name="Support">Part of the visible rows that show the edge, 0 to 1, each weighed by how clearly.</param>
internal readonly record struct SideLine(float First, float Last, float Support);
