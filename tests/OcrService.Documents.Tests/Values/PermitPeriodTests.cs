using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class PermitPeriodTests
{
    private const string Period = "2020.01.02-2030.01.01";

    [Theory]
    [InlineData("2020.01.02-2030.01.01")]
    [InlineData("有效期限 2020.01.02-2030.01.01")]
    [InlineData("2020.01.02 - 2030.01.01")]
    [InlineData("2020.01.02至2030.01.01")]
    [InlineData("2020.01.02一2030.01.01")]
    [InlineData("2020.01.022030.01.01")]
    [InlineData("2020.01.02-\n2030.01.01")]
    [InlineData("2O2O.O1.O2-2030.01.01")]
    [InlineData("2020,01.02-2030·01.01")]
    [InlineData("２０２０．０１．０２－２０３０．０１．０１")]
    [InlineData("20200102-20300101")]
    public void Periods_are_found(string text)
    {
        PermitPeriod.Parse(text).ShouldBe(Period);
        PermitPeriod.Read(Period).ShouldBe((new DateOnly(2020, 1, 2), new DateOnly(2030, 1, 1)));
    }

    [Theory]
    [InlineData("2030.01.01-2020.01.02")]
    [InlineData("2020.13.02-2030.01.01")]
    [InlineData("2020.01.02")]
    [InlineData("")]
    public void What_is_no_period_is_null(string text) => PermitPeriod.Parse(text).ShouldBeNull();

    [Theory]
    [InlineData("2020.01.02-2030.01.01", true)]
    [InlineData("2020.01.02-2030.01.02", true)]
    [InlineData("2020.01.02-2025.01.01", true)]
    [InlineData("2020.01.02-2023.01.01", true)]
    [InlineData("2020.01.02-2029.01.01", false)]
    [InlineData("2020.01.02", false)]
    public void Permits_last_whole_years(string value, bool valid) => PermitPeriod.IsValid(value).ShouldBe(valid);

    [Theory]
    [InlineData("1990.01.01", "1990.01.01")]
    [InlineData("出生日期 1990.01.01 性别 女", "1990.01.01")]
    [InlineData("199O.O1.O1", "1990.01.01")]
    [InlineData("1990 01 01", "1990.01.01")]
    [InlineData("1990。01。01", "1990.01.01")]
    [InlineData("19900101", "1990.01.01")]
    [InlineData("1990.02.30", null)]
    [InlineData("H99990001", null)]
    [InlineData("", null)]
    public void Dates_are_found(string text, string? date) => PermitDate.Parse(text).ShouldBe(date);

    [Fact]
    public void Dates_are_written_as_printed()
    {
        PermitDate.Read("1990.01.31").ShouldBe(new DateOnly(1990, 1, 31));
        PermitDate.Format(new DateOnly(1990, 1, 31)).ShouldBe("1990.01.31");
    }

    [Fact]
    public void Noise_seldom_makes_a_wrong_period()
    {
        ReaderNoise noise = new(83);
        NoiseScore score = new();
        for (int i = 0; i < 1000; i++)
        {
            DateOnly from = noise.Date(2012, 2026);
            string period = $"{PermitDate.Format(from)}-{PermitDate.Format(from.AddYears(10).AddDays(-1))}";
            string read = noise.Spaces(noise.Signs(noise.DigitsAsLetters(period, 2), 2, ".-", "·,_"));
            score.Add(period, read, PermitPeriod.Parse(noise.Beside(noise.FullWidth(read), ["有效期限\n", "有效期限"], ["\n签发机关", " ."])));
        }

        score.ShouldBe(0.96, 0.01);
    }
}
