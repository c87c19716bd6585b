using System.Text;

namespace OcrService.Benchmarks.Scoring;

/// <summary>Rows of text cells, printed for the terminal or as Markdown.</summary>
internal sealed class Table(params string[] head)
{
    private readonly List<string[]> _rows = [];

    public static string Cell(double? share) => share is { } s ? s.ToString("0.0000") : "-";

    public void Add(params string[] cells)
    {
        if (cells.Length != head.Length) throw new ArgumentException($"{cells.Length} cells for {head.Length} columns.", nameof(cells));
        _rows.Add(cells);
    }

    public void AddScore(string name, Score score) => Add(
        name, $"{score.Pictures}", Cell(score.CharacterAccuracy), Cell(score.LineRecall), Cell(score.LinePrecision), Cell(score.MrzLineExact), Cell(score.MrzDocumentExact));

    public static Table ForScores(string rows) => new(rows, "pictures", "characters", "line recall", "line precision", "MRZ lines", "MRZ documents");

    public string Print(bool markdown)
    {
        int[] widths = [.. head.Select((h, i) => _rows.Select(r => r[i].Length).Append(h.Length).Max())];
        var text = new StringBuilder();
        Row(text, head, widths, markdown);
        if (markdown) Row(text, [.. widths.Select((w, i) => i == 0 ? new string('-', w) : new string('-', w - 1) + ":")], widths, markdown);
        foreach (string[] row in _rows) Row(text, row, widths, markdown);
        return text.ToString();
    }

    private static void Row(StringBuilder text, string[] cells, int[] widths, bool markdown)
    {
        IEnumerable<string> padded = cells.Select((c, i) => i == 0 ? c.PadRight(widths[i]) : c.PadLeft(widths[i]));
        text.AppendLine(markdown ? "| " + string.Join(" | ", padded) + " |" : string.Join("  ", padded));
    }
}
