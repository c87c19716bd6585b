namespace OcrService.Documents.Values;

/// <summary>The occupation on the back of the identity card of Myanmar; usual ones in their right spelling.</summary>
public static class BurmeseProfession
{
    private static readonly BurmeseWords Usual = new(
        """
        ကျောင်းသား ကျောင်းသူ ဆရာ ဆရာမ ကျောင်းဆရာ ကျောင်းဆရာမ ဆရာဝန် သူနာပြု အင်ဂျင်နီယာ ရှေ့နေ စာရေး အရောင်းစာရေး စာရေးဆရာ စာရင်းကိုင် ဝန်ထမ်း အစိုးရဝန်ထမ်း
        ကုမ္ပဏီဝန်ထမ်း ဘဏ်ဝန်ထမ်း ရဲဝန်ထမ်း မန်နေဂျာ လယ်သမား တောင်သူ ဥယျာဉ်မှူး ကုန်သည် ဈေးသည် ယာဉ်မောင်း ပန်းထိမ်ဆရာ ပန်းရံဆရာ ပန်းချီဆရာ ပန်းပုဆရာ ပန်းပဲဆရာ ဆံသဆရာ
        စက်ပြင်ဆရာ ဓာတ်ပုံဆရာ ဗေဒင်ဆရာ အပ်ချုပ်ဆရာ အပ်ချုပ်သူ စက်ချုပ်သူ လက်သမား လုပ်သား အလုပ်သမား စက်ရုံလုပ်သား ကျပန်း ကျပန်းလုပ်သား ရေလုပ်သား ကုန်ထမ်း ငါးဖမ်းသမား
        သင်္ဘောသား စားဖိုမှူး ထမင်းချက် သတင်းထောက် အဆိုတော် တပ်မတော်သား စစ်သား ရဟန်း သာမဏေ သီလရှင် မှီခို အိမ်ရှင်မ ပင်စင်စား အငြိမ်းစား ကိုယ်ပိုင်လုပ်ငန်း မရှိ
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>The word officer, which ends many occupations, with the second stroke of its vowel lost.</summary>
    private const string Officer = "မှူး", OfficerCut = "မှုး";

    /// <summary>The words behind the label; null when there are none.</summary>
    public static string? Parse(string text) => BurmeseLabels.Of(BurmeseLabels.Profession, text)
        .Select(line => string.Join(' ', Reading.Words(line)).Trim('-', ':', '.', '။', ' ').Replace(OfficerCut, Officer, StringComparison.Ordinal))
        .FirstOrDefault(line => line.Count(BurmeseText.IsLetter) >= 2) is { } value ? Usual.Nearest(value)?.Word ?? value : null;
}
