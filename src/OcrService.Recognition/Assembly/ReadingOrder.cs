using OcrService.Documents.Pages;

namespace OcrService.Recognition.Assembly;

/// <summary>Order of lines on a level page: rows from top to bottom, inside a row from left to right.</summary>
internal static class ReadingOrder
{
    /// <summary>Indices of the quads in reading order. Two quads share a row when their vertical extents overlap by half of the lower one's height.</summary>
    public static int[] Of(IReadOnlyList<Quad> quads)
    {
        Box[] boxes = [.. quads.Select(q => q.Bounds)];
        int[] byTop = [.. Enumerable.Range(0, boxes.Length).OrderBy(i => (boxes[i].Top + boxes[i].Bottom) / 2)];
        List<List<int>> rows = [];
        foreach (int i in byTop)
        {
            List<int>? row = rows.LastOrDefault(r => SharesRow(boxes, r, i));
            if (row is null)
                rows.Add([i]);
            else
                row.Add(i);
        }

        return [.. rows.SelectMany(r => r.OrderBy(i => boxes[i].Left))];
    }

    // Compared with the nearest member sideways, so that a slightly sloping row holds together.
    private static bool SharesRow(Box[] boxes, List<int> row, int i)
    {
        int nearest = row.MinBy(j => MathF.Max(boxes[i].Left - boxes[j].Right, boxes[j].Left - boxes[i].Right));
        Box a = boxes[nearest], b = boxes[i];
        float overlap = MathF.Min(a.Bottom, b.Bottom) - MathF.Max(a.Top, b.Top);
        float gap = MathF.Max(a.Left - b.Right, b.Left - a.Right);
        return overlap > 0.5f * MathF.Min(a.Height, b.Height) && gap > -0.5f * MathF.Min(a.Width, b.Width);
    }
}
