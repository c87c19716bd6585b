namespace OcrService.Documents.Values;

/// <summary>Printed labels that were read together with the value behind them.</summary>
internal static class Labels
{
    private static readonly char[] Separators = [' ', ':', ';', '.', ',', '-', '|', '/', '៖', '_', '\''];

    /// <summary>
    /// The line behind a label at its beginning: a whole label with a wrong letter in four, or the last part of one. A line without
    /// label is given back as it is, apart from separators in front.
    /// </summary>
    /// <param name="line">One line.</param>
    /// <param name="labels">The wordings of the label.</param>
    public static string After(string line, params ReadOnlySpan<string> labels)
    {
        int[] places = [.. Enumerable.Range(0, line.Length).Where(i => !char.IsWhiteSpace(line[i]))];
        string compact = string.Concat(places.Select(i => FuzzyText.Fold(line[i])));
        int end = 0;
        foreach (string label in labels)
        {
            end = Math.Max(end, EndOf(compact, FuzzyText.Compact(label), EndsWord));
        }

        return (end == 0 ? line : line[(places[end - 1] + 1)..]).TrimStart(Separators);

        bool EndsWord(int at) => at >= places.Length || places[at] > places[at - 1] + 1 || !char.IsLetterOrDigit(line[places[at]])
            || (char.IsUpper(line[places[at]]) && char.IsLower(line[places[at - 1]]));
    }

    /// <summary>Whether the line is nothing but a label.</summary>
    public static bool Is(string line, params ReadOnlySpan<string> labels)
    {
        string compact = FuzzyText.Compact(line).Trim(Separators);
        foreach (string label in labels)
        {
            string folded = FuzzyText.Compact(label);
            if (FuzzyText.Distance(compact, folded) <= Tolerance(folded.Length))
                return true;
        }

        return false;
    }

    /// <summary>Wrong letters that a label may have.</summary>
    private static int Tolerance(int length) => length <= 4 ? 0 : length / 4;

    /// <summary>Index behind the label, 0 when the text does not begin with it. A label in small print ends a word; capitals run together.</summary>
    private static int EndOf(string text, string label, Func<int, bool> endsWord)
    {
        (int start, int end, int distance) = FuzzyText.Find(text, label);
        if (distance <= Tolerance(label.Length) && start <= 2 && (label.Length > 5 || !char.IsAsciiLetter(label[0]) || endsWord(end)))
        {
            return end;
        }

        for (int length = label.Length - 1; length >= 2; length--)
        {
            // The end of a label must be long, or stand by itself, to be taken for one.
            if (text.StartsWith(label[^length..], StringComparison.Ordinal)
                && ((length >= 4 && length * 2 >= label.Length) || (length >= 3 && endsWord(length)) || text.AsSpan(length).IndexOfAny(':', '៖') == 0))
            {
                return length;
            }
        }

        return 0;
    }
}
