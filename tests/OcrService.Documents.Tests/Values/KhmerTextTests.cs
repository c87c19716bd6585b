using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class KhmerTextTests
{
    [Theory]
    [InlineData("ស៊្រុន", "ស្រ៊ុន")]
    [InlineData("សុ៊ន", "ស៊ុន")]
    [InlineData("ភក្រ្ត", "ភក្ត្រ")]
    [InlineData("គេាត្តនាម", "គោត្តនាម")]
    [InlineData("កំណេីត", "កំណើត")]
    [InlineData("សុីហា", "ស៊ីហា")]
    [InlineData("មុឺន", "ម៉ឺន")]
    [InlineData("ព\u200Bោធិ៍", "ពោធិ៍")]
    [InlineData("ឃុ្មំ", "ឃ្មុំ")]
    [InlineData("ខំុ", "ខុំ")]
    [InlineData("ពោះ", "ពោះ")]
    [InlineData("ពះោ", "ពោះ")]
    [InlineData("ស់់", "ស់")]
    [InlineData("ABC ១២", "ABC ១២")]
    [InlineData("្", "")]
    public void Clusters_get_one_storage_order(string read, string stored) => KhmerText.Normalize(read).ShouldBe(stored);

    [Fact]
    public void Stored_text_stays_as_it_is()
    {
        foreach (string text in KhmerWords.Names.Concat(KhmerWords.Places))
        {
            KhmerText.Normalize(text).ShouldBe(text);
        }
    }

    [Fact]
    public void Nothing_makes_it_throw()
    {
        ReaderNoise noise = new(3);
        for (int i = 0; i < 2000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, noise.Between(0, 12)).Select(_ => (char)noise.Between(0x1780, 0x17E9)));
            string once = KhmerText.Normalize(text);
            KhmerText.Normalize(once).ShouldBe(once);
            KhmerText.Words(once);
        }
    }

    [Theory]
    [InlineData("០១២៣៤៥៦៧៨៩", "0123456789")]
    [InlineData("ក១ខ", "ក1ខ")]
    public void Khmer_digits_become_Arabic_ones(string khmer, string arabic)
    {
        KhmerDigits.ToArabic(khmer).ShouldBe(arabic);
        KhmerDigits.ToKhmer(arabic).ShouldBe(khmer);
    }

    [Fact]
    public void Digits_of_two_kinds_become_Khmer() => KhmerDigits.Settle("9.៥ 0").ShouldBe("១.៥ ០");
}
