using OcrService.Documents.Pages;
using OcrService.Recognition.Classification;
using OcrService.Recognition.Detection;

namespace OcrService.Recognition.Tests.Classification;

public sealed class PageDirectionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    [InlineData(-30)]
    [InlineData(88)]
    [InlineData(90)]
    public void The_axis_of_the_lines_is_found(float angle)
    {
        List<TextBox> boxes = [.. Enumerable.Range(0, 8).Select(i => Box(100 + (20 * i), angle + ((i % 3) - 1)))];

        float axis = PageDirection.DominantAxis(boxes);

        MathF.Abs(MathF.Sin((axis - angle) * MathF.PI / 180)).ShouldBeLessThan(MathF.Sin(1.5f * MathF.PI / 180));
    }

    [Fact]
    public void Short_boxes_do_not_vote() => PageDirection.DominantAxis([Box(20, 40), Box(22, 41)]).ShouldBe(0);

    [Fact]
    public void Lines_in_all_directions_have_no_axis() =>
        PageDirection.DominantAxis([.. Enumerable.Range(0, 12).Select(i => Box(100, (i * 15) - 89))]).ShouldBe(0);

    [Fact]
    public void One_long_line_outweighs_a_few_short_ones() =>
        PageDirection.DominantAxis([Box(600, 10), Box(60, 80), Box(60, -50), Box(60, 45)]).ShouldBe(10, 1);

    private static TextBox Box(float length, float angle)
    {
        (float sin, float cos) = MathF.SinCos(angle * MathF.PI / 180);
        OrientedRectangle rectangle = new(new PagePoint(500, 500), length, 20, new PagePoint(cos, sin));
        return new TextBox(rectangle.Levelled().ToQuad(), 0.9f);
    }
}
