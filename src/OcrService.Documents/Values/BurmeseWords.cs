using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>
/// Puts words of a narrow vocabulary right where their marks were misread. Burmese letters are large and their marks small: a reading that
/// differs from a usual word in a mark or in a letter of the same shape is that word, unless it is a word itself.
/// </summary>
internal sealed class BurmeseWords
{
    // Costs of an edit, by how easily the reading makes it.
    private const float LostMark = 0.35f, LostLetter = 0.8f, LikeMark = 0.3f, OtherMark = 0.5f, LikeLetter = 0.4f, OtherLetter = 0.9f;

    /// <summary>What it costs to leave a syllable that is no known word: hardly more than one wrong mark when it can be one, else more.</summary>
    private const float LeavesSyllable = 0.36f, LeavesRubbish = 1.1f;

    /// <summary>Most a single word may cost, and how much more the next best must.</summary>
    private const float MostPerWord = 1.05f, Lead = 0.04f;

    private const int LongestWord = 16;

    /// <summary>Longest difference in length between a reading and its word.</summary>
    private const int MostLost = 3;

    // Signs that differ by a stroke.
    private static readonly string[] LikeMarks = ["ိီံဲ", "ုူ", "ွှ", "ျြ", "့း", "ာါ"];
    private static readonly string[] LikeLetters = ["ပဗဖ", "ကတဘ", "နန", "ခဗ", "ဓစဒ", "ဝဂသ", "ဇဒ", "မခဓ", "ထဆ", "လယ", "ညဉ", "ဦဥ", "စရ"];

    private readonly string[] _words;
    private readonly HashSet<string> _known;

    public BurmeseWords(IEnumerable<string> words)
    {
        _words = [.. words.Select(BurmeseText.Normalize).Distinct(StringComparer.Ordinal)];
        _known = [.. _words];
    }

    /// <summary>The text as the cheapest row of known words and of syllables left as they are.</summary>
    public string Correct(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        float[] cost = new float[text.Length + 1];
        (int From, string Part)[] best = new (int, string)[text.Length + 1];
        Array.Fill(cost, float.PositiveInfinity);
        cost[0] = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (float.IsPositiveInfinity(cost[i]) || !StartsHere(text, i))
                continue;

            bool isFirst = true;
            foreach (int end in Ends(text, i))
            {
                string read = text[i..end];
                bool isSyllable = isFirst;
                isFirst = false;
                if (isSyllable)
                    Offer(i, end, BurmeseSyllable.CanBe(read) ? LeavesSyllable : LeavesRubbish, read);
                if (Nearest(read) is var (word, wrong))
                    Offer(i, end, wrong, word);
            }
        }

        if (float.IsPositiveInfinity(cost[^1]))
            return text;

        var parts = new List<string>();
        for (int at = text.Length; at > 0; at = best[at].From)
            parts.Add(best[at].Part);
        parts.Reverse();
        return string.Concat(parts);

        void Offer(int from, int to, float price, string part)
        {
            if (cost[from] + price < cost[to])
                (cost[to], best[to]) = (cost[from] + price, (from, part));
        }
    }

    /// <summary>The word that the reading may be, with what it takes; null when none is near or two are equally near.</summary>
    public (string Word, float Wrong)? Nearest(string read)
    {
        if (_known.Contains(read))
            return (read, 0);

        (string? word, float best, float second) = (null, float.PositiveInfinity, float.PositiveInfinity);
        foreach (string candidate in _words)
        {
            if (Math.Abs(candidate.Length - read.Length) > MostLost)
                continue;

            float wrong = Distance(read, candidate);
            if (wrong < best)
                (word, best, second) = (candidate, wrong, best);
            else
                second = MathF.Min(second, wrong);
        }

        return word is not null && best <= MathF.Min(MostPerWord, 0.25f * word.Length) && second - best >= Lead ? (word, best) : null;
    }

    /// <summary>What it takes to read one for the other.</summary>
    public static float Distance(string read, string word)
    {
        float[] row = new float[word.Length + 1];
        for (int j = 1; j <= word.Length; j++)
            row[j] = row[j - 1] + Loss(word[j - 1]);
        for (int i = 1; i <= read.Length; i++)
        {
            float diagonal = row[0];
            row[0] += Loss(read[i - 1]);
            for (int j = 1; j <= word.Length; j++)
            {
                float above = row[j];
                row[j] = MathF.Min(MathF.Min(above + Loss(read[i - 1]), row[j - 1] + Loss(word[j - 1])), diagonal + Change(read[i - 1], word[j - 1]));
                diagonal = above;
            }
        }

        return row[^1];
    }

    private static float Loss(char c) => BurmeseText.IsLetter(c) ? LostLetter : LostMark;

    private static float Change(char a, char b)
    {
        if (a == b)
            return 0;
        if (BurmeseText.IsLetter(a) != BurmeseText.IsLetter(b))
            return LostLetter + LostMark;

        string[] groups = BurmeseText.IsLetter(a) ? LikeLetters : LikeMarks;
        bool isLike = Array.Exists(groups, g => g.Contains(a, StringComparison.Ordinal) && g.Contains(b, StringComparison.Ordinal));
        return BurmeseText.IsLetter(a) ? (isLike ? LikeLetter : OtherLetter) : isLike ? LikeMark : OtherMark;
    }

    /// <summary>A word begins with a letter that no virama ties to the one before and no asat kills.</summary>
    private static bool StartsHere(string text, int at) =>
        at == 0 || (BurmeseText.IsLetter(text[at]) && text[at - 1] != BurmeseText.Virama);

    /// <summary>Where parts that begin here may end, the end of the first syllable first.</summary>
    private static IEnumerable<int> Ends(string text, int start)
    {
        for (int end = start + 1; end <= text.Length; end++)
        {
            bool isBoundary = end == text.Length
                || (BurmeseText.IsLetter(text[end]) && text[end - 1] != BurmeseText.Virama && !BurmeseSyllable.IsKilled(text, end));
            if (isBoundary)
                yield return end;
            if (end - start > LongestWord)
                yield break;
        }
    }

}

/// <summary>How a Burmese syllable is built.</summary>
internal static partial class BurmeseSyllable
{
    /// <summary>Whether the consonant closes the syllable before it: an asat stands on it, a tone perhaps before.</summary>
    public static bool IsKilled(string text, int at)
    {
        int next = at + 1;
        if (next < text.Length && text[next] == '\u1037')
            next++;
        return next < text.Length && text[next] == BurmeseText.Asat;
    }

    /// <summary>Whether a syllable can be spelled so: medials in their order, and a rhyme that the language has.</summary>
    public static bool CanBe(string syllable) => Form().IsMatch(syllable);

    [GeneratedRegex("^[က-အဣ-ဧဩဪဿ]\u103B?\u103C?\u103D?\u103E?("
        + "\u1031?[\u102B\u102C]?\u103A?|\u1031|[\u102D\u102E\u1032\u102F\u1030\u1036]|\u102D\u102F|\u102F\u1036|\u102D\u1036"
        + "|[ကဂငစဇညဉဏတဒဓနပဗမယရလသ]\u1037?\u103A|[\u102D\u102F][ဏတဒနပမ]\u1037?\u103A|\u102D\u102F[ကငယလ]\u1037?\u103A|\u1031[\u102B\u102C][ကင]\u1037?\u103A"
        + ")[\u1037\u1038]?$")]
    private static partial Regex Form();
}
