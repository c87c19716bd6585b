using OcrService.Documents.Pages;
using OcrService.Recognition.Detection;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Tests.Detection;

public sealed class BoxJoinerTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-30)]
    [InlineData(12)]
    public void Parts_of_a_broken_line_become_one_box_at_any_slope(float angle)
    {
        TextBox[] parts = [Box(0, 0, 100, 20, angle, 0.8f), Box(103, 1, 180, 21, angle, 0.6f), Box(175, 0, 300, 20, angle, 0.7f)];

        TextBox line = BoxJoiner.Join(parts).ShouldHaveSingleItem();

        line.Quad.Width.ShouldBe(300, 1);
        line.Quad.Height.ShouldBe(21, 1);
        line.Quad.Angle.ShouldBe(angle, 0.5f);
        line.Score.ShouldBeInRange(0.6f, 0.8f);
    }

    [Fact]
    public void The_order_of_the_boxes_does_not_matter()
    {
        TextBox[] parts = [Box(175, 0, 300, 20), Box(0, 0, 100, 20), Box(103, 1, 180, 21)];

        BoxJoiner.Join(parts).ShouldHaveSingleItem().Quad.Width.ShouldBe(300, 0.5f);
    }

    [Theory]
    [InlineData(110, 0, 200, 20, "a column's gap")]
    [InlineData(103, 12, 200, 32, "the next line")]
    [InlineData(103, -12, 200, 30, "larger print")]
    [InlineData(101, -20, 111, 25, "a standing box")]
    [InlineData(40, 0, 90, 20, "a box over the line")]
    public void Boxes_that_do_not_continue_one_another_stay_apart(float left, float top, float right, float bottom, string why) =>
        BoxJoiner.Join([Box(0, 0, 100, 20), Box(left, top, right, bottom)]).Count.ShouldBe(2, why);

    [Fact]
    public void Boxes_of_different_slope_stay_apart() =>
        BoxJoiner.Join([Box(0, 0, 100, 20), new TextBox(Turned(Quad.FromBox(103, 0, 200, 20), 15, new PagePoint(103, 10)), 1)]).Count.ShouldBe(2);

    private static TextBox Box(float left, float top, float right, float bottom, float angle = 0, float score = 0.9f) =>
        new(Turned(Quad.FromBox(left, top, right, bottom), angle, default), score);

    private static Quad Turned(in Quad quad, float degrees, PagePoint around)
    {
        (float sin, float cos) = MathF.SinCos(degrees * MathF.PI / 180);
        return new Affine(
            cos, -sin, around.X - (cos * around.X) + (sin * around.Y),
            sin, cos, around.Y - (sin * around.X) - (cos * around.Y)).Map(quad);
    }
}
