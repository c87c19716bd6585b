using OcrService.Documents.Pages;

namespace OcrService.Documents.Tests;

public sealed class QuadTests
{
    [Fact]
    public void The_text_of_a_quad_ends() => Quad.FromBox(1, 2, 30, 40).ToString().ShouldContain("X = 30, Y = 40");

    [Fact]
    public void Upside_down_twice_is_the_same_quad()
    {
        Quad quad = new(new(1, 2), new(30, 4), new(29, 20), new(0, 18));

        quad.UpsideDown.UpsideDown.ShouldBe(quad);
        MathF.Abs(MathF.Abs(quad.UpsideDown.Angle - quad.Angle) - 180).ShouldBeLessThan(0.01f);
    }

    [Fact]
    public void Slices_lie_side_by_side_and_cover_the_quad()
    {
        Quad quad = Quad.FromBox(10, 10, 110, 30);

        quad.Slice(0, 0.4f).TopRight.ShouldBe(quad.Slice(0.4f, 1).TopLeft);
        (quad.Slice(0, 0.4f).Area + quad.Slice(0.4f, 1).Area).ShouldBe(quad.Area, 0.1f);
    }
}
