using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class ChileDateTests
{
    private static readonly string[] Months = ["ENE", "FEB", "MAR", "ABR", "MAY", "JUN", "JUL", "AGO", "SEP", "OCT", "NOV", "DIC"];

    [Theory]
    [InlineData("12 MAR 1990", "12 MAR 1990")]
    [InlineData("FECHA DE NACIMIENTO\n12 MAR 1990", "12 MAR 1990")]
    [InlineData("12MAR1990", "12 MAR 1990")]
    [InlineData("O1 ENE 199O", "01 ENE 1990")]
    [InlineData("01 EN3 1990", "01 ENE 1990")]
    [InlineData("01 FNE 1990", "01 ENE 1990")]
    [InlineData("05 SEP 2020", "05 SEP 2020")]
    [InlineData("05 SET 2020", "05 SET 2020")]
    [InlineData("05 5EP 2020", "05 SEP 2020")]
    [InlineData("05 AG0 2020", "05 AGO 2020")]
    [InlineData("05 ago 2020", "05 AGO 2020")]
    [InlineData("05.AGO.2020", "05 AGO 2020")]
    [InlineData("31 ABR 2020", null)]
    [InlineData("05 MAX 2020", null)]
    [InlineData("999.000.001", null)]
    [InlineData("", null)]
    public void Dates_are_given_back_as_printed(string text, string? date) => ChileDate.Parse(text).ShouldBe(date);

    [Theory]
    [InlineData("12 MAR 1990", 3)]
    [InlineData("12 SEP 1990", 9)]
    [InlineData("12 SET 1990", 9)]
    [InlineData("12 DIC 1990", 12)]
    public void Printed_dates_become_dates(string value, int month) => ChileDate.Read(value).ShouldBe(new DateOnly(1990, month, 12));

    [Theory]
    [InlineData("")]
    [InlineData("12 XYZ 1990")]
    [InlineData("31 FEB 1990")]
    [InlineData("1990-03-12")]
    public void What_is_no_date_is_null(string value) => ChileDate.Read(value).ShouldBeNull();

    [Fact]
    public void Noise_seldom_makes_a_wrong_date()
    {
        ReaderNoise noise = new(47);
        NoiseScore score = new();
        for (int i = 0; i < 2000; i++)
        {
            DateOnly day = noise.Date(1920, 2035);
            string date = $"{day.Day:00} {Months[day.Month - 1]} {day.Year}";
            string read = noise.Spaces(noise.LettersAsDigits(noise.DigitsAsLetters(date, 1), 1));
            score.Add(date, read, ChileDate.Parse(noise.Beside(read, ["FECHA DE EMISIÓN\n", "NACIMIENTO "], [" 999.000.001", " ."])));
        }

        score.ShouldBe(atLeastRight: 0.9, atMostWrong: 0.005);
    }
}
