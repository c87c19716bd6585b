using System.Text.RegularExpressions;

namespace OcrService.Documents.Values;

/// <summary>
/// The address on the back of the identity card of Myanmar, on one line, <c>အမှတ်(၉၉)၊ နမူနာလမ်း၊ စမ်းသပ်ရပ်ကွက်၊ ရန်ကုန်</c>: house, street, ward, town.
/// Units are put into their right spelling, and the commas between parts back where the address has others.
/// </summary>
public static partial class BurmeseAddress
{
    private const string Label = "နေရပ်လိပ်စာ";
    private const string House = "အမှတ်";
    private const string Town = "မြို့";
    private const char Comma = '၊';

    /// <summary>Of a unit's signs so many may be wrong.</summary>
    private const float MostWrongUnit = 0.25f;

    /// <summary>Usual names of streets, wards and villages: flowers, virtues, kings and what stands there.</summary>
    private static readonly BurmeseWords Places = new(
        """
        စံပယ် နှင်းဆီ ဇီဇဝါ ခရေ ကံ့ကော် စိန်ပန်း ပိတောက် သဇင် ယုဇန ဂန္ဓမာ ငုဝါ အင်ကြင်း သံလွင် မာလာ သီတာ ကြာညို ပဒုမ္မာ ဇမ္ဗူ ဝါဆို ပန်းခြံ ပန်းတော် သရဖီ ရွက်လှ မြတ်လေး နဂါးမောက် ကုက္ကို ထန်းတပင် ညောင်ပင် သပြေ
        မေတ္တာ သစ္စာ သာယာ သာယာကုန်း သာယာအေး ချမ်းမြေ့ ချမ်းသာ ချမ်းအေး သီရိ သီရိမင်္ဂလာ အောင်မင်္ဂလာ အောင်ချမ်းသာ အောင်သပြေ အောင်မြေ အောင်သုခ အောင်ဆန်း ရတနာ ရတနာပုံ သမာဓိ ပြည်ထောင်စု ညီညွတ် ညီညွတ်ရေး ငြိမ်းချမ်းရေး လွတ်လပ်ရေး ဒီမိုကရေစီ
        မင်္ဂလာ ဇေယျာ ဇေယျာသီရိ သုခ သုခမြိုင် ပျော်ဘွယ် ရွှေပြည် ရွှေပြည်သာ ရွှေဘုံသာ ရွှေတိဂုံ ရွှေလမ်း ငွေတောင် မြကန်သာ မြသီတာ မြသိန်းတန် ဧရာ ဧရာဝတီ ပုလဲ ပတ္တမြား နီလာ ကျောက်စိမ်း
        ဗိုလ်ချုပ် ဗိုလ်အောင်ကျော် ဗန္ဓုလ မဟာဗန္ဓုလ အနော်ရထာ ကျန်စစ်သား ဘုရင့်နောင် အလောင်းဘုရား ရာဇာဓိရာဇ် မင်းရဲကျော်စွာ ဗညားဒလ ကမ္မာ ပြည် မန္တလေး ရန်ကုန် ပုဂံ ပေါက္ကံ တောင်ငူ
        ဈေးကြီး ဈေး ဘူတာ ဘူတာရုံ ကျောင်းကြီး ကျောင်း ဘုရားကြီး ဘုရား ဆိပ်ကမ်း ကမ်းနား ကန်တော် ကန်တော်ကြီး ကန်သာ ရေကန် တံတား ဆေးရုံ ရုံးကြီး မြို့မ မြို့သစ် မြို့ဟောင်း တောင်ပိုင်း မြောက်ပိုင်း အရှေ့ပိုင်း အနောက်ပိုင်း
        ရွာသစ် ရွာမ တောရွာ ကျွန်းကလေး ကျွန်းကြီး အလယ် အထက် အောက် နမူနာ စမ်းသပ်
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>The units behind a name, by their letters without marks.</summary>
    private static readonly Dictionary<string, string> Units = new[] { "လမ်း", "ရပ်ကွက်", "ကျေးရွာ", "တိုင်းဒေသကြီး", "ပြည်နယ်", "ခရိုင်" }.ToDictionary(FuzzyText.Bare);

    /// <summary>The lines behind the label, joined by a space; null when there are none.</summary>
    public static string? Parse(string text)
    {
        string joined = string.Join(' ', Reading.Lines(BurmeseText.Normalize(text)).Select(line => Labels.After(line, Label)).SelectMany(Reading.Words).Where(IsBurmese));
        // The full stop and the comma differ by a stroke; an address has commas.
        string address = Doubled().Replace(joined.Replace('။', Comma), "၊").Trim('-', ':', '.', ' ', Comma);
        address = HouseNumber().Replace(address, House + "${rest}");
        if (address.Count(BurmeseText.IsLetter) < 4)
        {
            return null;
        }

        if (address.Contains("၊ ", StringComparison.Ordinal))
        {
            address = Tight().Replace(address, "၊ ");
        }

        string[] parts = [.. address.Split(' ').Select(Spelled)];
        parts[^1] = BurmeseTowns.Nearest(parts[^1]) ?? parts[^1];
        // A comma in one place is a comma in all: it is thin, and lost first.
        bool hasCommas = parts[..^1].Any(p => p.EndsWith(Comma));
        for (int i = 0; hasCommas && i < parts.Length - 1; i++)
        {
            parts[i] = !parts[i].EndsWith(Comma) && EndsPart(parts[i]) ? parts[i] + Comma : parts[i];
        }

        return string.Join(' ', parts);
    }

    private static bool IsBurmese(string word) => !word.Any(char.IsAsciiLetter) && word.Any(c => BurmeseText.IsWordPart(c) || BurmeseDigits.IsDigit(c) || char.IsAsciiDigit(c) || c == Comma);

    /// <summary>A part of the address with its unit, and a town's name before it, in the right spelling; its comma is kept.</summary>
    private static string Spelled(string part)
    {
        string name = part.TrimEnd(Comma), comma = part[name.Length..];
        foreach ((string letters, string unit) in Units)
        {
            int at = TailOf(name, letters.Length);
            if (at > 0 && BurmeseWords.Distance(name[at..], unit) <= MostWrongUnit * unit.Length)
            {
                return Places.Correct(name[..at]) + unit + comma;
            }
        }

        Match town = TownUnit().Match(name);
        return town.Success
            ? (BurmeseTowns.Nearest(name[..town.Index]) ?? name[..town.Index]) + Town + comma
            : part;
    }

    /// <summary>Where the last letters of a word begin, counted without marks; 0 when there are no more.</summary>
    private static int TailOf(string name, int letters)
    {
        int at = name.Length;
        while (at > 0 && letters > 0)
        {
            letters -= FuzzyText.Bare(name[--at].ToString()).Length;
        }

        return letters == 0 ? at : 0;
    }

    private static bool EndsPart(string part) => part.EndsWith(')') || BurmeseDigits.IsDigit(part[^1]) || part.EndsWith(Town, StringComparison.Ordinal) || Units.Values.Any(u => part.EndsWith(u, StringComparison.Ordinal));

    [GeneratedRegex("၊[၊၊,]+")]
    private static partial Regex Doubled();

    [GeneratedRegex(@"၊(?!\s|$)")]
    private static partial Regex Tight();

    // The word number before the house's, with marks lost.
    [GeneratedRegex("^အမ[\u103D\u103E]?တ[\u103A\u1037\u1032]?(?<rest>[ (၊၀-၉-])")]
    private static partial Regex HouseNumber();

    // The unit town with marks lost, behind a name.
    [GeneratedRegex("(?<=[\u1000-\u109F]{2})[မန]ြ[ိီ][ုူ]?[့်]?[့်]?$")]
    private static partial Regex TownUnit();
}
