namespace OcrService.Documents.Values;

/// <summary>
/// The labels of a form, each field's in all their wordings. They cut what was read in and around a field's region into values, so
/// that a neighbour's row, or a neighbour in the same row, is not taken for the field's own.
/// </summary>
internal sealed class LabelSet
{
    // A label as short as this is part of other words, so it has to stand by itself.
    private const int ShortLength = 5;

    private const string Separators = " :;.,-/'`~_=*$៖။၊";

    private readonly (string Field, string Wording, string Folded)[] _labels;
    private readonly Func<char, bool> _isMark;
    private readonly string _colons;

    /// <summary>The labels with what may follow them.</summary>
    /// <param name="isMark">Characters that cannot begin a value.</param>
    /// <param name="colons">Letters that readers put for the sign behind a label.</param>
    /// <param name="labels">Fields with the wordings of their labels.</param>
    public LabelSet(Func<char, bool> isMark, string colons, params IEnumerable<(string Field, string[] Wordings)> labels)
    {
        _isMark = isMark;
        _colons = colons;
        _labels = [.. labels.SelectMany(l => l.Wordings.Select(w => (l.Field, w, FuzzyText.Compact(w))))];
    }

    /// <summary>
    /// The lines of a field's value: from behind its label to the next label. Where its label is not to be found, what stands before
    /// the other labels of each line.
    /// </summary>
    public IReadOnlyList<string> Of(string field, string text)
    {
        List<string> own = [], free = [];
        string? current = null;
        foreach (string line in Reading.Lines(text))
        {
            int from = 0;
            current = current == field ? current : null;
            foreach ((int start, int end, string label) in Marks(line))
            {
                Add(current == field ? own : free, current is null || current == field, line[from..start]);
                (from, current) = (end, label);
            }

            Add(current == field ? own : free, current is null || current == field, line[from..]);
        }

        if (own.Count > 0)
        {
            return own;
        }

        string[] wordings = [.. _labels.Where(l => l.Field == field).Select(l => l.Wording)];
        return [.. free.Select((l, i) => i == 0 ? AfterRest(l, wordings) : l).Where(l => l.Length > 0)];
    }

    /// <summary>The line behind what is left of a label; signs alone are no label, and a thin digit may look like one.</summary>
    private static string AfterRest(string line, string[] wordings)
    {
        string rest = Labels.After(line, wordings);
        return line[..^rest.Length].Any(char.IsLetterOrDigit) ? rest : line;
    }

    private static void Add(List<string> lines, bool wanted, string value)
    {
        if (wanted && value.Trim(Separators.ToCharArray()) is { Length: > 0 } trimmed)
        {
            lines.Add(trimmed);
        }
    }

    /// <summary>Where labels stand in a line, in order, with the sign behind them.</summary>
    private IEnumerable<(int Start, int End, string Field)> Marks(string line)
    {
        int[] places = [.. Enumerable.Range(0, line.Length).Where(i => line[i] != ' ')];
        string compact = FuzzyText.Compact(line);
        List<(int Start, int End, float Score, string Field)> found = [];
        foreach ((string field, _, string folded) in _labels)
        {
            (int start, int end, int distance) = FuzzyText.Find(compact, folded);
            int tolerance = Vocabulary.Tolerance(folded.Length);
            if (distance > tolerance + 1 || end <= start || !FuzzyText.HasLettersOf(compact[start..end], folded, 3))
                continue;
            int to = BehindLabel(line, places[end - 1] + 1);
            // The sign behind it at the beginning of a line makes up for one more wrong letter.
            if (distance > tolerance && (folded.Length < ShortLength || start > 0 || line.AsSpan(places[end - 1] + 1, to - places[end - 1] - 1).IndexOfAny(':', '៖') < 0))
                continue;
            if (folded.Length > ShortLength || StandsAlone(line, places[start], to, distance))
                found.Add((places[start], to, folded.Length - (2.5f * distance), field));
        }

        List<(int Start, int End, string Field)> marks = [];
        foreach ((int start, int end, _, string field) in found.OrderByDescending(f => f.Score))
        {
            if (marks.TrueForAll(m => end <= m.Start || start >= m.End))
                marks.Add((start, end, field));
        }

        return marks.OrderBy(m => m.Start);
    }

    /// <summary>Behind what belongs to the label's last letter, behind a wrong last letter and the sign that follows it.</summary>
    private int BehindLabel(string line, int end)
    {
        while (end < line.Length && _isMark(line[end]))
        {
            end++;
        }

        if (end + 1 < line.Length && line[end] != ' ' && !Separators.Contains(line[end])
            && (line[end + 1] is ':' or '៖' || (_colons.Contains(line[end]) && line[end + 1] == ' ')))
        {
            end++;
        }

        while (end < line.Length && (Separators.Contains(line[end]) || _isMark(line[end])))
        {
            end++;
        }

        return end;
    }

    private static bool StandsAlone(string line, int start, int end, int distance)
    {
        bool begins = start == 0 || line[start - 1] == ' ';
        bool ends = end >= line.Length || Separators.Contains(line[end - 1]);
        return begins && (ends || distance == 0);
    }
}
