using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class ThaiDateTests
{
    private static readonly string[] ThaiMonths =
        ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."];

    private static readonly string[] EnglishMonths = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "Jun.", "Jul.", "Aug.", "Sep.", "Oct.", "Nov.", "Dec."];

    [Theory]
    [InlineData("5 ก.พ. 2533", "5 ก.พ. 2533")]
    [InlineData("เกิดวันที่ 5 ก.พ. 2533", "5 ก.พ. 2533")]
    [InlineData("5 กพ 2533", "5 ก.พ. 2533")]
    [InlineData("5ก.พ.2533", "5 ก.พ. 2533")]
    [InlineData("5 ก .พ . 2533", "5 ก.พ. 2533")]
    [InlineData("5 ก,พ, 2533", "5 ก.พ. 2533")]
    [InlineData("๕ ก.พ. ๒๕๓๓", "5 ก.พ. 2533")]
    [InlineData("S ก.พ. 2S33", "5 ก.พ. 2533")]
    [InlineData("31 ธ.ค. 2576 160", "31 ธ.ค. 2576")]
    [InlineData("31 ธ.ค. 2576160", "31 ธ.ค. 2576")]
    [InlineData("4 มี.ค. 2564", "4 มี.ค. 2564")]
    [InlineData("4 มีค 2564", "4 มี.ค. 2564")]
    [InlineData("4 เม.ย. 2564", "4 เม.ย. 2564")]
    [InlineData("4 เมย. 2564", "4 เม.ย. 2564")]
    [InlineData("4 เม.บ. 2564", "4 เม.ย. 2564")]
    [InlineData("ตลอดชีพ", "ตลอดชีพ")]
    [InlineData("ตลอดซีพ", "ตลอดชีพ")]
    [InlineData("31 ก.พ. 2533", null)]
    [InlineData("5 ก.พ. 1990", null)]
    [InlineData("วันออกบัตร", null)]
    [InlineData("", null)]
    public void Thai_lines_are_read(string text, string? date) => ThaiDate.Thai(text).ShouldBe(date);

    [Theory]
    [InlineData("5 Feb. 1990", "5 Feb. 1990")]
    [InlineData("Date of Birth 5 Feb. 1990", "5 Feb. 1990")]
    [InlineData("DateofBirth5Feb.1990", "5 Feb. 1990")]
    [InlineData("5 Feb 1990", "5 Feb. 1990")]
    [InlineData("5Feb,1990", "5 Feb. 1990")]
    [InlineData("5 feb. 1990", "5 Feb. 1990")]
    [InlineData("5 May 1990", "5 May 1990")]
    [InlineData("5 May. 1990", "5 May 1990")]
    [InlineData("5 June 1990", "5 Jun. 1990")]
    [InlineData("5 Sept. 1990", "5 Sep. 1990")]
    [InlineData("S Feb. I990", "5 Feb. 1990")]
    [InlineData("31 Dec. 2033 150", "31 Dec. 2033")]
    [InlineData("LIFELONG", "LIFELONG")]
    [InlineData("LlFELONG", "LIFELONG")]
    [InlineData("30 Feb. 1990", null)]
    [InlineData("5 Xyz. 1990", null)]
    [InlineData("Date of Issue", null)]
    [InlineData("", null)]
    public void English_lines_are_read(string text, string? date) => ThaiDate.English(text).ShouldBe(date);

    [Theory]
    // Marks and dots lost: the English line knows the month.
    [InlineData("4 มค 2564", "4 Mar. 2021", "4 มี.ค. 2564", "4 Mar. 2021", true)]
    [InlineData("4 มี.ย. 2564", "4 Jun. 2021", "4 มิ.ย. 2564", "4 Jun. 2021", true)]
    [InlineData("4 ด.ค. 2564", "4 Oct. 2021", "4 ต.ค. 2564", "4 Oct. 2021", true)]
    [InlineData("4 ก.ค. 2564", "4 Jui. 2021", "4 ก.ค. 2564", "4 Jul. 2021", true)]
    // One line alone.
    [InlineData("", "4 Mar. 2021", "4 มี.ค. 2564", "4 Mar. 2021", false)]
    [InlineData("4 มี.ค. 2564", "", "4 มี.ค. 2564", "4 Mar. 2021", false)]
    [InlineData("4 มี.ค. 2564", "Date of Issue", "4 มี.ค. 2564", "4 Mar. 2021", false)]
    // Contradictions: digits that were guessed give way.
    [InlineData("4 มี.ค. 2S64", "4 Mar. 2020", "4 มี.ค. 2563", "4 Mar. 2020", false)]
    [InlineData("4 มี.ค. 2553", "4 Mar. 2020", "4 มี.ค. 2553", "4 Mar. 2020", false)]
    [InlineData("ตลอดชีพ", "LIFELONG", "ตลอดชีพ", "LIFELONG", true)]
    [InlineData("", "LIFELONG", "ตลอดชีพ", "LIFELONG", false)]
    [InlineData("", "", null, null, false)]
    public void The_two_lines_correct_each_other(string thai, string english, string? thaiDate, string? englishDate, bool agree) =>
        ThaiDate.Reconcile(thai, english).ShouldBe(new ThaiDatePair(thaiDate, englishDate, agree));

    [Fact]
    public void Of_two_dates_that_contradict_each_other_the_plausible_one_counts() =>
        ThaiDate.Reconcile("4 มี.ค. 2553", "4 Mar. 2020", date => date.Year > 2015).ShouldBe(new ThaiDatePair("4 มี.ค. 2563", "4 Mar. 2020", false));

    [Theory]
    [InlineData("5 ก.พ. 2533")]
    [InlineData("5 Feb. 1990")]
    public void Values_of_both_lines_are_dates(string value) => ThaiDate.Read(value).ShouldBe(new DateOnly(1990, 2, 5));

    [Theory]
    [InlineData("ตลอดชีพ", true)]
    [InlineData("LIFELONG", true)]
    [InlineData("31 ก.พ. 2533", false)]
    [InlineData("", false)]
    public void Everything_else_is_no_date(string value, bool lifelong)
    {
        ThaiDate.Read(value).ShouldBeNull();
        ThaiDate.IsLifelong(value).ShouldBe(lifelong);
    }

    [Fact]
    public void Noise_seldom_makes_a_wrong_date()
    {
        ReaderNoise noise = new(59);
        (NoiseScore thai, NoiseScore english, NoiseScore both) = (new(), new(), new());
        for (int i = 0; i < 1500; i++)
        {
            DateOnly day = noise.Date(1925, 2035);
            string inThai = $"{day.Day} {ThaiMonths[day.Month - 1]} {day.Year + 543}";
            string inEnglish = $"{day.Day} {EnglishMonths[day.Month - 1]} {day.Year}";
            string readThai = noise.Spaces(noise.Signs(noise.DigitsAsLetters(inThai, 1), 2, ".", ", ·"));
            string readEnglish = noise.Spaces(noise.Signs(noise.DigitsAsLetters(inEnglish, 1), 1, ".", ", "));
            thai.Add(inThai, readThai, ThaiDate.Thai(noise.Beside(readThai, ["เกิดวันที่ ", "วันที่\n"], ["\nวันออกบัตร", " 160"])));
            english.Add(inEnglish, readEnglish, ThaiDate.English(noise.Beside(readEnglish, ["Date of Birth ", "Birth "], ["\nDate of Issue", " 150"])));
            // Now marks are lost as well, and only together the lines know the month.
            readThai = noise.Chance(0.5) ? readThai.Replace("ี", "", StringComparison.Ordinal).Replace("ิ", "", StringComparison.Ordinal) : readThai;
            both.Add(inThai, $"{readThai} | {readEnglish}", ThaiDate.Reconcile(readThai, readEnglish).Thai);
        }

        thai.ShouldBe(0.96, 0.005);
        english.ShouldBe(0.95, 0.005);
        both.ShouldBe(0.97, 0.005);
    }
}
