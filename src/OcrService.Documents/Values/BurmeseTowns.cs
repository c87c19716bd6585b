namespace OcrService.Documents.Values;

/// <summary>The larger towns, the states and the regions of Myanmar, which end the addresses on its documents.</summary>
internal static class BurmeseTowns
{
    /// <summary>Of a name's signs so many may be lost or wrong, where its letters stand but for one.</summary>
    private const float MostWrong = 0.6f;

    /// <summary>Names of fewer letters have too many neighbours.</summary>
    private const int ShortestCorrected = 3;

    private static readonly string[] Names =
    [
        .. """
        ရန်ကုန် မန္တလေး နေပြည်တော် ပဲခူး မကွေး စစ်ကိုင်း မော်လမြိုင် ပုသိမ် စစ်တွေ တောင်ကြီး မြစ်ကြီးနား ဟားခါး ဘားအံ လွိုင်ကော် ထားဝယ် မြိတ် မုံရွာ မိတ္ထီလာ ဟင်္သာတ
        ပခုက္ကူ လားရှိုး ကျောက်ဆည် ရွှေဘို တောင်ငူ မြင်းခြံ ရေနံချောင်း မင်းဘူး သရက် အောင်လံ ကလေး တမူး ဗန်းမော် မိုးကုတ် ပြင်ဦးလွင် ကျောက်ပန်းတောင်း ညောင်ဦး ပုဂံ
        ကျိုင်းတုံ တာချီလိတ် မြဝတီ ကော့သောင်း သထုံ မုဒုံ သံဖြူဇရပ် ကျိုက်ထို ဖျာပုံ မြောင်းမြ မအူပင် လပွတ္တာ ဘိုကလေး ဝါးခယ်မ ညောင်တုန်း ဓနုဖြူ သာယာဝတီ လက်ပံတန်း
        ညောင်လေးပင် သန်လျင် ကျောက်တန်း တွံတေး မှော်ဘီ လှည်းကူး တိုက်ကြီး ကျောက်ဖြူ သံတွဲ မောင်တော ဘူးသီးတောင် မြောက်ဦး ကလော ညောင်ရွှေ အောင်ပန်း မူဆယ် သီပေါ
        ကျောက်မဲ နမ့်ခမ်း ဖလမ်း တီးတိန် မင်းတပ် ပူတာအို ပျဉ်းမနား လယ်ဝေး တပ်ကုန်း ရမည်းသင်း သာစည် ဝမ်းတွင်း နတ်မောက် တောင်တွင်းကြီး
        ဧရာဝတီ တနင်္သာရီ ကချင် ကယား ကရင် ချင်း မွန် ရခိုင် ရှမ်း
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
    ];

    /// <summary>The name that the text is, marks lost or not; null when it may be another one.</summary>
    public static string? Nearest(string text)
    {
        if (text.Length == 0 || Names.Contains(text))
        {
            return text.Length == 0 ? null : text;
        }

        // One sign off a single name is that name.
        string[] next = [.. Names.Where(n => n.Length > ShortestCorrected && FuzzyText.Distance(n, text) <= 1)];
        if (next.Length == 1)
        {
            return next[0];
        }

        string letters = FuzzyText.Bare(text);
        string[] near =
        [
            .. Names.Where(n => FuzzyText.Bare(n) is { Length: >= ShortestCorrected } wanted && wanted[0] == letters.FirstOrDefault() && wanted[^1] == letters[^1]
                && letters.Length >= wanted.Length - 1 && IsLeftOf(letters, wanted) && FuzzyText.Distance(n, text) <= MostWrong * n.Length),
        ];
        return near.Length == 1 ? near[0] : null;
    }

    /// <summary>Whether some letters are what is left of others.</summary>
    private static bool IsLeftOf(string letters, string all)
    {
        int at = 0;
        foreach (char c in all)
        {
            at += at < letters.Length && letters[at] == c ? 1 : 0;
        }

        return at == letters.Length;
    }
}
