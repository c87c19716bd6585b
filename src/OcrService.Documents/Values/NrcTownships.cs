using System.Globalization;

namespace OcrService.Documents.Values;

/// <summary>
/// Short codes of the townships in Myanmar's registration numbers, by number of the state or region, in Burmese and Latin letters.
/// Compiled from the data of wai-lin/mm-nrc (MIT). It is not free of slips and not complete, so it ranks readings and rejects none.
/// </summary>
internal static class NrcTownships
{
    public const int States = 14;

    private const string Table = """
        1: အဂယ=AHGAYA ဗမန=BAMANA ဒဖယ=DAPHAYA ဟပန=HAPANA ကမန=KAMATA ကပတ=KAPATA ခဘဒ=KHABADA ခလဖ=KHALAPHA ခဖန=KHAPHANA လဂန=LAGANA မကန=MAKANA မကတ=MAKATA
            မခဘ=MAKHABA မလန=MALANA မမန=MAMANA မညန=MANYANA မစန=MASANA နမန=NAMANA ပနဒ=PANADA ပတအ=PATAAH ပဝန=PAWANA ဖကန=PHAKANA ဆဘန=SABATA ဆဒန=SADANA ဆလန=SALANA
            ဆပဘ=SAPABA တနန=TANANA ဝမန=WAMANA ရဘယ=YABAYA ရကန=YAKANA
        2: ဘလခ=BALAKHA ဒမဆ=DAMASA လကန=LAKANA မစန=MASANA ဖဆန=PHASANA ဖရဆ=PHAYASA ရတန=YATANA ရသန=YATHANA
        3: ဘအန=BAAHNA ဘဂလ=BAGALA ဘကလ=BAKALA ဘသဆ=BATHASA ကဒန=KADANA ကကရ=KAKAYA ကမမ=KAMAMA ကဆက=KASAKA လဘန=LABANA လသန=LATHANA မဝတ=MAWATA ပကန=PAKANA ဖပန=PHAPANA
            စကလ=SAKALA သတက=THATAKA သတန=THATANA ဝလမ=WALAMA ရရသ=YAYATHA
        4: ဟခန=HAKHANA ထတလ=HTATALA ကခန=KAKHANA ကပလ=KAPALA မတန=MATANA မတပ=MATAPA ပလဝ=PALAWA ဖလန=PHALANA ဆမန=SAMANA တတန=TATANA တဇန=TAZANA ရခဒ=YAKHADA ရဇန=YAZANA
        5: အတန=AHTANA အရတ=AHYATA ဗမန=BAMANA ဘတလ=BATALA ဒဟန=DAHANA ဒပယ=DAPAYA ဟမလ=HAMALA ဆမရ=HSAMARA ထခန=HTAKHANA ထပခ=HTAPAKHA ကဘလ=KABALA ကလထ=KALAHTA
            ကလန=KALANA ကလတ=KALATA ကလဝ=KALAWA ကမန=KAMANA ကနန=KANANA ကသန=KATHANA ခဥန=KHAOUNA ခဥတ=KHAOUTA ခပန=KHAPANA ခတန=KHATANA လဟန=LAHANA လရန=LAYANA
            မကန=MAKANA မလန=MALANA မမန=MAMANA မမတ=MAMATA မပလ=MAPALA မသန=MATHANA မရန=MAYANA နယန=NAYANA ငဇန=NGAZANA ပလဘ=PALABA ပလန=PALANA ပဆန=PASANA ဖပန=PHAPANA
            စကန=SAKANA ဆလက=SALAKA တမန=TAMANA တဆန=TASANA ဝလန=WALANA ဝသန=WATHANA ရဘန=YABANA ယမပ=YAMAPA ရဥန=YAOUNA ရသက=YATHAKA
        6: ဘပန=BAPANA ထဝန=HTAWANA ကလအ=KALAAH ကစန=KASANA ကသန=KATHANA ကရရ=KAYAYA ခမက=KHAMAKA လလန=LALANA မအန=MAAHNA မအရ=MAAHYA မမန=MAMANA မတန=MATANA ငရက=NGAYAKA
            ပကမ=PAKAMA ပလန=PALANA ပလတ=PALATA တနသ=TANATHA တသရ=TATHAYA သရခ=THAYAKHA ရဖန=YAPHANA
        7: အဖန=AHPHANA အတန=AHTANA ဒဥန=DAOUNA ထတပ=HTATAPA ကကန=KAKANA ကပက=KAPAKA ကတခ=KATAKHA ကတတ=KATATA ကဝန=KAWANA လပတ=LAPATA မဒန=MADANA မလန=MALANA မညန=MANYANA
            နတလ=NATALA ညလပ=NYALAPA ပခန=PAKHANA ပခတ=PAKHATA ပမန=PAMANA ပနက=PANAKA ပတလ=PATALA ပတန=PATANA ပတဆ=PATASA ပတတ=PATATA ဖမန=PHAMANA တငန=TANGANA
            သကန=THAKANA သနပ=THANAPA သဆန=THASANA သဝတ=THAWATA ဝမန=WAMANA ရကန=YAKANA ရတန=YATANA ရတရ=YATAYA ဇကန=ZAKANA
        8: အလန=AHLANA ဂဂန=GAGANA ထလန=HTALANA ကထန=KAHTANA ကမန=KAMANA ခမန=KHAMANA မဘန=MABANA မထန=MAHTANA မကန=MAKANA မလန=MALANA မမန=MAMANA မတန=MATANA မသန=MATHANA
            နမန=NAMANA ငဖန=NGAPHANA ပခက=PAKHAKA ပမန=PAMANA ပဖန=PAPHANA စကန=SAKANA စလန=SALANA ဆမန=SAMANA ဆပဝ=SAPAWA ဆဖန=SAPHANA စတရ=SATAYA တတက=TATAKA
            သရန=THAYANA ယမန=YAMANA ရနခ=YANAKHA ရစက=YASAKA
        9: အမရ=AHMAYA အမဇ=AHMAZA ဥတသ=AUTATHA ဒခသ=DAKHATHA ကမန=KAMANA ကပတ=KAPATA ကဆန=KASANA ခအဇ=KHAAHZA ခမစ=KHAMASA လဝန=LAWANA မဟမ=MAHAMA မထလ=MAHTALA
            မကန=MAKANA မခန=MAKHANA မလန=MALANA မမန=MAMANA မနမ=MANAMA မနတ=MANATA မတရ=MATAYA မသန=MATHANA မရမ=MAYAMA မရတ=MAYATA နထက=NAHTAKA ငသရ=NGATHAYA
            ငဇန=NGAZANA ညဥန=NYAOUNA ပဘန=PABANA ပဗသ=PABATHA ပကခ=PAKAKHA ပမန=PAMANA ပဥလ=PAOULA ပသက=PATHAKA စကန=SAKANA စကတ=SAKATA တကန=TAKANA တကတ=TAKATA
            တတဥ=TATAOU တသန=TATHANA သပက=THAPAKA သစန=THASANA ဝတန=WATANA ရကန=YAKANA ရမသ=YAMATHA ဇဗသ=ZABATHA ဇယသ=ZAYATHA
        10: ဘလန=BALANA ကထန=KAHTANA ကခမ=KAKHAMA ကမရ=KAMAYA ခဆန=KHASANA ခဇန=KHAZANA လမန=LAMANA မဒန=MADANA မလမ=MALAMA ပမန=PAMANA သထန=THAHTANA သဖရ=THAPHAYA
            ရမန=YAMANA
        11: အမန=AHMANA ဘသတ=BATHATA ဂမန=GAMANA ကဖန=KAPHANA ကတလ=KATALA ကတန=KATANA မအန=MAAHNA မအတ=MAAHTA မဥန=MAOUNA မပန=MAPANA မပတ=MAPATA မတန=MATANA ပဏက=PANAKA
            ပဏတ=PANATA ပတန=PATANA စတန=SATANA တကန=TAKANA တပဝ=TAPAWA သတန=THATANA ရဗန=YABANA ရသတ=YATHATA
        12: အလန=AHLANA အစန=AHSANA ဗဟန=BAHANA ဗတထ=BATAHTA ဒဂမ=DAGAMA ဒဂန=DAGANA ဒဂဆ=DAGASA ဒဂတ=DAGATA ဒဂရ=DAGAYA ဒလန=DALANA ဒပန=DAPANA ထတပ=HTATAPA ကကက=KAKAKA
            ကခက=KAKHAKA ကမန=KAMANA ကမတ=KAMATA ကမရ=KAMAYA ကတန=KATANA ကတတ=KATATA ခရန=KHAYANA လကန=LAKANA လမန=LAMANA လမတ=LAMATA လသန=LATHANA လသယ=LATHAYA မဘန=MABANA
            မဂဒ=MAGADA မဂတ=MAGATA မရက=MAYAKA ဥကမ=OUKAMA ဥကတ=OUKATA ပဘတ=PABATA ပဇတ=PAZATA ဆကခ=SAKAKHA ဆကန=SAKANA စခန=SAKHANA တကန=TAKANA တမန=TAMANA တတထ=TATAHTA
            တတန=TATANA သဃက=THAGAKA သကတ=THAKATA သခန=THAKHANA သလန=THALANA ရကန=YAKANA ရပသ=YAPATHA
        13: အပန=AHPANA အတန=AHTANA အသယ=AHTHAYA ဟဟန=HAHANA ဟမန=HAMANA ဟပန=HAPANA ဟပတ=HAPATA ကဟန=KAHANA ကကန=KAKANA ကခန=KAKHANA ကလဒ=KALADA ကလထ=KALAHTA ကလန=KALANA
            ကလတ=KALATA ကမန=KAMANA ကတလ=KATALA ကတန=KATANA ကတတ=KATATA ကသန=KATHANA ခလန=KHALANA ခရဟ=KHAYAHA လကန=LAKANA လခန=LAKHANA လခတ=LAKHATA လလန=LALANA
            လရန=LAYANA မဘန=MABANA မဟရ=MAHAYA မထန=MAHTANA မထတ=MAHTATA မကထ=MAKAHTA မကန=MAKANA မကတ=MAKATA မခန=MAKHANA မခတ=MAKHATA မလန=MALANA မလတ=MALATA
            မမထ=MAMAHTA မမန=MAMANA မမတ=MAMATA မနန=MANANA မငန=MANGANA မပထ=MAPAHTA မပန=MAPANA မပတ=MAPATA မဖန=MAPHANA မဖတ=MAPHATA မရတ=MARATA မဆန=MASANA
            မစတ=MASATA မဆတ=MASATA မတန=MATANA မတတ=MATATA မယထ=MAYAHTA မရန=MAYANA မယန=MAYANA မယတ=MAYATA နဆန=NAHSANA နခန=NAKHANA နခတ=NAKHATA နမတ=NAMATA
            နဖန=NAPHANA နစန=NASANA နတရ=NATAYA ညရန=NYAYANA ပလထ=PALAHTA ပလန=PALANA ပလတ=PALATA ပပက=PAPAKA ပဆန=PASANA ပဆတ=PASATA ပတယ=PATAYA ပဝန=PAWANA တခလ=PAYANA
            ဖခန=PHAKHANA ဆဆန=SASANA တကန=TAKANA တလန=TALANA တမည=TAMANYA တတန=TATANA တယန=TAYANA သနန=THANANA သပန=THAPANA ရငန=YANGANA ရညန=YANYANA ရစန=YASANA
        14: အဂပ=AHGAPA အမန=AHMANA အမတ=AHMATA ဘကလ=BAKALA ဒဒရ=DADAYA ဓနဖ=DANAPHA ဟကက=HAKAKA ဟသတ=HATHATA ကကထ=KAKAHTA ကကန=KAKANA ကခန=KAKHANA ကလန=KALANA ကပန=KAPANA
            လမန=LAMANA လပတ=LAPATA မအန=MAAHNA မအပ=MAAHPA မမက=MAMAKA မမန=MAMANA ငပတ=NGAPATA ငဆန=NGASANA ငသခ=NGATHAKHA ငရက=NGAYAKA ညတန=NYATANA ပစလ=PASALA
            ပတန=PATANA ပသအ=PATHAAH ပသန=PATHANA ပသရ=PATHAYA ဖပန=PHAPANA သပန=THAPANA ဝခမ=WAKHAMA ရကန=YAKANA ယသရ=YATHAYA ဇလန=ZALANA
        """;

