using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class HongKongDateTests
{
    [Theory]
    [InlineData("03-06-1985", "03-06-1985")]
    [InlineData("出生日期 Date of Birth\n03-06-1985 女 F", "03-06-1985")]
    [InlineData("O3-O6-I985", "03-06-1985")]
    [InlineData("03.06.1985", "03-06-1985")]
    [InlineData("03 06 1985", "03-06-1985")]
    [InlineData("03061985", "03-06-1985")]
    [InlineData("03—06－1985", "03-06-1985")]
    [InlineData("00-06-1985", "00-06-1985")]
    [InlineData("00-00-1985", "00-00-1985")]
    public void Births_are_read(string text, string date) => HongKongDate.Birth(text).ShouldBe(date);

    [Theory]
    [InlineData("(06-03)", "(06-03)")]
    [InlineData("（06-03）", "(06-03)")]
    [InlineData("06-03", "(06-03)")]
    [InlineData("(0603)", "(06-03)")]
    [InlineData("(06-03)\n26-11-18", "(06-03)")]
    [InlineData("(06-03) 26-11-18", "(06-03)")]
    [InlineData("[O6-O3}", "(06-03)")]
    public void First_issues_are_read(string text, string month) => HongKongDate.FirstIssue(text).ShouldBe(month);

    [Theory]
    [InlineData("26-11-18", "26-11-18")]
    [InlineData("簽發日期 Date of Issue\n(06-03)\n26-11-18", "26-11-18")]
    [InlineData("(06-03)26-11-18", "26-11-18")]
    [InlineData("26.11.l8", "26-11-18")]
    [InlineData("26-11-18 A123456(3)", "26-11-18")]
    public void Issues_are_read(string text, string date) => HongKongDate.Issue(text).ShouldBe(date);

    [Theory]
    [InlineData("")]
    [InlineData("32-01-1990")]
    [InlineData("30-02-1990")]
    [InlineData("01-13-1990")]
    [InlineData("A123456(3)")]
    [InlineData("(06-03)")]
    [InlineData("26-11-18")]
    public void What_is_no_birth_is_null(string text) => HongKongDate.Birth(text).ShouldBeNull();

    [Theory]
    [InlineData("(13-03)")]
    [InlineData("26-11-18")]
    [InlineData("01-01-1990")]
    public void What_is_no_first_issue_is_null(string text) => HongKongDate.FirstIssue(text).ShouldBeNull();

    [Theory]
    [InlineData("(06-03)")]
    [InlineData("01-01-1990")]
    [InlineData("31-06-18")]
    public void What_is_no_issue_is_null(string text) => HongKongDate.Issue(text).ShouldBeNull();

    [Fact]
    public void Wire_values_become_dates()
    {
        HongKongDate.BirthDate("03-06-1985").ShouldBe(new DateOnly(1985, 6, 3));
        HongKongDate.BirthDate("00-06-1985").ShouldBeNull();
        HongKongDate.IssueDate("26-11-18").ShouldBe(new DateOnly(2018, 11, 26));
        HongKongDate.IssueDate("26-11-55").ShouldBe(new DateOnly(2055, 11, 26));
        HongKongDate.FirstIssueMonth("(06-03)", new DateOnly(2018, 11, 26)).ShouldBe(new DateOnly(2003, 6, 1));
        HongKongDate.FirstIssueMonth("(06-87)", new DateOnly(2018, 11, 26)).ShouldBe(new DateOnly(1987, 6, 1));
        HongKongDate.FirstIssueMonth("", new DateOnly(2018, 11, 26)).ShouldBeNull();
    }

    [Fact]
    public void Noise_seldom_makes_a_wrong_date()
    {
        ReaderNoise noise = new(29);
        (NoiseScore births, NoiseScore issues, NoiseScore months) = (new(), new(), new());
        for (int i = 0; i < 1500; i++)
        {
            string birth = noise.Date(1920, 2015).ToString("dd-MM-yyyy");
            string read = noise.Signs(noise.DigitsAsLetters(birth, 2), 1, "-", ".·~_");
            births.Add(birth, read, HongKongDate.Birth(noise.Beside(noise.FullWidth(noise.Spaces(read)), ["Date of Birth\n", "出生日期 "], [" 女 F", "男M"])));
            string issue = noise.Date(2003, 2026).ToString("dd-MM-yy");
            string first = noise.Date(1987, 2020).ToString("(MM-yy)");
            read = noise.Signs(noise.DigitsAsLetters(issue, 1), 1, "-", ".·~_");
            string readFirst = noise.Signs(noise.Signs(noise.DigitsAsLetters(first, 1), 1, "()", "[]{}"), 1, "-", ".~_");
            string both = $"{readFirst}{noise.Pick([" ", "\n"])}{read}";
            issues.Add(issue, both, HongKongDate.Issue(both));
            months.Add(first, both, HongKongDate.FirstIssue(both));
        }

        births.ShouldBe(0.98, 0.005);
        issues.ShouldBe(0.97, 0.01);
        months.ShouldBe(0.96, 0.01);
    }
}
