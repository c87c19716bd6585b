namespace OcrService.Documents.Values;

/// <summary>Blood groups on the documents of Myanmar: A, B, AB and O in Latin letters or by their names in Burmese, with or without the sign.</summary>
public static class BurmeseBloodGroup
{
    // Longest first: one name begins another.
    private static readonly (string Burmese, string Latin)[] Names = [("အေဘီ", "AB"), ("အေ", "A"), ("ဘီ", "B"), ("အို", "O")];

    /// <summary>AB whose last vowel was lost.</summary>
    private const string BothBare = "အေဘ";

    private static readonly string[] LatinLabels = ["BLOODTYPE", "BLOODGROUP", "BLOOD", "TYPE"];

    /// <summary>The group as it is printed, in whichever letters; null when there is none.</summary>
    public static string? Parse(string text) => Burmese(text) ?? Latin(text);

    /// <summary>The group by its Burmese name; null when there is none.</summary>
    public static string? Burmese(string text)
    {
        string compact = string.Concat(BurmeseLabels.Of(BurmeseLabels.Blood, text).SelectMany(line => line).Where(c => !char.IsWhiteSpace(c)));
        // A long rest is another field's text.
        return compact.Length > 24 ? null
            : compact.Contains(BothBare, StringComparison.Ordinal) ? Names[0].Burmese + SignOf(compact)
            : Names.Select(n => n.Burmese).FirstOrDefault(n => compact.Contains(n, StringComparison.Ordinal)) is { } name ? name + SignOf(compact) : null;
    }

    /// <summary>The group in Latin letters; a zero or a Q is the letter O. Null when there is none.</summary>
    public static string? Latin(string text)
    {
        foreach (string line in Reading.Lines(text).Reverse())
        {
            string compact = string.Concat(line.Where(c => !char.IsWhiteSpace(c)).Select(FuzzyText.ToAscii)).ToUpperInvariant();
            foreach (string label in LatinLabels)
            {
                (int start, int end, int distance) = FuzzyText.Find(compact, label);
                compact = end > start && distance <= label.Length / 4 ? compact.Remove(start, end - start) : compact;
            }

            string letters = string.Concat(compact.Where(c => char.IsAsciiLetterOrDigit(c))).Replace('0', 'O').Replace('Q', 'O').Replace('8', 'B').Replace('4', 'A');
            if (letters is "A" or "B" or "AB" or "O")
            {
                return letters + SignOf(compact);
            }
        }

        return null;
    }

    /// <summary>Both forms by each other; null when they contradict.</summary>
    public static (string Burmese, string Latin)? Reconcile(string burmese, string latin)
    {
        ArgumentNullException.ThrowIfNull(burmese);
        ArgumentNullException.ThrowIfNull(latin);
        string? fromBurmese = Names.FirstOrDefault(n => n.Burmese == burmese.TrimEnd('+', '-')).Latin, fromLatin = Names.FirstOrDefault(n => n.Latin == latin.TrimEnd('+', '-')).Burmese;
        return (fromBurmese, fromLatin) switch
        {
            (null, null) => null,
            ({ } l, null) => (burmese, l + SignOf(burmese)),
            (null, { } b) => (b + SignOf(latin), latin),
            ({ } l, { } b) => l == latin.TrimEnd('+', '-') ? (burmese, latin) : null,
        };
    }

    private static string SignOf(string text) => text.Contains('+', StringComparison.Ordinal) ? "+" : text.EndsWith('-') ? "-" : "";
}
