using System.Text;

namespace OcrService.Documents.Values;

/// <summary>
/// Khmer text in one storage order. A cluster is stored as base, robat, subscripts (ro last), register shifter, vowel, signs, which
/// is the order in which it is typed; readers and fonts do not care, comparison does.
/// </summary>
public static class KhmerText
{
    public const char Coeng = '\u17D2';

    private const char Muusikatoan = '\u17C9';
    private const char Triisap = '\u17CA';

    /// <summary>The text in storage order: subscripts and signs sorted, vowels that were read in two parts put together, invisible characters dropped.</summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string plain = Compose(text);
        StringBuilder sorted = new(plain.Length);
        for (int i = 0; i < plain.Length;)
        {
            int end = i + 1;
            while (end < plain.Length && (IsMark(plain[end]) || (plain[end] == Coeng && end + 1 < plain.Length && IsBase(plain[end + 1]))))
            {
                end += plain[end] == Coeng ? 2 : 1;
            }

            if (IsBase(plain[i]))
                AppendCluster(sorted, plain[i], plain.AsSpan(i + 1, end - i - 1));
            else if (plain[i] != Coeng)
                sorted.Append(plain, i, end - i);
            i = end;
        }

        return sorted.ToString();
    }

    /// <summary>The text as it is compared: subscript da and ta have one shape, and spellings differ in them.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Replace("្ដ", "្ត", StringComparison.Ordinal);
    }

    /// <summary>A consonant or an independent vowel.</summary>
    public static bool IsBase(char c) => c is >= '\u1780' and <= '\u17B3';

    /// <summary>A vowel or sign of a cluster, the subscript sign not counted.</summary>
    public static bool IsMark(char c) => c is (>= '\u17B6' and <= '\u17D1') or '\u17DD';

    /// <summary>A character that can stand in a Khmer word.</summary>
    public static bool IsLetter(char c) => IsBase(c) || IsMark(c) || c is Coeng or 'ៗ';

    /// <summary>
    /// Khmer words of a text: everything that is not a Khmer letter is a word break, and what cannot begin a word belongs to the
    /// word before.
    /// </summary>
    public static string Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder words = new(text.Length);
        foreach (char c in text.Select(c => IsLetter(c) ? c : ' '))
        {
            bool breaks = words.Length == 0 || words[^1] == ' ';
            if (c == ' ' && breaks)
                continue;
            if (breaks && !IsBase(c))
            {
                if (words.Length == 0)
                    continue;
                words.Length--;
            }

            words.Append(c);
        }

        return words.ToString().TrimEnd(' ', Coeng);
    }

    private static void AppendCluster(StringBuilder text, char letter, ReadOnlySpan<char> rest)
    {
        List<(int Weight, string Part)> parts = [];
        for (int i = 0; i < rest.Length; i++)
        {
            string part = rest[i] == Coeng ? rest.Slice(i++, 2).ToString() : rest[i].ToString();
            if (parts.All(p => p.Part != part))
                parts.Add((Weight(part), part));
        }

        text.Append(letter);
        foreach ((_, string part) in parts.OrderBy(p => p.Weight))
        {
            text.Append(part);
        }
    }

    private static int Weight(string part) => part[0] switch
    {
        '\u17CC' => 0,
        Coeng => part[1] == 'រ' ? 2 : 1,
        Muusikatoan or Triisap => 3,
        <= '\u17C5' => 4,
        '\u17C7' or '\u17C8' => 6,
        _ => 5,
    };

    /// <summary>Deprecated letters as the ones in use, vowels in one piece, and the shifter where a vowel under another one can only be it.</summary>
    private static string Compose(string text)
    {
        StringBuilder plain = new(text.Length);
        foreach (char c in text)
        {
            switch (c)
            {
                case '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' or '\u17B4' or '\u17B5':
                    continue;
                case '\u17A3':
                    plain.Append('អ');
                    continue;
                case '\u17A4':
                    plain.Append("អា");
                    continue;
            }

            char last = plain.Length > 0 ? plain[^1] : '\0';
            if (c == 'ី' && last == 'េ')
                plain[^1] = 'ើ';
            else if (c == 'ា' && last == 'េ')
                plain[^1] = 'ោ';
            else if (c is >= 'ិ' and <= 'ឺ' && last == 'ុ' && plain.Length > 1 && ShifterOf(plain[^2]) is { } shifter)
                (plain[^1], _) = (shifter, plain.Append(c));
            else
                plain.Append(c);
        }

        return plain.ToString();
    }

    /// <summary>The shifter that a letter takes; below an upper vowel it is drawn like the vowel u.</summary>
    private static char? ShifterOf(char letter) => letter switch
    {
        'ស' or 'ហ' or 'អ' or 'ប' => Triisap,
        'ង' or 'ញ' or 'ន' or 'ម' or 'យ' or 'រ' or 'ល' or 'វ' => Muusikatoan,
        _ => null,
    };
}
