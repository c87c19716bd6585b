namespace OcrService.Recognition.Inspection;

/// <summary>A straight edge across a <see cref="SideStrip"/>.</summary>
/// <param name="First">Its column in the first row, against the rough line, outwards positive.</param>
/// <param name="Last">Its column in the last row.</param>
/// <param name="Support">Part of the visible rows that show the edge, 0 to 1, each weighed by how clearly; 0 for no edge at all.</param>
internal readonly record struct SideLine(float First, float Last, float Support)
{
    /// <summary>How far outwards its middle lies, as a fraction of the search's unit.</summary>
    public float Middle => (First + Last) / 2 * SideStrip.ColumnWidth;
}
