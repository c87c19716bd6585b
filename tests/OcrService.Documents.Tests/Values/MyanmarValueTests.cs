using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

/// <summary>The smaller values of Myanmar's documents. Registration numbers, dates and Zawgyi have tests of their own.</summary>
public sealed class MyanmarValueTests
{
    [Theory]
    [InlineData("ဦးစမ်းသပ်နမူနာ", "ဦးစမ်းသပ်နမူနာ")]
    [InlineData("အမည် ဒေါ်သီရိခန့်", "ဒေါ်သီရိခန့်")]
    [InlineData("မစမ်း သပ်", "မစမ်းသပ်")]
    [InlineData("၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀", null)]
    [InlineData("၁-၁-၁၉၉၀", null)]
    [InlineData("U SAN", null)]
    public void A_Burmese_name_is_no_number_and_no_label(string text, string? name) => BurmeseName.Parse(text).ShouldBe(name);

    [Theory]
    [InlineData("U SAN THAT NAMUNA", "U SAN THAT NAMUNA")]
    [InlineData("Name u san that", "U SAN THAT")]
    [InlineData("ဦးစမ်း\nU SAN", "U SAN")]
    [InlineData("ဦးစမ်း", null)]
    [InlineData("9/MANAMA(N)000000", null)]
    public void A_Latin_name_of_the_licence(string text, string? name) => BurmeseName.Latin(text).ShouldBe(name);

    [Theory]
    [InlineData("၅ပေ ၂လက်မ", "၅ပေ ၂လက်မ")]
    [InlineData("အရပ် ၅ပေ၁၁လက်မ", "၅ပေ ၁၁လက်မ")]
    [InlineData("၅'၄\"", "၅'၄\"")]
    [InlineData("5'4", "၅'၄\"")]
    [InlineData("၉'၄\"", null)]
    [InlineData("၅'၁၄\"", null)]
    [InlineData("၁-၁-၁၉၉၀", null)]
    public void A_height_in_feet_and_inches(string text, string? height) => BurmeseHeight.Parse(text).ShouldBe(height);

    [Theory]
    [InlineData("အေဘီ", "အေဘီ")]
    [InlineData("အို", "အို")]
    [InlineData("သွေးအုပ်စု B", "B")]
    [InlineData("Blood Type 0", "O")]
    [InlineData("AB+", "AB+")]
    [InlineData("Valid up to", null)]
    public void A_blood_group_in_either_letters(string text, string? group) => BurmeseBloodGroup.Parse(text).ShouldBe(group);

    [Theory]
    [InlineData("အို", "", "အို", "O")]
    [InlineData("", "AB", "အေဘီ", "AB")]
    [InlineData("ဘီ", "B", "ဘီ", "B")]
    public void Blood_groups_make_one_another(string burmese, string latin, string settled, string other) =>
        BurmeseBloodGroup.Reconcile(burmese, latin).ShouldBe((settled, other));

    [Fact]
    public void Blood_groups_that_contradict_stay_as_they_are() => BurmeseBloodGroup.Reconcile("ဘီ", "A").ShouldBeNull();

    [Theory]
    [InlineData("ခ/၀၀၀၀၀/၂၅", "ခ/၀၀၀၀၀/၂၅", null)]
    [InlineData("အမှတ် က/၁၂၃၄၅/၁၈", "က/၁၂၃၄၅/၁၈", null)]
    [InlineData("No. B/00000/25", null, "B/00000/25")]
    [InlineData("8/OOOOO/25", null, "B/00000/25")]
    [InlineData("ခ/၀၀ဝ၀၀/၂၅\nB/00000/25", "ခ/၀၀၀၀၀/၂၅", "B/00000/25")]
    [InlineData("9/MANAMA(N)000000", null, null)]
    public void Licence_numbers_in_both_scripts(string text, string? burmese, string? latin)
    {
        LicenceNumber.Burmese(text).ShouldBe(burmese);
        LicenceNumber.Latin(text).ShouldBe(latin);
    }

