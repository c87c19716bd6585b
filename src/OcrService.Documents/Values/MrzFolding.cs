namespace OcrService.Documents.Values;

/// <summary>
/// Latin letters as machine readable zones write them (ICAO Doc 9303-3 section 6): Ä is AE or A, Ñ is N or NXX, and so on. Only
/// for comparison; the printed spelling is what counts.
/// </summary>
public static class MrzFolding
{
    // Spellings of a capital letter, the usual one first.
    private static readonly Dictionary<char, string[]> Spellings = new()
    {
        ['Ä'] = ["AE", "A"], ['Ö'] = ["OE", "O"], ['Ü'] = ["UE", "U", "UXX"], ['ß'] = ["SS"], ['ẞ'] = ["SS"], ['Å'] = ["AA", "A"],
        ['Æ'] = ["AE"], ['Ø'] = ["OE", "O"], ['Œ'] = ["OE"], ['Ñ'] = ["N", "NXX"], ['Þ'] = ["TH"], ['Ĳ'] = ["IJ"], ['Ð'] = ["D"], ['Đ'] = ["D"],
    };

    private static readonly (string Accented, char Plain)[] Plain =
    [
        ("ÁÀÂÃĂĀĄ", 'A'), ("ÇĆĈĊČ", 'C'), ("Ď", 'D'), ("ÉÈÊËĒĔĖĘĚ", 'E'), ("ĜĞĠĢ", 'G'), ("ĤĦ", 'H'), ("ÍÌÎÏĨĪĬĮİ", 'I'), ("Ĵ", 'J'), ("Ķ", 'K'),
        ("ĹĻĽĿŁ", 'L'), ("ŃŅŇ", 'N'), ("ÓÒÔÕŌŎŐƠ", 'O'), ("ŔŖŘ", 'R'), ("ŚŜŞŠȘ", 'S'), ("ŢŤŦȚ", 'T'), ("ÚÙÛŨŪŬŮŰŲƯ", 'U'), ("Ŵ", 'W'), ("ÝŶŸ", 'Y'),
        ("ŹŻŽ", 'Z'),
    ];

    static MrzFolding()
    {
        foreach ((string accented, char plain) in Plain)
        {
            foreach (char c in accented) Spellings[c] = [plain.ToString()];
        }
    }

    /// <summary>The name in A to Z in the usual spelling, its words separated by a space; apostrophes vanish.</summary>
    public static string Fold(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Join(' ', Reading.Words(string.Concat(name.Select(c => c is '\'' or '’' ? "" : Of(c)[0]))));
    }

    /// <summary>Whether a printed name may be what the zone spells; spaces, hyphens and fillers do not matter.</summary>
    /// <param name="printed">The name as printed.</param>
    /// <param name="zone">The name as the zone spells it.</param>
    /// <param name="mayBeCut">Whether the zone may have had too little room for the whole name.</param>
    public static bool Agree(string printed, string zone, bool mayBeCut = false)
    {
        ArgumentNullException.ThrowIfNull(printed);
        ArgumentNullException.ThrowIfNull(zone);
        string spelled = string.Concat(zone.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        // All places in the zone's spelling that some spelling of the letters so far leads to.
        HashSet<int> reached = [0];
        foreach (char c in printed)
        {
            HashSet<int> next = [];
            foreach (string spelling in Of(c).Select(s => s.Trim()))
            {
                next.UnionWith(reached.Where(at => string.CompareOrdinal(spelled, at, spelling, 0, spelling.Length) == 0).Select(at => at + spelling.Length));
            }

            if (mayBeCut && reached.Contains(spelled.Length) && spelled.Length > 0)
            {
                return true;
            }

            reached = next;
        }

        return reached.Contains(spelled.Length);
    }

    private static string[] Of(char c)
    {
        char upper = char.ToUpperInvariant(c);
        return char.IsAsciiLetterOrDigit(upper) ? [upper.ToString()] : Spellings.GetValueOrDefault(upper, [" "]);
    }
}
