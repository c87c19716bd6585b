using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class BurmeseDateTests
{
    [Theory]
    [InlineData("၅-၂-၁၉၉၀", "၅-၂-၁၉၉၀")]
    [InlineData("မွေးသက္ကရာဇ် ၁-၁-၁၉၉၀", "၁-၁-၁၉၉၀")]
    [InlineData("မွေးသဣရာဇ် ၁. ၁-၁၉၉၀", "၁-၁-၁၉၉၀")]
    [InlineData("ရက်စွဲ ၂. ၁-၂၀၂၀", "၂-၁-၂၀၂၀")]
    [InlineData("နေ့စွဲ ၂ - ၁ - ၂၀၂ဝ", "၂-၁-၂၀၂၀")]
    [InlineData("၁၇/၁၂/၁၉ရ၈", "၁၇-၁၂-၁၉၇၈")]
    [InlineData("၀၅-၀၂-၁၉၉၀", "၀၅-၀၂-၁၉၉၀")]
    [InlineData("၉- ၆၁၉၈၉", "၉-၆-၁၉၈၉")]
    [InlineData("၂၅၁၂၁၉၈၉", "၂၅-၁၂-၁၉၈၉")]
    [InlineData("အမှတ် ၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀ ရက်စွဲ ၂-၁-၂၀၂၀", "၂-၁-၂၀၂၀")]
    [InlineData("ကုန်ဆုံးရက် ၃၁-၁၂-၂၀၂၈\nValid up to 31-12-2028", "၃၁-၁၂-၂၀၂၈")]
    public void Burmese_dates_are_read(string text, string date) => BurmeseDate.Parse(text).ShouldBe(date);

    [Theory]
    [InlineData("")]
    [InlineData("၃၂-၁-၁၉၉၀")]
    [InlineData("၁၂/ဥကမ(နိုင်)၀၀၀၀၀၀")]
    [InlineData("၁၁၁၁၉၈၉")]
    [InlineData("၅ပေ ၂လက်မ")]
    public void What_is_no_Burmese_date_is_null(string text) => BurmeseDate.Parse(text).ShouldBeNull();

    [Theory]
    [InlineData("5-2-1990", "5-2-1990")]
    [InlineData("Date of Birth 5-2-199O", "5-2-1990")]
    [InlineData("D.O.B l-2-1990", "1-2-1990")]
    [InlineData("Valid up to 31.12.2028", "31-12-2028")]
    [InlineData("|5-7-1947", "15-7-1947")]
    [InlineData("1I-12-2030", "11-12-2030")]
    [InlineData("၅-၂-၁၉၉၁\n5-2-1990", "5-2-1990")]
    public void Latin_dates_are_read(string text, string date) => BurmeseDate.Latin(text).ShouldBe(date);

    [Theory]
    [InlineData("")]
    [InlineData("12/OUKAMA(N)000000")]
    [InlineData("B/00000/25")]
    public void What_is_no_Latin_date_is_null(string text) => BurmeseDate.Latin(text).ShouldBeNull();

    [Fact]
    public void Either_form_gives_the_other()
    {
        BurmeseDate.Reconcile("၅-၂-၁၉၉၀", "5-2-1990").ShouldBe(("၅-၂-၁၉၉၀", "5-2-1990"));
        BurmeseDate.Reconcile("၀၅-၂-၁၉၉၀", "5-2-1990").ShouldBe(("၀၅-၂-၁၉၉၀", "5-2-1990"));
        BurmeseDate.Reconcile("", "5-2-1990").ShouldBe(("၅-၂-၁၉၉၀", "5-2-1990"));
        BurmeseDate.Reconcile("၅-၂-၁၉၉၀", "").ShouldBe(("၅-၂-၁၉၉၀", "5-2-1990"));
        BurmeseDate.Reconcile("၅-၂-၁၉၉၀", "6-2-1990").ShouldBeNull();
        BurmeseDate.Reconcile("", "").ShouldBe(("", ""));
    }

    [Fact]
    public void Wire_values_become_dates()
    {
        BurmeseDate.Read("၅-၂-၁၉၉၀").ShouldBe(new DateOnly(1990, 2, 5));
        BurmeseDate.Read("05-02-1990").ShouldBe(new DateOnly(1990, 2, 5));
        BurmeseDate.Read("31-2-1990").ShouldBeNull();
        BurmeseDate.IsValid("၅-၂-၁၉၉၀").ShouldBeTrue();
        BurmeseDate.IsValid("၅-၂-၁၇၉၀").ShouldBeFalse();
    }

    [Fact]
    public void Noise_seldom_makes_a_wrong_date()
    {
        ReaderNoise noise = new(52);
        (NoiseScore native, NoiseScore latin) = (new(), new());
        for (int i = 0; i < 1000; i++)
        {
            string truth = noise.Date(1930, 2035).ToString("d-M-yyyy");
            string burmese = BurmeseDigits.ToBurmese(truth);
            string read = noise.Beside(noise.Confuse(burmese, 2, NativeNoise.BurmeseDigits), ["မွေးသက္ကရာဇ် ", "ရက်စွဲ ", "ကရာဇ် "], ["\n" + truth, " အရပ်"]);
            native.Add(burmese, read, BurmeseDate.Parse(read));
            read = noise.Beside(noise.Signs(noise.DigitsAsLetters(truth, 1), noise.Between(0, 1), "-", ".~= "), ["Date of Birth ", "D.O.B ", burmese + "\n"], [" A"]);
            latin.Add(truth, read, BurmeseDate.Latin(read));
        }

        native.ShouldBe(0.97, 0.01);
        latin.ShouldBe(0.95, 0.01);
    }
}
