using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Fonts;

namespace OcrService.Recognition.Tests.Fonts;

/// <summary>Bars of print, 20 high, in boxes of twice their height.</summary>
public sealed class InkBoxTests
{
    private static readonly Quad Loose = Quad.FromBox(40, 30, 280, 70);

    /// <summary>The bars with the room that the classifier wants around them.</summary>
    private static readonly Quad Close = Quad.FromBox(57, 38.4f, 263, 61.6f);

    [Theory]
    [InlineData(240, 20)]
    [InlineData(20, 240)]
    [InlineData(128, 70)]
    public void The_box_is_drawn_close_around_dark_and_light_print(byte ground, byte ink)
    {
        using PixelImage picture = Bars(ground, ink);

        ShouldBeNear(InkBox.Around(picture, Loose), Close);
    }

    [Fact]
    public void Room_that_the_box_lacks_is_added()
    {
        using PixelImage picture = Bars(240, 20);

        ShouldBeNear(InkBox.Around(picture, Quad.FromBox(60, 40, 260, 60)), Close);
    }

    [Fact]
    public void A_line_upside_down_keeps_its_first_corner()
    {
        using PixelImage picture = Bars(240, 20);

        ShouldBeNear(InkBox.Around(picture, Loose.UpsideDown), Close.UpsideDown);
    }

    [Fact]
    public void A_rule_and_a_neighbour_at_the_edges_are_left_out()
    {
        using PixelImage picture = Bars(240, 20);
        Drawing.Fill(picture, 40, 68, 280, 70, 20);
        Drawing.Fill(picture, 90, 30, 200, 32, 20);

        ShouldBeNear(InkBox.Around(picture, Loose), Close);
    }

    [Fact]
    public void A_gap_within_letters_does_not_cut_them()
    {
        using PixelImage picture = Bars(240, 20);
        Drawing.Fill(picture, 40, 46, 280, 50, 240);

        ShouldBeNear(InkBox.Around(picture, Loose), Close);
    }

    [Theory]
    [InlineData(230)]
    [InlineData(240)]
    public void Where_no_print_stands_out_the_box_stays(byte ink)
    {
        using PixelImage picture = Bars(240, ink);

        InkBox.Around(picture, Loose).ShouldBe(Loose);
    }

    [Fact]
    public void A_dash_is_not_blown_up_to_letters()
    {
        using PixelImage picture = Drawing.Ground(320, 100, 240);
        Drawing.Fill(picture, 60, 48, 260, 52, 20);

        InkBox.Around(picture, Loose).ShouldBe(Loose);
    }

    private static PixelImage Bars(byte ground, byte ink)
    {
        PixelImage picture = Drawing.Ground(320, 100, ground);
        for (int x = 60; x < 260; x += 20)
            Drawing.Fill(picture, x, 40, x + 6, 60, ink);
        Drawing.Fill(picture, 254, 40, 260, 60, ink);
        return picture;
    }

    private static void ShouldBeNear(Quad found, Quad expected)
    {
        foreach ((PagePoint f, PagePoint e) in new[] { (found.TopLeft, expected.TopLeft), (found.BottomRight, expected.BottomRight) })
            (f - e).Length.ShouldBeLessThan(1.6f, $"{found}");
    }
}