    [Fact]
    public void Licence_numbers_make_and_mend_one_another()
    {
        LicenceNumber.Reconcile("ခ/၀၀၀၀၀/၂၅", "").ShouldBe(("ခ/၀၀၀၀၀/၂၅", "B/00000/25"));
        LicenceNumber.Reconcile("", "C/12345/18").ShouldBe(("ဂ/၁၂၃၄၅/၁၈", "C/12345/18"));
        LicenceNumber.Reconcile("က/၁၂၃၄၅/၁၈", "C/12345/18").ShouldBe(("ဂ/၁၂၃၄၅/၁၈", "C/12345/18"));
        LicenceNumber.Reconcile("က/၁၂၃၄၅/၁၈", "A/99999/18").ShouldBeNull();
    }

    [Theory]
    [InlineData("ဗမာ/ဗုဒ္ဓ", "ဗမာ/ဗုဒ္ဓ")]
    [InlineData("လူမျိုး/ဘာသာ ချင်း၊ဟိန္ဒူ", "ချင်း၊ဟိန္ဒူ")]
    [InlineData("ရှမ်/ဟိန္ဒူ", "ရှမ်း/ဟိန္ဒူ")]
    [InlineData("ကရင်နတ်", "ကရင်၊နတ်")]
    [InlineData("လူမီးအာသာရှမ်းဟိန္ဒူ", "ရှမ်း၊ဟိန္ဒူ")]
    [InlineData("အာသာမွန်/ဗုဒ္ဓ", "မွန်/ဗုဒ္ဓ")]
    public void People_and_religion_are_spelled_right(string text, string value) => BurmeseReligion.Parse(text).ShouldBe(value);

    [Theory]
    [InlineData("အလုပ်အကိုင် ကျောင်းသား", "ကျောင်းသား")]
    [InlineData("ပန်းထမဆရာ", "ပန်းထိမ်ဆရာ")]
    [InlineData("စက်ချုပ်", "စက်ချုပ်")]
    [InlineData("123", null)]
    public void An_occupation(string text, string? value) => BurmeseProfession.Parse(text).ShouldBe(value);

    [Theory]
    [InlineData("နေရပ်လိပ်စာ အမှတ်(၉၉)၊ နမူနာလမ်း၊\nစမ်းသပ်ရပ်ကွက်၊ ရန်ကုန်", "အမှတ်(၉၉)၊ နမူနာလမ်း၊ စမ်းသပ်ရပ်ကွက်၊ ရန်ကုန်")]
    [InlineData("အမှတ်(၉၉)၊၊ နမူနာလမး စမ်းသပ်ရပကွက် ဟငာ်တ SP", "အမှတ်(၉၉)၊ နမူနာလမ်း၊ စမ်းသပ်ရပ်ကွက်၊ ဟင်္သာတ")]
    [InlineData("(၉)ရပ်ကွက်၊ ဟသာ်တမြို", "(၉)ရပ်ကွက်၊ ဟင်္သာတမြို့")]
    [InlineData("အမှတ် ၉ နမူနာလမ်း နမူနာမြို့", "အမှတ် ၉ နမူနာလမ်း နမူနာမြို့")]
    [InlineData("နေရပ်လိပ်စာ", null)]
    public void An_address(string text, string? address) => BurmeseAddress.Parse(text).ShouldBe(address);

    [Theory]
    [InlineData("၉၉၉၀၀၁", "၉၉၉၀၀၁")]
    [InlineData("AA123456", "AA123456")]
    [InlineData("၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀", null)]
    public void A_serial_number_is_not_the_registration_number(string text, string? value) => MyanmarCardNumber.Parse(text).ShouldBe(value);

    [Theory]
    [InlineData("ဦးအောင်", "U AUNG")]
    [InlineData("ဒေါ်ခင်မြင့်", "DAW KHIN MYIN")]
    [InlineData("မောင်ကျော်", "MAUNG KYAW")]
    [InlineData("မနမူနာ", "MA NA MU NA")]
    [InlineData("ကိုဇော်ဝင်း", "KO ZAW WIN")]
    [InlineData("abc", null)]
    public void Names_in_everyday_Latin_spelling(string burmese, string? latin) => Romanisation.Of(burmese).ShouldBe(latin);

    [Theory]
    [InlineData("Q0000015", "Q000001(5)")]
    [InlineData("ZZ0000026", "ZZ000002(6)")]
    [InlineData("90000015", "9000001(5)")]
    [InlineData("Z000000000", "Z000000000")]
    public void Numbers_of_zones_get_their_brackets_back(string cells, string printed) => HomeIdentityNumber.OfZone(cells).ShouldBe(printed);
}
