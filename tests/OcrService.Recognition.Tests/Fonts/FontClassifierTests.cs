using OcrService.Documents.Pages;
using OcrService.Recognition.Fonts;

namespace OcrService.Recognition.Tests.Fonts;

public sealed class FontClassifierTests
{
    private static readonly string[] Names = ["宋体", "黑体", "楷体", "Arial", "Verdana", "Roboto", "OCR-B"];

    [Fact]
    public void The_five_likeliest_names_come_with_their_probabilities_best_first()
    {
        FontLikeness[] ranked = FontClassifier.Rank([0.05f, 0.3f, 0.02f, 0.4f, 0.1f, 0.12f, 0.01f], Names);

        ranked.ShouldBe([new("Arial", 0.4f), new("黑体", 0.3f), new("Roboto", 0.12f), new("Verdana", 0.1f), new("宋体", 0.05f)]);
    }

    [Fact]
    public void Equally_likely_names_keep_their_order() =>
        FontClassifier.Rank([0.1f, 0.1f, 0.1f, 0.4f, 0.1f, 0.1f, 0.1f], Names).Select(f => f.Name).ShouldBe(["Arial", "宋体", "黑体", "楷体", "Verdana"]);

    [Fact]
    public void Of_a_long_line_the_middle_is_looked_at() =>
        FontClassifier.MiddleOf(Quad.FromBox(100, 50, 2100, 90)).ShouldBe(Quad.FromBox(820, 50, 1380, 90));

    [Theory]
    [InlineData(560)]
    [InlineData(40)]
    [InlineData(0)]
    public void A_line_that_is_not_long_is_looked_at_whole(int width) =>
        FontClassifier.MiddleOf(Quad.FromBox(100, 50, 100 + width, 90)).ShouldBe(Quad.FromBox(100, 50, 100 + width, 90));
}
