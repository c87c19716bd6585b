using System.Text;

namespace OcrService.Documents.Values;

/// <summary>
/// The Zawgyi-One encoding of Burmese: a font's glyphs on code points of the Unicode block. Text is stored as it is drawn, the vowel e
/// and the medial ra before their consonant, and many signs have several glyphs by width and by what stands above or below them.
/// </summary>
public static class Zawgyi
{
    private const char Great = '\u103F';
    private const char Kinzi = '\u1064';

    // Consonants as wide as two strokes, under the wide forms of medial ra.
    private const string Wide = "ကဃဆဈညဏတထဘယလသဟအ";

    // Consonants that reach below the line, so that a vowel below stands beside their foot.
    private const string Footed = "ဈဉဋဌဍဎဠဥဦ";

    // Consonants as glyphs below another one, in the order of their code points; some have a second glyph.
    private static readonly Dictionary<char, char> Stacked = new()
    {
        ['က'] = '\u1060', ['ခ'] = '\u1061', ['ဂ'] = '\u1062', ['ဃ'] = '\u1063', ['စ'] = '\u1065', ['ဆ'] = '\u1066', ['ဇ'] = '\u1068', ['ဈ'] = '\u1069',
        ['ဋ'] = '\u106C', ['ဌ'] = '\u106D', ['ဏ'] = '\u1070', ['တ'] = '\u1071', ['ထ'] = '\u1073', ['ဒ'] = '\u1075', ['ဓ'] = '\u1076', ['န'] = '\u1077',
        ['ပ'] = '\u1078', ['ဖ'] = '\u1079', ['ဗ'] = '\u107A', ['ဘ'] = '\u107B', ['မ'] = '\u107C', ['လ'] = '\u1085',
    };

    // Stacks that are one glyph.
    private static readonly Dictionary<string, char> Pairs = new()
    {
        ["ဏဍ"] = '\u1091', ["ဋဌ"] = '\u1092', ["ဋဋ"] = '\u1097', ["ဍဍ"] = '\u106E', ["ဍဎ"] = '\u106F', ["သသ"] = '\u1086',
    };

    /// <summary>What each glyph is in Unicode: letters, a letter below as virama and letter, marks; the kinzi is the glyph's own sign.</summary>
    private static readonly Dictionary<char, string> Meanings = BuildMeanings();

    /// <summary>Unicode text in Zawgyi. What the encoding has no glyph for is left out; other scripts pass unchanged.</summary>
    public static string FromUnicode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder zawgyi = new(text.Length + 8);
        for (int i = 0; i < text.Length;)
        {
            if (text.AsSpan(i).StartsWith("၎င်း", StringComparison.Ordinal))
            {
                zawgyi.Append('၎');
                i += 4;
                continue;
            }

            bool kinzi = HasKinzi(text, i);
            int letter = kinzi ? i + 3 : i;
            if (!BurmeseText.IsLetter(text[letter]))
            {
                zawgyi.Append(Alone(text[i++]));
                continue;
            }

            int end = letter + 1;
            while (end < text.Length && (BurmeseText.IsMark(text[end]) || IsStack(text, end)))
            {
                end += BurmeseText.IsMark(text[end]) ? 1 : 2;
            }

            new Cluster(text[letter], kinzi, text[(letter + 1)..end]).AppendTo(zawgyi);
            i = end;
        }

