using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

/// <summary>What usual words put right, and what they leave alone.</summary>
public sealed class BurmeseCorrectionTests
{
    [Theory]
    [InlineData("မလှသန္တာရွေ", "မလှသန္တာရွှေ")]
    [InlineData("ဒေါ်ခန့်သန္တာဘွဲနှင်း", "ဒေါ်ခန့်သန္တာဘွဲ့နှင်း")]
    [InlineData("ဦးခြည်သိတာ", "ဦးခြည်သီတာ")]
    public void A_mark_that_was_lost_comes_back(string read, string name) => BurmeseName.Parse(read).ShouldBe(BurmeseText.Normalize(name));

    [Theory]
    [InlineData("ဦးစမ်းသပ်နမူနာ")]
    [InlineData("မောင်ဖြူပိုင်မေအေး")]
    [InlineData("ဒေါ်အောင်ဆန်းစုကြည်")]
    [InlineData("ဦးဝင်းမြင့်")]
    [InlineData("မသန္တာဝင်း")]
    public void A_name_of_words_of_its_own_stays(string name) => BurmeseName.Parse(name).ShouldBe(BurmeseText.Normalize(name));

    [Theory]
    [InlineData("အမတ် ၃၉ စိန်ပန်းလမ်။ (၃)ရပ်တွက်၊ ရွေဘို", "အမှတ် ၃၉၊ စိန်ပန်းလမ်း၊ (၃)ရပ်ကွက်၊ ရွှေဘို")]
    [InlineData("အမှတ်(၁၂)၊ ခရေလမ်း၊ ချမ်းမြေရပ်ကွက်၊ မိတ္ထီလာ ထO", "အမှတ်(၁၂)၊ ခရေလမ်း၊ ချမ်းမြေ့ရပ်ကွက်၊ မိတ္ထီလာ")]
    [InlineData("အမှတ် ၇၊ သာယာလမ်း၊ ဘူတာရုံရပ်ကွက်၊ ရေနံချောင်းနြို့", "အမှတ် ၇၊ သာယာလမ်း၊ ဘူတာရုံရပ်ကွက်၊ ရေနံချောင်းမြို့")]
    public void Words_of_an_address_are_known(string read, string address) => BurmeseAddress.Parse(read).ShouldBe(BurmeseText.Normalize(address));

    [Theory]
    [InlineData("ကုမ္မဏီဝန်ထမ်း", "ကုမ္ပဏီဝန်ထမ်း")]
    [InlineData("ဆရာဝန", "ဆရာဝန်")]
    [InlineData("ဟင်းရွက်သည်", "ဟင်းရွက်သည်")]
    public void Occupations_are_known(string read, string occupation) => BurmeseProfession.Parse(read).ShouldBe(BurmeseText.Normalize(occupation));

    [Theory]
    [InlineData("၆ပေ", "၆ပေ")]
    [InlineData("အရပ် ၆ပေ", "၆ပေ")]
    [InlineData("၅ပေ ၇လက်မ", "၅ပေ ၇လက်မ")]
    [InlineData("၅ပေ လက်မ", null)]
    public void Whole_feet_are_a_height_and_inches_that_are_lost_are_not(string read, string? height) => BurmeseHeight.Parse(read).ShouldBe(height);

    [Theory]
    [InlineData("Q", "O")]
    [InlineData("0", "O")]
    [InlineData("AB+", "AB+")]
    public void A_round_letter_is_the_group_O(string read, string group) => BurmeseBloodGroup.Parse(read).ShouldBe(group);
}
