using System.Text;

namespace OcrService.Documents.Values;

/// <summary>
/// Burmese names in Latin capitals, in the everyday spelling that people of Myanmar use for themselves. There is no official one, and a
/// holder may write the name otherwise: it is a help to read by, not an identity.
/// </summary>
public static class Romanisation
{
    private static readonly (string Burmese, string Latin)[] Honorifics = [("ဦး", "U"), ("ဒေါ်", "DAW"), ("မောင်", "MAUNG"), ("ကို", "KO"), ("မ", "MA")];

    private static readonly Dictionary<char, string> Initials = new()
    {
        ['က'] = "K", ['ခ'] = "KH", ['ဂ'] = "G", ['ဃ'] = "G", ['င'] = "NG", ['စ'] = "S", ['ဆ'] = "S", ['ဇ'] = "Z", ['ဈ'] = "Z", ['ည'] = "NY", ['ဉ'] = "NY",
        ['ဋ'] = "T", ['ဌ'] = "HT", ['ဍ'] = "D", ['ဎ'] = "D", ['ဏ'] = "N", ['တ'] = "T", ['ထ'] = "HT", ['ဒ'] = "D", ['ဓ'] = "D", ['န'] = "N", ['ပ'] = "P",
        ['ဖ'] = "PH", ['ဗ'] = "B", ['ဘ'] = "B", ['မ'] = "M", ['ယ'] = "Y", ['ရ'] = "Y", ['လ'] = "L", ['ဝ'] = "W", ['သ'] = "TH", ['ဟ'] = "H", ['ဠ'] = "L", ['အ'] = "",
    };

    private static readonly Dictionary<char, string> Independent = new()
    {
        ['ဣ'] = "I", ['ဤ'] = "I", ['ဥ'] = "U", ['ဦ'] = "U", ['ဧ'] = "AY", ['ဩ'] = "AW", ['ဪ'] = "AW",
    };

    /// <summary>Vowel signs with the killed consonant that ends the syllable (asat left out): longest match decides.</summary>
    private static readonly (string Signs, string Latin)[] Rimes =
    [
        .. new (string, string)[]
        {
            ("\u102D\u102Fက", "AIK"), ("\u102D\u102Fင", "AING"), ("\u102D\u102Fယ", "O"), ("\u102D\u102F", "O"),
            ("\u1031\u102Cက", "AUK"), ("\u1031\u102Cင", "AUNG"), ("\u1031\u102C\u103A", "AW"), ("\u1031\u102C", "AW"),
            ("\u1031\u102Bက", "AUK"), ("\u1031\u102Bင", "AUNG"), ("\u1031\u102B\u103A", "AW"), ("\u1031\u102B", "AW"),
            ("\u102Dတ", "EIK"), ("\u102Dပ", "EIK"), ("\u102Dန", "EIN"), ("\u102Dမ", "EIN"), ("\u102D\u1036", "EIN"),
            ("\u102Fတ", "OKE"), ("\u102Fပ", "OKE"), ("\u102Fန", "ONE"), ("\u102Fမ", "ONE"), ("\u102F\u1036", "ONE"),
            ("\u103D\u1036", "UN"), ("\u103Dန", "UN"), ("\u103Dမ", "UN"), ("\u103Dတ", "UT"), ("\u103Dပ", "UT"), ("\u103D", "WA"),
            ("က", "ET"), ("င", "IN"), ("စ", "IT"), ("ည", "I"), ("ဉ", "IN"), ("တ", "AT"), ("ပ", "AT"), ("န", "AN"), ("မ", "AN"), ("ယ", "E"), ("\u1036", "AN"),
            ("\u1031", "AY"), ("\u1032", "E"), ("\u102C", "A"), ("\u102B", "A"), ("\u102D", "I"), ("\u102E", "I"), ("\u102F", "U"), ("\u1030", "U"), ("", "A"),
        }.OrderByDescending(r => r.Item1.Length),
    ];

    /// <summary>The name, honorific and syllables separated by a space; null when the text holds no Burmese.</summary>
    public static string? Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        List<string> words = [];
        foreach (string part in Reading.Words(BurmeseText.Normalize(name)))
        {
            string rest = part;
            if (words.Count == 0)
            {
                foreach ((string burmese, string latin) in Honorifics)
                {
                    if (rest.StartsWith(burmese, StringComparison.Ordinal) && rest.Length > burmese.Length && BurmeseText.IsLetter(rest[burmese.Length]) && !EndsThere(rest, burmese.Length))
                    {
                        words.Add(latin);
                        rest = rest[burmese.Length..];
                        break;
                    }
                }
            }

            words.AddRange(Syllables(rest).Select(Spell).Where(s => s.Length > 0));
        }

        return words.Count == 0 ? null : string.Join(' ', words);
    }

    /// <summary>Whether the letter at a place is killed, so that it ends the syllable before it.</summary>
    private static bool EndsThere(string text, int at) =>
        at + 1 < text.Length && (text[at + 1] is BurmeseText.Asat or BurmeseText.Virama || (at + 2 < text.Length && text[at + 1] == '\u1037' && text[at + 2] == BurmeseText.Asat));

    private static IEnumerable<string> Syllables(string text)
    {
        int start = 0;
        for (int i = 1; i <= text.Length; i++)
        {
            bool begins = i == text.Length || ((BurmeseText.IsLetter(text[i]) || Independent.ContainsKey(text[i])) && !EndsThere(text, i) && text[i - 1] != BurmeseText.Virama);
            if (begins || (i < text.Length && text[i - 1] == BurmeseText.Virama))
            {
                yield return text[start..i];
                start = i;
            }
        }
    }

    private static string Spell(string syllable)
    {
        if (syllable.Length == 0)
        {
            return "";
        }

        if (Independent.TryGetValue(syllable[0], out string? vowel))
        {
            return vowel;
        }

        if (!Initials.TryGetValue(syllable[0], out string? initial))
        {
            return "";
        }

        StringBuilder signs = new();
        bool ya = false, wa = false, ha = false;
        foreach (char c in syllable[1..])
        {
            switch (c)
            {
                case '\u103B' or '\u103C':
                    ya = true;
                    break;
                case '\u103D':
                    wa = true;
                    break;
                case '\u103E':
                    ha = true;
                    break;
                case '\u1037' or '\u1038' or BurmeseText.Virama:
                    break;
                case BurmeseText.Asat when signs.Length > 0 && signs[^1] is not ('\u102C' or '\u102B'):
                    break;
                default:
                    signs.Append(c);
                    break;
            }
        }

        string head = (initial, ya) switch
        {
            ("K", true) => "KY",
            ("KH", true) => "CH",
            ("G", true) => "GY",
            (_, true) when initial.Length > 0 => initial + "Y",
            _ => initial,
        };
        head = ha && head is "M" or "N" or "L" or "NG" or "NY" or "W" && ha ? "H" + head : ha && head == "Y" ? "SH" : head;
        string key = signs.ToString();
        if (wa)
        {
            string rounded = '\u103D' + key;
            if (key.Length == 0 || Rimes.Any(r => r.Signs == rounded))
            {
                return head + Rimes.First(r => r.Signs == rounded).Latin;
            }

            head += "W";
        }

        return head + (Rimes.FirstOrDefault(r => r.Signs == key).Latin ?? Rimes.First(r => key.StartsWith(r.Signs, StringComparison.Ordinal)).Latin);
    }
}
