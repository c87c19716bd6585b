using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class CambodianHeightTests
{
    [Theory]
    [InlineData("១៦០ ស.ម", "160 ស.ម")]
    [InlineData("កំពស់៖ ១៦០ ស.ម", "160 ស.ម")]
    [InlineData("កម្ពស់ ១៦០ស.ម", "160 ស.ម")]
    [InlineData("ថ្ងៃខែឆ្នាំកំណើត៖ ០១.០១.១៩៩០ ភេទ៖ ស្រី កំពស់៖ ១៦០ ស.ម", "160 ស.ម")]
    [InlineData("១៦0 ស ម", "160 ស.ម")]
    [InlineData("១៧៣ សម", "173 ស.ម")]
    [InlineData("៩៦០ ស.ម", "160 ស.ម")]
    [InlineData("9៦០ ស.", "160 ស.ម")]
    [InlineData("កំពស់៖ ១៦០", "160 ស.ម")]
    [InlineData("160 ស.ម", "160 ស.ម")]
    public void Heights_are_read(string text, string height) => CambodianHeight.Parse(text).ShouldBe(height);

    [Theory]
    [InlineData("")]
    [InlineData("ភេទ៖ ស្រី")]
    [InlineData("០១.០១.១៩៩០")]
    [InlineData("៣៦០ ស.ម")]
    [InlineData("១៦ ស.ម")]
    [InlineData("ភិនភាគ៖ ប្រជ្រុយចំ. ៧០ ស.ម")]
    public void What_is_no_height_is_null(string text) => CambodianHeight.Parse(text).ShouldBeNull();

    [Fact]
    public void Heights_have_a_form_and_bounds()
    {
        CambodianHeight.IsValid("160 ស.ម").ShouldBeTrue();
        CambodianHeight.IsValid("260 ស.ម").ShouldBeFalse();
        CambodianHeight.IsValid("160").ShouldBeFalse();
    }

    [Fact]
    public void Noise_seldom_makes_a_wrong_height()
    {
        ReaderNoise noise = new(44);
        NoiseScore score = new();
        for (int i = 0; i < 500; i++)
        {
            string truth = $"{noise.Between(100, 199)} ស.ម";
            string read = noise.Confuse(KhmerDigits.ToKhmer(truth), 1, [("០", "0"), ("១", "9"), (" ", ""), (".", ""), (".", ","), ("ម", "")]);
            read = noise.Beside(read, ["កំពស់៖ ", "កំពស់ ", "ស់៖ ", "ភេទ៖ ស្រី កំពស់៖ "], ["\nទីកន្លែងកំណើត៖ ភ្នំពេញ"]);
            score.Add(truth, read, CambodianHeight.Parse(read));
        }

        score.ShouldBe(0.97, 0.005);
    }
}
