using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class CambodianNumberTests
{
    [Theory]
    [InlineData("999000001", "999000001")]
    [InlineData("999000001(01)", "999000001(01)")]
    [InlineData("999000001 (01)", "999000001(01)")]
    [InlineData("99900000l[O1]", "999000001(01)")]
    [InlineData("៩៩៩០០០០០១", "999000001")]
    [InlineData("អត្តសញ្ញាណប័ណ្ណសញ្ជាតិខ្មែរ 999000001", "999000001")]
    [InlineData("999 000 001", "999000001")]
    public void Numbers_are_read(string text, string number) => CambodianNumber.Parse(text).ShouldBe(number);

    [Theory]
    [InlineData("")]
    [InlineData("IDKHM9990000010<<<<<<<<<<<<<<<")]
    [InlineData("៦២.០១.២០២៥")]
    [InlineData("99900001")]
    public void What_is_no_number_is_null(string text) => CambodianNumber.Parse(text).ShouldBeNull();

    [Fact]
    public void The_zone_holds_the_body_only()
    {
        CambodianNumber.Body("999000001(01)").ShouldBe("999000001");
        CambodianNumber.IsValid("999000001(01)").ShouldBeTrue();
        CambodianNumber.IsValid("99900000").ShouldBeFalse();
    }

    [Fact]
    public void Noise_seldom_makes_a_wrong_number()
    {
        ReaderNoise noise = new(41);
        NoiseScore score = new();
        for (int i = 0; i < 600; i++)
        {
            string truth = "9990000" + noise.Digits(2) + (noise.Chance(0.3) ? $"(0{noise.Between(1, 9)})" : "");
            string read = noise.Beside(noise.Spaces(noise.DigitsAsLetters(truth, 2)), ["កម្ពុជា ", "ID "], [" ស", "\nគោត្តនាម"]);
            score.Add(truth, read, CambodianNumber.Parse(read));
        }

        score.ShouldBe(0.98, 0.005);
    }
}
