using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class CambodianDateTests
{
    [Theory]
    [InlineData("០១.០១.១៩៩០", "01.01.1990")]
    [InlineData("ថ្ងៃខែឆ្នាំកំណើត៖ ០១.០១.១៩៩០ ភេទ៖ ស្រី កំពស់៖ ១៦០ ស.ម", "01.01.1990")]
    [InlineData("ថ្ងៃខែឆ្នាំកំលើតរ ០១.០១.១៩៩០", "01.01.1990")]
    [InlineData("ថ្ងៃខែឆ្នាំកំណើត៖\n១៤.០៨.១៩៦៧", "14.08.1967")]
    [InlineData("01.01.1990", "01.01.1990")]
    [InlineData("09.09.២០០៥", "01.01.2005")]
    [InlineData("២៣.១២៦.១៩៨៩", "23.12.1989")]
    [InlineData("០៧.0៦.៦០០៤", "07.06.2004")]
    [InlineData("០៧.0០៥.១៩៩៨", "07.05.1998")]
    [InlineData("០២.០១.២៦០២៥", "02.01.2025")]
    [InlineData("០១ ០១ ១៩៩០", "01.01.1990")]
    [InlineData("០១០១១៩៩០", "01.01.1990")]
    [InlineData("០១,០១. ១៩៩០", "01.01.1990")]
    public void Births_are_read(string text, string date) => CambodianDate.Parse(text).ShouldBe(date);

    [Theory]
    [InlineData("")]
    [InlineData("៣២.០១.១៩៩០")]
    [InlineData("០១.១៣.១៨៩០")]
    [InlineData("999000001")]
    [InlineData("១៦០ ស.ម")]
    [InlineData("សុពលភាព៖ ០២.០១.២០២៥ ដល់ថ្ងៃ ០១.០១.២០៣៥")]
    public void What_is_no_birth_is_null(string text) => CambodianDate.Parse(text).ShouldBeNull();

    [Fact]
    public void Wire_values_become_dates()
    {
        CambodianDate.Read("01.02.1990").ShouldBe(new DateOnly(1990, 2, 1));
        CambodianDate.Read("31.02.1990").ShouldBeNull();
        CambodianDate.IsValid("01.02.1990").ShouldBeTrue();
    }

    [Fact]
    public void Noise_seldom_makes_a_wrong_birth()
    {
        ReaderNoise noise = new(42);
        NoiseScore score = new();
        for (int i = 0; i < 1500; i++)
        {
            string truth = CambodianDate.Format(noise.Date(1930, 2015));
            string read = noise.Confuse(KhmerDigits.ToKhmer(truth), 2, NativeNoise.KhmerDigits);
            read = noise.Beside(
                noise.Signs(read, noise.Between(0, 1), ".", ",·: "),
                ["ថ្ងៃខែឆ្នាំកំណើត៖ ", noise.Confuse("ថ្ងៃខែឆ្នាំកំណើត៖ ", 2, NativeNoise.KhmerLetters), "ណើត៖"],
                [" ភេទ៖ ស្រី កំពស់៖ ១៦០ ស.ម", " ភេទ"]);
            score.Add(truth, read, CambodianDate.Parse(read));
        }

        score.ShouldBe(0.97, 0.005);
    }

    [Theory]
    [InlineData("សុពលភាព៖ ០២.០១.២០២៥ ដល់ថ្ងៃ ០១.០១.២០៣៥", "02.01.2025", "01.01.2035")]
    [InlineData("សុពលភាព៖០២.០១.២០២៥ដល់ថ្ងៃ០១.០១.២០៣៥", "02.01.2025", "01.01.2035")]
    [InlineData("សុពលភាព៖ ០២.០១.២០២៥ ដល់ថ្ងៃ 09.09.២០៣៥", "02.01.2025", "01.01.2035")]
    [InlineData("សុពឈាព៖ ០២.០១.២៦០២៥ ដល់ថ្ងៃ ០១.09.២០៣៥", "02.01.2025", "01.01.2035")]
    [InlineData("០២.០១.២០២៥ ០១.០១.២០៣៥", "02.01.2025", "01.01.2035")]
    [InlineData("សុពលភាព៖ ០២.០១.២០២៥\nដល់ថ្ងៃ ០១.០១.២០៣៥", "02.01.2025", "01.01.2035")]
    [InlineData("សុពលភាព៖ ០២.០១.២០២៥ ដល់ថ្ងៃ", "02.01.2025", null)]
    [InlineData("សុពលភាព៖ ដល់ថ្ងៃ ០១.០១.២០៣៥", null, "01.01.2035")]
    [InlineData("ថ្ងៃខែឆ្នាំកំណើត៖ ០១.០១.១៩៩០\nសុពលភាព៖ ០២.០១.២០២៥ ដល់ថ្ងៃ ០១.០១.២០៣៥\nភិនភាគ៖ ប្រជ្រុយ", "02.01.2025", "01.01.2035")]
    [InlineData("០២.០១.២០២៥", null, null)]
    [InlineData("", null, null)]
    public void Validities_are_read(string text, string? issue, string? expiry)
    {
        CambodianValidity.Issue(text).ShouldBe(issue);
        CambodianValidity.Expiry(text).ShouldBe(expiry);
    }

    [Fact]
    public void Noise_seldom_makes_a_wrong_validity()
    {
        ReaderNoise noise = new(43);
        (NoiseScore issues, NoiseScore expiries) = (new(), new());
        for (int i = 0; i < 800; i++)
        {
            DateOnly issue = noise.Date(2012, 2026);
            string from = CambodianDate.Format(issue), to = CambodianDate.Format(issue.AddYears(10).AddDays(-1));
            string row = $"សុពលភាព៖ {KhmerDigits.ToKhmer(from)} ដល់ថ្ងៃ {KhmerDigits.ToKhmer(to)}";
            row = noise.Confuse(noise.Confuse(row, 2, NativeNoise.KhmerDigits), 2, NativeNoise.KhmerLetters);
            row = noise.Beside(row, ["ភ្នំពេញ\n"], ["\nភិនភាគ៖ ប្រជ្រុយចំ. ១ ស.ម"]);
            issues.Add(from, row, CambodianValidity.Issue(row));
            expiries.Add(to, row, CambodianValidity.Expiry(row));
        }

        issues.ShouldBe(0.96, 0.005);
        expiries.ShouldBe(0.96, 0.005);
    }
}
