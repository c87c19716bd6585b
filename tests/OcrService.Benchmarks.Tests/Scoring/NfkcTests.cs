using OcrService.Benchmarks.Scoring;

namespace OcrService.Benchmarks.Tests.Scoring;

public sealed class NfkcTests
{
    [Theory]
    [InlineData("Ａ１（ｘ）", "A1(x)")]
    [InlineData("\u2103", "\u00B0C")]
    [InlineData("\uFB01\u2460\u00BD", "fi11\u20442")]
    [InlineData("\uFF76\uFF9E", "\u30AC")] // half-width KA and its voicing mark compose
    [InlineData("e\u0302\u0301", "\u1EBF")] // two marks on one letter
    [InlineData("a\u0323\u0302", "\u1EAD")]
    [InlineData("a\u0302\u0323", "\u1EAD")] // the same, marks typed the other way round
    [InlineData("a\u0302\u0302", "\u00E2\u0302")] // a second mark of one class is blocked
    [InlineData("\u1112\u1161\u11AB", "\uD55C")] // Hangul is computed
    [InlineData("\uD55C", "\uD55C")]
    [InlineData("\u0E19\u0E49\u0E33", "\u0E19\u0E49\u0E4D\u0E32")] // Thai sara am
    [InlineData("\u2F00\uF900", "\u4E00\u8C48")]
    [InlineData("\U0001D400", "A")]
    [InlineData("中文 plain", "中文 plain")]
    public void Text_is_brought_to_its_compatible_composed_form(string text, string expected) =>
        ScoredText.AsString(Nfkc.Normalize(text)).ShouldBe(expected);

    [Fact]
    public void White_space_and_format_characters_do_not_count() =>
        ScoredText.AsString(ScoredText.Of("a\u00A0b\t\u200Bc\u3000\u00ADd\n")).ShouldBe("abcd");
}
