namespace OcrService.Documents.Values;

/// <summary>The words that a field may hold, found in spite of a wrong letter or two.</summary>
internal sealed class Vocabulary
{
    private readonly (string Word, string Folded)[] _words;

    public Vocabulary(params IEnumerable<string> words) => _words = [.. words.Select(w => (w, FuzzyText.Compact(w)))];

    public IEnumerable<string> Words => _words.Select(w => w.Word);

    /// <summary>Wrong letters that a word of a length may have.</summary>
    public static int Tolerance(int length) => length switch { <= 2 => 0, <= 5 => 1, _ => length / 4 };

    /// <summary>The word that the whole text is; null when none is near enough or two are equally near.</summary>
    public string? Nearest(string text)
    {
        string folded = FuzzyText.Compact(text);
        (string? word, int best, bool tie) = (null, int.MaxValue, false);
        foreach ((string candidate, string letters) in _words)
        {
            int distance = FuzzyText.Distance(folded, letters);
            if (distance > Tolerance(Math.Min(letters.Length, folded.Length)) || distance > best)
                continue;
            (word, best, tie) = (candidate, distance, distance == best);
        }

        return tie ? null : word;
    }

    /// <summary>
    /// The word that stands somewhere in the text, white space left out; of overlapping ones the longest. Null when there is none,
    /// or two that are equally near and long.
    /// </summary>
    public string? FindIn(string text)
    {
        string folded = FuzzyText.Compact(text);
        (string? word, float best, bool tie) = (null, 0, false);
        foreach ((string candidate, string letters) in _words)
        {
            int distance = FuzzyText.Find(folded, letters).Distance;
            // Letters that agree less those that do not.
            float score = letters.Length - (2.5f * distance);
            if (distance > Tolerance(letters.Length) || score < best)
                continue;
            (word, best, tie) = (candidate, score, score == best && word is not null);
        }

        return tie ? null : word;
    }
}
