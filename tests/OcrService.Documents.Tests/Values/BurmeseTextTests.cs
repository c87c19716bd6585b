using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class BurmeseTextTests
{
    [Theory]
    [InlineData("ဦး", "ဦး")]
    [InlineData("ဉီး", "ဦး")]
    [InlineData("ဥာဏ်", "ဉာဏ်")]
    [InlineData("ယဥ်", "ယဉ်")]
    [InlineData("ဉကမ", "ဥကမ")]
    [InlineData("နုိင်", "နိုင်")]
    [InlineData("နို်င", "နိုင်", false)]
    [InlineData("မြွှေ", "မြွှေ")]
    [InlineData("မှွ", "မွှ")]
    [InlineData("ေမာင်", "မောင်")]
    [InlineData("အဘ ေမာင်", "အဘ မောင်")]
    [InlineData("ဧည့်", "ဧည့်")]
    [InlineData("န\u103A\u1037", "န\u1037\u103A")]
    [InlineData("ယောက်ျား", "ယောက်ျား")]
    [InlineData("ကျွန်ုပ်", "ကျွန်ုပ်")]
    [InlineData("သင်္ဘောသား", "သင်္ဘောသား")]
    [InlineData("ဗုဒ္ဓ", "ဗုဒ္ဓ")]
    [InlineData("ဦးဦး", "ဦးဦး")]
    [InlineData("သာာ", "သာ")]
    [InlineData("ABC 12", "ABC 12")]
    public void Clusters_get_one_storage_order(string read, string stored, bool same = true) => (BurmeseText.Normalize(read) == stored).ShouldBe(same, BurmeseText.Normalize(read));

    [Theory]
    [InlineData("၂ဝ၂ဝ", "၂၀၂၀")]
    [InlineData("၁၉ရ၈", "၁၉၇၈")]
    [InlineData("၀င်း", "ဝင်း")]
    [InlineData("မြ၀တီ", "မြဝတီ")]
    [InlineData("၇ဲထွန်း", "ရဲထွန်း")]
    [InlineData("အမှတ်(၇)", "အမှတ်(၇)")]
    [InlineData("(၅)ရပ်ကွက်", "(၅)ရပ်ကွက်")]
    [InlineData("၅ရပ်ကွက်", "၅ရပ်ကွက်")]
    [InlineData("အခန်း ၁ဝ၊", "အခန်း ၁၀၊")]
    [InlineData("ဝ၁-ဝ၂-၁၉၉ဝ", "၀၁-၀၂-၁၉၉၀")]
    public void Neighbours_decide_between_digit_and_letter(string read, string stored) => BurmeseText.Normalize(read).ShouldBe(stored);

    [Fact]
    public void Nothing_makes_it_throw()
    {
        ReaderNoise noise = new(51);
        for (int i = 0; i < 3000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, noise.Between(0, 12)).Select(_ => (char)noise.Between(0x1000, 0x104F)));
            string once = BurmeseText.Normalize(text);
            once.Length.ShouldBeLessThanOrEqualTo(text.Length);
            BurmeseText.Normalize(once).Length.ShouldBeLessThanOrEqualTo(once.Length);
        }
    }

    [Fact]
    public void Burmese_digits_become_Arabic_ones()
    {
        BurmeseDigits.ToArabic("၀၁၂၃၄၅၆၇၈၉က").ShouldBe("0123456789က");
        BurmeseDigits.ToBurmese("0123456789က").ShouldBe("၀၁၂၃၄၅၆၇၈၉က");
    }
}
