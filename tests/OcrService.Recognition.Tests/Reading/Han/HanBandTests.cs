using OcrService.Documents.Pages;
using OcrService.Native;
using OcrService.Recognition.Imaging;
using OcrService.Recognition.Reading.Han;

namespace OcrService.Recognition.Tests.Reading.Han;

public sealed class HanBandTests
{
    private const int Width = 120, Height = 40;

    [Theory]
    [InlineData(4, 36)]
    [InlineData(8, 28)]
    [InlineData(16, 36)]
    public void Print_is_found_where_it_stands(int top, int bottom)
    {
        HanBand band = Candidates(top, bottom)[0];

        band.Middle.ShouldBe((top + bottom) / 2f / Height, 0.06f);
        band.Em.ShouldBe((bottom - top) / (float)Height, 0.12f);
    }

    [Fact]
    public void A_line_without_print_is_tried_in_the_usual_bands() => Candidates(0, 0).ShouldAllBe(b => b.Middle == 0.5f);

    [Fact]
    public void The_usual_bands_are_tried_after_the_measured_one() => Candidates(8, 28).Count.ShouldBe(3);

    /// <summary>Candidates of a light picture with upright strokes between two rows.</summary>
    private static List<HanBand> Candidates(int top, int bottom)
    {
        using PixelImage picture = PixelImage.Create(Width, Height);
        for (int y = 0; y < Height; y++)
        {
            Span<uint> row = picture.WritableRow(y);
            for (int x = 0; x < Width; x++)
                row[x] = y >= top && y < bottom && x % 8 < 3 ? 0x202020FF : 0xE8E8E8FF;
        }

        return [.. HanBand.Candidates(PageView.Upright(picture), Quad.FromBox(0, 0, Width, Height))];
    }
}
