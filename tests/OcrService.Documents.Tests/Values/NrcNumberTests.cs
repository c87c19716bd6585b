using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class NrcNumberTests
{
    [Theory]
    [InlineData("၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀", "၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀")]
    [InlineData("အမှတ် ၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀ ရက်စွဲ ၂-၁-၂၀၂၀", "၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀")]
    [InlineData("၁၂:ဥကမနိုင်ဝဝဝဝဝဝ", "၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀")]
    [InlineData("၁၂ဥကမနိုင်၀၀၀၀၀၀", "၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀")]
    [InlineData("၅!မရန(ပြု)၀၀၀၀၀၀", "၅/မရန(ပြု)၀၀၀၀၀၀")]
    [InlineData("၇;ရကန(ဧည့်)၀၀၀၀၀၀", "၇/ရကန(ဧည့်)၀၀၀၀၀၀")]
    [InlineData("ရ/ရကန (ဧည့် )၀၀၀၀၀၀", "၇/ရကန(ဧည့်)၀၀၀၀၀၀")]
    [InlineData("ု/ရကနၤဧည့်)၀၀၀၀၀၀", "၇/ရကန(ဧည့်)၀၀၀၀၀၀")]
    [InlineData("၁၄/၀ခမ{ သာသနာ} ၀၀၀၀၀၀", "၁၄/ဝခမ(သာသနာ)၀၀၀၀၀၀")]
    [InlineData("`၃/ဘဂလ(ယာယီ)၀၀၀၀၀၀", "၃/ဘဂလ(ယာယီ)၀၀၀၀၀၀")]
    [InlineData("၈/ဂဂန{ စ} ၀၀၀၀၀", "၈/ဂဂန(စ)၀၀၀၀၀")]
    [InlineData("၈/၈၈န(စ)၀၀၀၀၀၀", "၈/ဂဂန(စ)၀၀၀၀၀၀")]
    [InlineData("၁ ၂/ဥကမ(နိုင် )၀၀၀၀၀၀", "၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀")]
    [InlineData("၁၂/ဉကမ(နိ်ုင်)၀၀၀ ၀၀၀", "၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀")]
    [InlineData("၁၄/ဝဓမ(နိုင်)၀၀၀၀၀၀", "၁၄/ဝခမ(နိုင်)၀၀၀၀၀၀")]
    [InlineData("၁၂၁ဥကမ(နိုင်)၀၀၀၀၀၀", "၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀")]
    [InlineData("မှတ်ပုံတင်အမှတ် ၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀\nNRC No. 12/OUKAMA(N)000000", "၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀")]
    public void Burmese_numbers_are_read(string text, string number) => NrcNumber.Burmese(text).ShouldBe(number);

    [Theory]
    [InlineData("")]
    [InlineData("အမည် ဦးစမ်းသပ်နမူနာ")]
    [InlineData("၁၅/ဥကမ(နိုင်)၀၀၀၀၀၀")]
    [InlineData("၁၂/ဥကမ(နိုင်)၀၀၀")]
    [InlineData("၂-၁-၂၀၂၀")]
    [InlineData("12/OUKAMA(N)000000")]
    [InlineData("ခ/၀၀၀၀၀/၂၅")]
    public void What_is_no_Burmese_number_is_null(string text) => NrcNumber.Burmese(text).ShouldBeNull();

    [Theory]
    [InlineData("12/OUKAMA(N)000000", "12/OUKAMA(N)000000")]
    [InlineData("NRC No. 12/OuKaMa(N)000000", "12/OUKAMA(N)000000")]
    [InlineData("12/0UKAMA(N)OOOOOO", "12/OUKAMA(N)000000")]
    [InlineData("l2/OUKAMA[H]000000", "12/OUKAMA(N)000000")]
    [InlineData("12OUKAMA(N)000000", "12/OUKAMA(N)000000")]
    [InlineData("12/OUKAMAN000000", "12/OUKAMA(N)000000")]
    [InlineData("12/OUKAMA(NAING)000000", "12/OUKAMA(NAING)000000")]
    [InlineData("5/MAYANA(P) 000000", "5/MAYANA(P)000000")]
    [InlineData("12/YAPAIHA(N)000000", "12/YAPATHA(N)000000")]
    [InlineData("12/OUKANA(N)000000", "12/OUKANA(N)000000")]
    public void Latin_numbers_are_read(string text, string number) => NrcNumber.Latin(text).ShouldBe(number);

    [Theory]
    [InlineData("")]
    [InlineData("U SAN THAT NAMUNA")]
    [InlineData("15/OUKAMA(N)000000")]
    [InlineData("B/00000/25")]
    [InlineData("5-2-1990")]
    [InlineData("၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀")]
    public void What_is_no_Latin_number_is_null(string text) => NrcNumber.Latin(text).ShouldBeNull();

    [Fact]
    public void Codes_of_the_states_are_known()
    {
        NrcNumber.IsValid("၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀").ShouldBeTrue();
        NrcNumber.IsValid("12/OUKAMA(N)000000").ShouldBeTrue();
        NrcNumber.IsValid("၁/ဥကမ(နိုင်)၀၀၀၀၀၀").ShouldBeFalse();
        NrcNumber.IsValid("1/OUKAMA(N)000000").ShouldBeFalse();
        NrcNumber.IsValid("၁၂/ဥကမ(နိုင်)၀၀၀").ShouldBeFalse();
        NrcNumber.IsValid("").ShouldBeFalse();
    }

    [Theory]
    [InlineData("၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀", "12/OUKAMA(N)000000")]
    [InlineData("၅/မရန(ပြု)၀၀၀၀၀၀", "5/MAYANA(P)000000")]
    [InlineData("၁၂/ကခဂ(နိုင်)၁၂၃၄၅၆", "12/KAKHAGA(N)123456")]
    public void Burmese_numbers_become_Latin(string burmese, string latin) => NrcNumber.ToLatin(burmese).ShouldBe(latin);

    [Fact]
    public void What_is_no_number_has_no_other_form()
    {
        NrcNumber.ToLatin("").ShouldBeNull();
        NrcNumber.ToBurmese("").ShouldBeNull();
        // Two codes of the Shan state are spelled so.
        NrcNumber.ToBurmese("13/MAYANA(N)000000").ShouldBeNull();
        NrcNumber.ToBurmese("12/OUKAMA(N)000000").ShouldBe("၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀");
    }

    [Theory]
    [InlineData("၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀", "12/OUKAMA(N)000000", "၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀", "12/OUKAMA(N)000000")]
    [InlineData("", "12/OUKAMA(N)000000", "၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀", "12/OUKAMA(N)000000")]
    [InlineData("၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀", "", "၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀", "12/OUKAMA(N)000000")]
    [InlineData("", "13/MAYANA(N)000000", "", "13/MAYANA(N)000000")]
    [InlineData("၁၃/မရန(နိုင်)၀၀၀၀၀၀", "13/MAYANA(N)000000", "၁၃/မရန(နိုင်)၀၀၀၀၀၀", "13/MAYANA(N)000000")]
    [InlineData("၁၂/ဥကဓ(နိုင်)၀၀၀၀၀၀", "12/OUKAMA(N)000000", "၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀", "12/OUKAMA(N)000000")]
    [InlineData("၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀", "12/OUKALA(N)000000", "၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀", "12/OUKAMA(N)000000")]
    [InlineData("၁/ဥကမ(နိုင်)၀၀၀၀၀၀", "12/OUKAMA(N)000000", "၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀", "12/OUKAMA(N)000000")]
    [InlineData("၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀", "2/OUKAMA(N)000000", "၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀", "12/OUKAMA(N)000000")]
    [InlineData("၁၂/ဥကမ(နိုင်)၀၀၀၀၀", "12/OUKAMA(NAING)000000", "၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀", "12/OUKAMA(NAING)000000")]
    [InlineData("", "", "", "")]
    public void Each_form_repairs_the_other(string burmese, string latin, string burmeseAfter, string latinAfter) =>
        NrcNumber.Reconcile(burmese, latin).ShouldBe((burmeseAfter, latinAfter));

    [Theory]
    [InlineData("၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀", "12/OUKATA(N)000000")]
    [InlineData("၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀", "12/OUKAMA(P)000000")]
    [InlineData("၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀", "12/OUKAMA(N)000001")]
    [InlineData("၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀", "5/MAYANA(N)000000")]
    public void Two_numbers_contradict(string burmese, string latin) => NrcNumber.Reconcile(burmese, latin).ShouldBeNull();

    [Fact]
    public void Noise_seldom_makes_a_wrong_number()
    {
        ReaderNoise noise = new(53);
        (NoiseScore native, NoiseScore latin) = (new(), new());
        for (int i = 0; i < 1200; i++)
        {
            (string burmese, string latinTruth) = Invent(noise);
            string read = noise.Confuse(burmese, 3, NativeNoise.Registrations);
            read = noise.Beside(noise.Chance(0.15) ? read.Replace(" ", "") : read, ["အမှတ် ", "အမှတ်", "မှတ်ပုံတင်အမှတ် ", "မှတ် "], [" ရက်စွဲ ၂-၁-၂၀၂၀", "\nအမည်"]);
            native.Add(burmese, read, NrcNumber.Burmese(read));
            read = noise.Confuse(latinTruth, 2, NativeNoise.LatinRegistrations);
            read = noise.Beside(read, ["NRC No. ", "NRC No ", "No. "], ["\nDate of Birth 1-1-1990"]);
            latin.Add(latinTruth, read, NrcNumber.Latin(read));
        }

        native.ShouldBe(0.95, 0.01);
        latin.ShouldBe(0.95, 0.01);
    }

    [Fact]
    public void Wrong_letters_are_repaired_or_given_up_for_the_most_part()
    {
        ReaderNoise noise = new(54);
        NoiseScore score = new();
        for (int i = 0; i < 600; i++)
        {
            (string burmese, string latin) = Invent(noise);
            string read = burmese[..(burmese.IndexOf('/') + 1)] + noise.WrongLetters(burmese[(burmese.IndexOf('/') + 1)..][..3], 1, "ကခဂငစဆတထဒနပဖဗဘမယရလဝသဟအ") + burmese[(burmese.IndexOf('/') + 4)..];
            (string Burmese, string Latin)? settled = NrcNumber.Reconcile(NrcNumber.Burmese(read) ?? "", latin);
            score.Add(burmese, read, settled?.Burmese);
        }

        score.ShouldBe(0.7, 0.002);
    }

    private static (string Burmese, string Latin) Invent(ReaderNoise noise)
    {
        (string Burmese, string Latin)[] codes =
        [
            ("၁၂/ဥကမ", "12/OUKAMA"), ("၁၂/ရပသ", "12/YAPATHA"), ("၁၂/ဒဂရ", "12/DAGAYA"), ("၇/ရတရ", "7/YATAYA"), ("၇/ဝမန", "7/WAMANA"), ("၁၃/ကလဒ", "13/KALADA"), ("၁/ဝမန", "1/WAMANA"),
            ("၈/ဂဂန", "8/GAGANA"), ("၉/ဥတသ", "9/AUTATHA"), ("၁၄/ဝခမ", "14/WAKHAMA"), ("၃/ဝလမ", "3/WALAMA"), ("၄/ပလဝ", "4/PALAWA"), ("၁၁/ဂမန", "11/GAMANA"), ("၁၀/သထန", "10/THAHTANA"), ("၂/ဘလခ", "2/BALAKHA"),
            ("၆/တနသ", "6/TANATHA"), ("၅/မရန", "5/MAYANA"),
        ];
        (string Burmese, string Latin)[] holders = [("နိုင်", "N"), ("နိုင်", "N"), ("နိုင်", "N"), ("ဧည့်", "E"), ("ပြု", "P"), ("သာသနာ", "T"), ("ယာယီ", "Y"), ("စ", "S")];
        (string code, string latinCode) = noise.Pick(codes);
        (string holder, string letter) = noise.Pick(holders);
        string serial = noise.Chance(0.5) ? "000000" : "0000" + noise.Digits(2);
        return ($"{code}({holder}){BurmeseDigits.ToBurmese(serial)}", $"{latinCode}({letter}){serial}");
    }
}