    private static readonly Dictionary<int, Dictionary<string, string>> All = Read();

    /// <summary>The Latin spelling of a state's code; null when the state has no such code.</summary>
    public static string? Latin(int state, string burmese) => All.GetValueOrDefault(state)?.GetValueOrDefault(burmese);

    /// <summary>The codes of a state with a Latin spelling; several letters share one, so there may be more than one code.</summary>
    public static IReadOnlyList<string> Burmese(int state, string latin) =>
        [.. Codes(state).Where(c => NrcSpelling.Plain(c.Value) == NrcSpelling.Plain(latin)).Select(c => c.Key)];

    /// <summary>The code that the letters are, or the only one that differs from them in one letter; null when there is none.</summary>
    public static string? Nearest(int state, string burmese) =>
        Latin(state, burmese) is not null ? burmese : Only(Codes(state).Select(c => c.Key).Where(c => FuzzyText.Distance(c, burmese) == 1));

    /// <summary>The Latin letters when a code is spelled so, or the only spelling that differs from them in one letter; null when there is none.</summary>
    public static string? NearestLatin(int state, string latin) =>
        Burmese(state, latin).Count > 0 ? latin : Only(Codes(state).Select(c => c.Value).Distinct().Where(c => FuzzyText.Distance(c, latin) == 1));

    private static Dictionary<string, string> Codes(int state) => All.GetValueOrDefault(state) ?? [];

    private static string? Only(IEnumerable<string> found) => found.Take(2).ToArray() is [var only] ? only : null;

    private static Dictionary<int, Dictionary<string, string>> Read()
    {
        Dictionary<int, Dictionary<string, string>> states = [];
        int state = 0;
        foreach (string word in Table.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word[^1] == ':')
            {
                state = int.Parse(word.AsSpan(0, word.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture);
                states[state] = [];
            }
            else
            {
                string[] pair = word.Split('=');
                states[state][pair[0]] = pair[1];
            }
        }

        return states;
    }
}
