using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class KhmerSexTests
{
    [Theory]
    [InlineData("ប្រុស", "ប្រុស")]
    [InlineData("ភេទ៖ ស្រី", "ស្រី")]
    [InlineData("កេទរ ស្រី", "ស្រី")]
    [InlineData("ភេខរ ប្រុស", "ប្រុស")]
    [InlineData("គេទ ប្រូស", "ប្រុស")]
    [InlineData("ថ្ងៃខែឆ្នាំកំណើត៖ ០១.០១.១៩៩០ ភេទ៖ ស្រី កំពស់៖ ១៦០ ស.ម", "ស្រី")]
    [InlineData("ស្រិ", "ស្រី")]
    [InlineData("M", "ប្រុស")]
    [InlineData("F.", "ស្រី")]
    public void Sexes_are_read(string text, string sex) => KhmerSex.Parse(text).ShouldBe(sex);

    [Theory]
    [InlineData("")]
    [InlineData("ភេទ៖")]
    [InlineData("ប្រុស ស្រី")]
    [InlineData("គោត្តនាមនិងនាម៖ សុខ ស្រីមុំ")]
    public void What_is_no_sex_is_null(string text) => KhmerSex.Parse(text).ShouldBeNull();

    [Fact]
    public void Words_and_letters_go_together()
    {
        KhmerSex.OfLetter("M").ShouldBe("ប្រុស");
        KhmerSex.OfLetter("F").ShouldBe("ស្រី");
        KhmerSex.OfLetter("X").ShouldBeNull();
        KhmerSex.Letter("ស្រី").ShouldBe("F");
        KhmerSex.IsValid("ស្រី").ShouldBeTrue();
    }

    [Fact]
    public void Noise_seldom_makes_the_other_sex()
    {
        ReaderNoise noise = new(45);
        NoiseScore score = new();
        for (int i = 0; i < 500; i++)
        {
            string truth = noise.Pick(["ប្រុស", "ស្រី"]);
            string read = noise.Confuse(noise.Beside(truth, ["ភេទ៖ ", "ភេទ៖", "ភេទ "], [" កំពស់៖ ១៦០ ស.ម", " កំព"]), 2, NativeNoise.KhmerLetters);
            score.Add(truth, read, KhmerSex.Parse(read));
        }

        score.ShouldBe(0.95, 0.002);
    }
}
