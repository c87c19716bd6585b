namespace OcrService.Documents.Values;

/// <summary>Ethnic group and religion on the identity card of Myanmar, <c>ဗမာ/ဗုဒ္ဓ</c>: known words in their right spelling, the separator as printed.</summary>
public static class BurmeseReligion
{
    private static readonly string[] All =
    [
        "ဗမာ", "ကရင်", "ကချင်", "ကယား", "ချင်း", "မွန်", "ရခိုင်", "ရှမ်း", "ပအိုဝ်း", "တရုတ်", "အိန္ဒိယ", "ပလောင်", "ဝ", "နာဂ", "လားဟူ",
        "ဗုဒ္ဓ", "ခရစ်ယာန်", "အစ္စလာမ်", "ဟိန္ဒူ", "နတ်",
    ];

    private static readonly Vocabulary Words = new(All);

    /// <summary>Fewest letters and marks of a word that is known at the end of a longer one; shorter ones end many words.</summary>
    private const int MinAtEnd = 4;

    /// <summary>The two words; null when there is none.</summary>
    public static string? Parse(string text)
    {
        string? line = BurmeseLabels.Of(BurmeseLabels.Religion, text).FirstOrDefault(l => l.Count(BurmeseText.IsLetter) >= 2 && !l.Any(BurmeseDigits.IsDigit));
        if (line is null)
        {
            return null;
        }

        line = string.Concat(line.Select(FuzzyText.ToAscii).Where(c => !char.IsWhiteSpace(c))).Trim('/', '|', '၊', '။', ':', '-', '.');
        int cut = line.IndexOfAny(['/', '|', '၊', ',']);
        char separator = cut < 0 || line[cut] is '|' ? '/' : line[cut] is ',' ? '၊' : line[cut];
        return cut < 0 ? Parted(line) : $"{Spelled(line[..cut])}{separator}{Spelled(line[(cut + 1)..])}";
    }

    /// <summary>The comma between the two is thin and often lost.</summary>
    private static string Parted(string line)
    {
        for (int i = 2; i <= line.Length - 2; i++)
        {
            if (Known(line[..i]) is { } people && Words.Nearest(line[i..]) is { } religion && people != religion)
            {
                return $"{people}၊{religion}";
            }
        }

        return Spelled(line);
    }

    private static string Spelled(string word) => Known(word) ?? word;

    /// <summary>The word that this is, or ends with: a label that was read as part of it stands before it.</summary>
    private static string? Known(string word) =>
        Words.Nearest(word) ?? Array.Find(All, w => w.Length >= MinAtEnd && word.EndsWith(w, StringComparison.Ordinal));
}
