namespace OcrService.Documents.Values;

/// <summary>
/// Distinguishing marks on the Cambodian identity card, such as <c>ប្រជ្រុយចំ. ១ ស.ម លើចិញ្ចើមខាងឆ្វេង</c> (a mole one centimetre
/// above the left eyebrow). Free text, but for the most part of few words, in which a wrong letter is corrected.
/// </summary>
public static class KhmerMarks
{
    // Mole, scars, left, right; eyebrow, nose, ear, lip, below, beside.
    private static readonly string[] Words =
    [
        "ប្រជ្រុយ", "ស្លាកស្នាម", "សំណាម", "ខាងឆ្វេង", "ខាងស្ដាំ", "ចិញ្ចើម", "ច្រមុះ", "ត្រចៀក", "បបូរមាត់", "ក្រោម", "ក្បែរ",
    ];

    /// <summary>The text, digits as printed; null when there is none.</summary>
    public static string? Parse(string text)
    {
        string joined = string.Join(' ', KhmerLabels.Of(KhmerLabels.Marks, text).Where(KhmerAddress.IsKhmer));
        return joined.Count(KhmerText.IsBase) < 3 ? null : Words.Aggregate(KhmerDigits.Settle(joined), Correct);
    }

    private static string Correct(string text, string word)
    {
        // The two spellings of subscript ta look alike; only one of them is in the list.
        string folded = KhmerText.Fold(text);
        (int start, int end, int distance) = FuzzyText.Find(folded, KhmerText.Fold(word));
        bool whole = end >= folded.Length || (!KhmerText.IsMark(folded[end]) && folded[end] != KhmerText.Coeng);
        return distance <= 1 && whole && (distance == 0 || word.Length > 5) ? text[..start] + word + text[end..] : text;
    }
}
