using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Imaging;
using OcrService.Recognition.Reading;

namespace OcrService.Recognition.Tests.Reading;

/// <summary>Letters are bars of 12 x 36 pixels, 8 apart, on rows of 48.</summary>
public sealed class LineInkTests
{
    private const int Top = 100, Bottom = 148;

    [Fact]
    public void Letters_left_outside_of_the_box_are_seen()
    {
        using PixelImage image = Line(letters: 10, from: 200);
        // The box holds the second to the ninth letter.
        LineInk ink = Around(image, 216, 376);
        Quad grown = ink.Grow(Quad.FromBox(216, Top, 376, Bottom));
        grown.TopLeft.X.ShouldBeInRange(190, 201);
        grown.TopRight.X.ShouldBeInRange(391, 402);
    }

    [Fact]
    public void Marks_above_and_below_are_seen()
    {
        using PixelImage image = Line(letters: 10, from: 200);
        Drawing.Fill(image, 260, Top - 12, 270, Top + 6, 30);
        Drawing.Fill(image, 320, Bottom - 6, 330, Bottom + 8, 30);
        LineInk ink = Around(image, 196, 396);
        (ink.Above * 48).ShouldBeInRange(11, 19);
        (ink.Below * 48).ShouldBeInRange(7, 15);
    }

    [Fact]
    public void A_line_beyond_a_gap_is_not_taken_in()
    {
        using PixelImage image = Line(letters: 10, from: 200);
        Drawing.Fill(image, 420, Top + 6, 432, Bottom - 6, 30);
        Drawing.Fill(image, 200, Bottom + 14, 392, Bottom + 40, 30);
        LineInk ink = Around(image, 196, 396);
        ink.After.ShouldBe(0);
        (ink.Below * 48).ShouldBeLessThan(8);
    }

    [Fact]
    public void Where_there_is_no_ink_marks_get_their_usual_room()
    {
        using PixelImage image = Drawing.Ground(600, 300, 200);
        LineInk ink = Around(image, 200, 400);
        (ink.Before, ink.After).ShouldBe((0, 0));
        ink.Above.ShouldBeGreaterThan(0.1f);
    }

    private static LineInk Around(PixelImage image, int left, int right) => LineInk.Around(PageView.Upright(image), Quad.FromBox(left, Top, right, Bottom));

    private static PixelImage Line(int letters, int from)
    {
        PixelImage image = Drawing.Ground(600, 300, 220);
        for (int i = 0; i < letters; i++)
            Drawing.Fill(image, from + (20 * i), Top + 6, from + (20 * i) + 12, Bottom - 6, 30);
        return image;
    }
}