        return zawgyi.ToString();
    }

    /// <summary>Zawgyi text in Unicode, in normal storage order.</summary>
    public static string ToUnicode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder unicode = new(text.Length + 8);
        for (int i = 0; i < text.Length;)
        {
            int letter = i;
            while (letter < text.Length && IsPrefix(text[letter]))
            {
                letter++;
            }

            if (letter >= text.Length || !IsBase(text[letter]))
            {
                unicode.Append(Meanings.GetValueOrDefault(text[i], text[i].ToString()));
                i++;
                continue;
            }

            int end = letter + 1;
            while (end < text.Length && IsSuffix(text[end]))
            {
                end++;
            }

            string marks = string.Concat(text[i..letter].Concat(text[(letter + 1)..end]).Select(c => Meanings[c]));
            string kinzi = marks.Contains(Kinzi, StringComparison.Ordinal) ? "\u1004\u103A\u1039" : "";
            unicode.Append(kinzi).Append(Meanings.GetValueOrDefault(text[letter], text[letter].ToString())).Append(marks.Replace($"{Kinzi}", "", StringComparison.Ordinal));
            i = end;
        }

        return BurmeseText.Normalize(unicode.ToString());
    }

    private static bool HasKinzi(string text, int at) =>
        at + 3 < text.Length && text[at] == '\u1004' && text[at + 1] == BurmeseText.Asat && text[at + 2] == BurmeseText.Virama && BurmeseText.IsLetter(text[at + 3]);

    private static bool IsStack(string text, int at) => text[at] == BurmeseText.Virama && at + 1 < text.Length && BurmeseText.IsLetter(text[at + 1]);

    /// <summary>A sign without a consonant, punctuation, a digit, or another script.</summary>
    private static string Alone(char c) => c switch
    {
        '\u1039' or '\u1022' or '\u1028' or (>= '\u1033' and <= '\u1035') or (>= '\u1050' and <= '\u109F') => "",
        '\u103A' => "\u1039",
        >= '\u103B' and <= '\u103E' => ((char)(c - 1)).ToString(),
        _ => c.ToString(),
    };

    private static bool IsPrefix(char c) => c is '\u1031' or '\u103B' or (>= '\u107E' and <= '\u1084');

    private static bool IsBase(char c) => BurmeseText.IsLetter(c) || c is '\u106A' or '\u106B' or '\u106E' or '\u106F' or '\u1086' or (>= '\u108F' and <= '\u1092') or '\u1097';

    private static bool IsSuffix(char c) => Meanings.ContainsKey(c) && !IsPrefix(c) && !IsBase(c) && c != '၎';

    private static Dictionary<char, string> BuildMeanings()
    {
        Dictionary<char, string> meanings = Stacked.ToDictionary(s => s.Value, s => $"{BurmeseText.Virama}{s.Key}");
        foreach ((string pair, char glyph) in Pairs)
        {
            meanings[glyph] = $"{pair[0]}{BurmeseText.Virama}{pair[1]}";
        }

        foreach ((string glyphs, string meaning) in ((string, string)[])
        [
            ("\u102B", "\u102B"), ("\u102C", "\u102C"), ("\u102D", "\u102D"), ("\u102E", "\u102E"), ("\u102F\u1033", "\u102F"), ("\u1030\u1034", "\u1030"), ("\u1031", "\u1031"),
            ("\u1032", "\u1032"), ("\u1036", "\u1036"), ("\u1037\u1094\u1095", "\u1037"), ("\u1038", "\u1038"), ("\u1039", "\u103A"), ("\u103A\u107D", "\u103B"),
            ("\u103B\u107E\u107F\u1080\u1081\u1082\u1083\u1084", "\u103C"), ("\u103C", "\u103D"), ("\u103D\u1087", "\u103E"), ("\u105A", "\u102B\u103A"),
            ("\u1064", "\u1064"), ("\u1067", "\u1039ဆ"), ("\u1072", "\u1039တ"), ("\u1074", "\u1039ထ"), ("\u1093", "\u1039ဘ"), ("\u1086", "\u103F"), ("\u1088", "\u103E\u102F"), ("\u1089", "\u103E\u1030"),
            ("\u108A", "\u103D\u103E"), ("\u108B", "\u1064\u102D"), ("\u108C", "\u1064\u102E"), ("\u108D", "\u1064\u1036"), ("\u108E", "\u102D\u1036"), ("\u1096", "\u1039တ\u103D"),
            ("\u106A", "ဉ"), ("\u106B", "ည"), ("\u108F", "န"), ("\u1090", "ရ"), ("၎", "၎င်း"),
        ])
        {
            foreach (char glyph in glyphs)
            {
                meanings[glyph] = meaning;
            }
        }

        return meanings;
    }

    /// <summary>One consonant with everything that belongs to it.</summary>
    private sealed class Cluster(char letter, bool kinzi, string marks)
    {
        private readonly bool _ya = marks.Contains('\u103B'), _ra = marks.Contains('\u103C'), _wa = marks.Contains('\u103D'), _ha = marks.Contains('\u103E');
        private readonly bool _below = marks.Contains('\u102F') || marks.Contains('\u1030');
        private readonly bool _above = kinzi || marks.Any("\u102D\u102E\u1032\u1036".Contains);

        private bool IsStacked => marks.Contains(BurmeseText.Virama);

        /// <summary>Whether a vowel below has no room under the consonant.</summary>
        private bool IsLong => _ya || _ra || _wa || IsStacked || Footed.Contains(letter);

        public void AppendTo(StringBuilder zawgyi)
        {
            if (marks.Contains('\u1031'))
                zawgyi.Append('\u1031');
            if (_ra)
                zawgyi.Append(Ra());
            AppendLetters(zawgyi);
            AppendMedials(zawgyi);
            AppendAbove(zawgyi);
            if (_below && !IsJoined)
                zawgyi.Append((char)((marks.Contains('\u102F') ? '\u102F' : '\u1030') + (IsLong ? 4 : 0)));
            bool killedTall = marks.Contains('\u102B') && marks.Contains(BurmeseText.Asat);
            if (killedTall)
                zawgyi.Append('\u105A');
            else
                zawgyi.Append(string.Concat(marks.Where(c => c is '\u102B' or '\u102C')));
            if (marks.Contains('\u1037'))
                zawgyi.Append(Dot());
            if (marks.Contains(BurmeseText.Asat) && !killedTall)
                zawgyi.Append('\u1039');
            if (marks.Contains('\u1038'))
                zawgyi.Append('\u1038');
        }

        /// <summary>Whether medial ha and the vowel below are one glyph.</summary>
        private bool IsJoined => _below && _ha && !_wa && !_ra && !_ya;

        /// <summary>Medial ra around the consonant: narrow or wide, its upper or lower arm cut where something else stands.</summary>
        private char Ra()
        {
            bool wide = Wide.Contains(letter), cutBelow = _wa || IsStacked;
            return (_above, cutBelow) switch
            {
                (false, false) => wide ? '\u107E' : '\u103B',
                (true, false) => wide ? '\u1080' : '\u107F',
                (false, true) => wide ? '\u1082' : '\u1081',
                _ => wide ? '\u1084' : '\u1083',
            };
        }

        private void AppendLetters(StringBuilder zawgyi)
        {
            string below = string.Concat(marks.Where((_, i) => i > 0 && marks[i - 1] == BurmeseText.Virama));
            char first = below.Length > 0 ? below[0] : '\0';
            if (below.Length > 0 && Pairs.TryGetValue($"{letter}{first}", out char pair))
            {
                zawgyi.Append(pair);
                below = below[1..];
            }
            else
            {
                zawgyi.Append(Letter());
            }

            foreach (char c in below)
            {
                if (c == 'တ' && _wa)
                    zawgyi.Append('\u1096');
                else if (Stacked.TryGetValue(c, out char glyph))
                    zawgyi.Append(glyph);
                else
                    zawgyi.Append('\u1039').Append(c);
            }
        }

        /// <summary>The consonant, with its foot cut where something stands below.</summary>
        private char Letter() => letter switch
        {
            'န' when IsStacked || _wa || _ha || _below => '\u108F',
            'ရ' when _below || (_wa && _ha) => '\u1090',
            'ည' when IsStacked || _wa || _ha || _below => '\u106B',
            'ဉ' when IsStacked => '\u106A',
            Great => '\u1086',
            _ => letter,
        };

        private void AppendMedials(StringBuilder zawgyi)
        {
            bool drawn = _wa && marks.Contains("\u1039တ", StringComparison.Ordinal);
            if (_ya && (_wa || !_ha))
                zawgyi.Append(_wa ? '\u107D' : '\u103A');
            if (_wa && _ha)
                zawgyi.Append(drawn ? '\u1087' : '\u108A');
            else if (_wa && !drawn)
                zawgyi.Append('\u103C');
            else if (_ha && IsJoined)
                zawgyi.Append(marks.Contains('\u102F') ? '\u1088' : '\u1089');
            else if (_ha)
                zawgyi.Append(_ra ? '\u1087' : '\u103D');
            if (_ya && _ha && !_wa)
                zawgyi.Append('\u103A');
        }

        private void AppendAbove(StringBuilder zawgyi)
        {
            (bool i, bool ii, bool dot) = (marks.Contains('\u102D'), marks.Contains('\u102E'), marks.Contains('\u1036'));
            if (kinzi)
                zawgyi.Append(i ? '\u108B' : ii ? '\u108C' : dot ? '\u108D' : Kinzi);
            else if (i && dot)
                zawgyi.Append('\u108E');
            else if (i || ii)
                zawgyi.Append(i ? '\u102D' : '\u102E');
            if (marks.Contains('\u1032'))
                zawgyi.Append('\u1032');
            if (dot && (ii || !i) && !(kinzi && !i && !ii))
                zawgyi.Append('\u1036');
        }

        /// <summary>The dot below stands farther to the right the more room is taken.</summary>
        private char Dot() => _wa || _ha || _ya || (_below && IsLong) || letter == 'ရ' ? '\u1095' : _below || letter == 'န' ? '\u1094' : '\u1037';
    }
}
