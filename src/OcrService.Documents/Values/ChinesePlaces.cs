namespace OcrService.Documents.Values;

/// <summary>A place in both of its printed forms.</summary>
public sealed record ChinesePlace(string Han, string Latin);

/// <summary>
/// The places that Chinese passports print: the 34 divisions of the first level and the cities that issue passports or appear as
/// birth places most often. A vocabulary for correction; a place outside it is returned as it was read.
/// </summary>
public static class ChinesePlaces
{
    private const string Table = """
        北京 BEIJING|天津 TIANJIN|河北 HEBEI|山西 SHANXI|内蒙古 NEIMENGGU|辽宁 LIAONING|吉林 JILIN|黑龙江 HEILONGJIANG|上海 SHANGHAI|江苏 JIANGSU
        浙江 ZHEJIANG|安徽 ANHUI|福建 FUJIAN|江西 JIANGXI|山东 SHANDONG|河南 HENAN|湖北 HUBEI|湖南 HUNAN|广东 GUANGDONG|广西 GUANGXI|海南 HAINAN
        重庆 CHONGQING|四川 SICHUAN|贵州 GUIZHOU|云南 YUNNAN|西藏 XIZANG|陕西 SHAANXI|甘肃 GANSU|青海 QINGHAI|宁夏 NINGXIA|新疆 XINJIANG
        香港 HONG KONG|澳门 MACAO|台湾 TAIWAN|深圳 SHENZHEN|广州 GUANGZHOU|珠海 ZHUHAI|厦门 XIAMEN|福州 FUZHOU|泉州 QUANZHOU|杭州 HANGZHOU|宁波 NINGBO
        温州 WENZHOU|南京 NANJING|苏州 SUZHOU|无锡 WUXI|青岛 QINGDAO|济南 JINAN|烟台 YANTAI|大连 DALIAN|沈阳 SHENYANG|长春 CHANGCHUN|哈尔滨 HARBIN
        武汉 WUHAN|长沙 CHANGSHA|郑州 ZHENGZHOU|西安 XI'AN|成都 CHENGDU|昆明 KUNMING|贵阳 GUIYANG|南宁 NANNING|海口 HAIKOU|兰州 LANZHOU|西宁 XINING
        银川 YINCHUAN|乌鲁木齐 URUMQI|拉萨 LHASA|呼和浩特 HOHHOT|太原 TAIYUAN|石家庄 SHIJIAZHUANG|合肥 HEFEI|南昌 NANCHANG|东莞 DONGGUAN|佛山 FOSHAN
        """;

    private static readonly ChinesePlace[] All =
    [
        .. Table.Split((char[])['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(row => row.Split(' ', 2))
            .Select(parts => new ChinesePlace(parts[0], parts[1])),
    ];

    /// <summary>
    /// The place printed as <c>北京/BEIJING</c>, corrected by the vocabulary: both halves vote, and an exact half beats a near one. A
    /// place that is not in it keeps the halves as read. Null when there is neither half.
    /// </summary>
    public static ChinesePlace? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = BeforeDate(text);
        string han = string.Concat(text.Where(FuzzyText.IsHan));
        string latin = string.Concat(text.Where(c => !FuzzyText.IsHan(c)).Select(FuzzyText.ToAscii).Select(char.ToUpperInvariant)
            .Where(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '\'')).Trim();
        string letters = string.Concat(latin.Where(c => c != ' ').Select(c => char.IsAsciiDigit(c) ? Lookalikes.DigitToLetter(c) : c));
        if (han.Length == 0 && letters.Length < 3)
        {
            return null;
        }

        (ChinesePlace place, int points) = All.Select(p => (p, Points(p, han, letters))).MaxBy(p => p.Item2);
        return points >= 2 ? place : new ChinesePlace(han, string.Concat(latin.Select(c => char.IsAsciiDigit(c) ? Lookalikes.DigitToLetter(c) : c)));
    }

    /// <summary>The next column holds a date, and a reader may run both together. Two digits in a row are no misread letters.</summary>
    private static string BeforeDate(string text)
    {
        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]) && char.IsAsciiDigit(text[i - 1]))
                return text[..(i - 1)];
        }

        return text;
    }

    /// <summary>An exact half counts 3, a near one of sufficient length 2 at most.</summary>
    private static int Points(ChinesePlace place, string han, string letters)
    {
        string name = place.Latin.Replace(" ", "", StringComparison.Ordinal);
        int ofHan = han == place.Han ? 3
            : han.Length == place.Han.Length && han.Length > 0 && FuzzyText.Distance(han, place.Han) == 1 ? place.Han.Length >= 3 ? 2 : 1 : 0;
        int distance = FuzzyText.Distance(letters, name);
        int ofLatin = distance == 0 ? 3 : distance == 1 && name.Length >= 5 ? 2 : distance == 2 && name.Length >= 8 ? 1 : 0;
        return ofHan + ofLatin;
    }
}
