using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>
/// Places of Cambodia as addresses write them: units in front of names (<c>ភូមិគំរូ</c>, <c>ខណ្ឌតេស្ត</c>), one after another, the
/// province at the end. Gaps stand before the units only, so a lost one can be put back; units with a wrong letter and the province
/// are corrected, names are kept as read.
/// </summary>
internal static partial class KhmerRegions
{
    private const string Capital = "ភ្នំពេញ";
    private const string Province = "ខេត្ត";

    private static readonly string[] Provinces =
    [
        "បន្ទាយមានជ័យ", "បាត់ដំបង", "កំពង់ចាម", "កំពង់ឆ្នាំង", "កំពង់ស្ពឺ", "កំពង់ធំ", "កំពត", "កណ្ដាល", "កោះកុង", "ក្រចេះ", "មណ្ឌលគិរី", "ព្រះវិហារ",
        "ព្រៃវែង", "ពោធិ៍សាត់", "រតនគិរី", "សៀមរាប", "ព្រះសីហនុ", "ស្ទឹងត្រែង", "ស្វាយរៀង", "តាកែវ", "ឧត្ដរមានជ័យ", "កែប", "ប៉ៃលិន", "ត្បូងឃ្មុំ",
    ];

    // The units with their place in an address: house, street, group, village, commune, district, province.
    private static readonly (string Word, int Rank)[] Units =
    [
        ("ផ្ទះ", 0), ("ផ្លូវ", 1), ("ក្រុម", 2), ("ភូមិ", 3), ("ឃុំ", 4), ("សង្កាត់", 4), ("ស្រុក", 5), ("ខណ្ឌ", 5), ("ក្រុង", 5), (Province, 6), ("រាជធានី", 6),
    ];

    // A shorter word with a wrong letter may be any name.
    private const int ShortestCorrected = 5;

    /// <summary>Everything that the last word of an address may be, by its folded spelling.</summary>
    private static readonly Dictionary<string, string> LastWords = new[]
    {
        [.. Provinces, .. Provinces.Select(p => Province + p)],
        (string[])[Capital, "រាជធានី" + Capital, "ក្រុង" + Capital, "ទីក្រុង" + Capital, "ក្រុងព្រះសីហនុ", "ក្រុងកែប", "ក្រុងប៉ៃលិន"],
    }.SelectMany(w => w).ToDictionary(KhmerText.Fold);

    private static readonly Vocabulary Folded = new(LastWords.Keys);

    /// <summary>The text with its gaps, units and last province as they should be.</summary>
    public static string Correct(string text)
    {
        string[] words = [.. Reading.Words(text).SelectMany(Parted)];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = i == words.Length - 1 && LastWord(words[i]) is { } last ? last : Hill().Replace(WithUnit(words[i]), "ទួល");
        }

        return words is [.., var name, var rest] && LastWord(rest) is null && LastWord(name + rest) is { } whole
            ? string.Join(' ', [.. words[..^2], whole])
            : string.Join(' ', words);
    }

    /// <summary>The words of a word that lost the gaps inside it: a new one begins with every unit of higher rank, and with the province.</summary>
    private static IEnumerable<string> Parted(string word)
    {
        int start = 0;
        (string unit, int rank) = UnitOf(word);
        for (int i = unit.Length + 1; unit.Length > 0 && i < word.Length; i++)
        {
            (string next, int higher) = UnitOf(word[i..]);
            if (higher > rank && next.Length < word.Length - i && word[i - 1] != KhmerText.Coeng)
            {
                yield return word[start..i];
                (start, rank, unit) = (i, higher, next);
                i += next.Length;
            }
        }

        string tail = word[start..];
        if (unit.Length > 0 && GluedProvince(tail, unit.Length) is { } at)
        {
            yield return tail[..at];
            tail = tail[at..];
        }

        yield return tail;
    }

    private static (string Unit, int Rank) UnitOf(string word)
    {
        (string? unit, int rank) = Array.Find(Units, u => word.StartsWith(u.Word, StringComparison.Ordinal));
        return (unit ?? "", unit is null ? -1 : rank);
    }

    /// <summary>Where a province begins behind a unit and a name; null when there is none.</summary>
    private static int? GluedProvince(string word, int unit)
    {
        string folded = KhmerText.Fold(word);
        string? longest = LastWords.Keys.Where(p => p.Length >= ShortestCorrected && folded.Length - p.Length > unit && folded.EndsWith(p, StringComparison.Ordinal))
            .MaxBy(p => p.Length);
        return longest is null || word[word.Length - longest.Length - 1] == KhmerText.Coeng ? null : word.Length - longest.Length;
    }

    private static string? LastWord(string word)
    {
        string folded = KhmerText.Fold(KhmerText.Words(word));
        return LastWords.GetValueOrDefault(folded)
            ?? (folded.Length >= ShortestCorrected && Folded.Nearest(folded) is { } near ? LastWords[near] : null);
    }

    /// <summary>The word with a wrong letter in its unit corrected, when there is one unit that it can be.</summary>
    private static string WithUnit(string word)
    {
        if (UnitOf(word).Unit.Length > 0)
        {
            return word;
        }

        (string Unit, int Length)[] near =
        [
            .. from unit in Units
               where unit.Word.Length >= ShortestCorrected - 1
               from length in (int[])[unit.Word.Length, unit.Word.Length - 1, unit.Word.Length + 1]
               where (length + 2 <= word.Length || (length < word.Length && KhmerDigits.IsDigit(word[length]))) && !KhmerText.IsMark(word[length]) && word[length] != KhmerText.Coeng && word[length - 1] != KhmerText.Coeng
               where FuzzyText.Distance(word.AsSpan(0, length), unit.Word) == 1
               select (unit.Word, length),
        ];
        return near.Select(n => n.Unit).Distinct().Count() == 1 ? near[0].Unit + word[near[0].Length..] : word;
    }

    // The word for hill, with which many names of places begin, behind a unit.
    [GeneratedRegex("(?<=(?:ភូមិ|ឃុំ|សង្កាត់|ស្រុក|ខណ្ឌ|ក្រុង))ទ[ូុ]ល")]
    private static partial Regex Hill();
}
