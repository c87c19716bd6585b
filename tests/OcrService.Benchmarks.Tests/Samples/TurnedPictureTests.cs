using OcrService.Benchmarks.Samples;
using SkiaSharp;

namespace OcrService.Benchmarks.Tests.Samples;

public sealed class TurnedPictureTests
{
    [Theory]
    [InlineData(90, 30, 40, 29, 0)]
    [InlineData(180, 40, 30, 39, 29)]
    [InlineData(270, 30, 40, 0, 39)]
    public void A_quarter_turn_moves_the_first_pixel_to_its_corner(float degrees, int width, int height, int x, int y)
    {
        using SKBitmap turned = SKBitmap.Decode(TurnedPicture.Turn(Marked(), degrees));
        (turned.Width, turned.Height).ShouldBe((width, height));
        turned.GetPixel(x, y).ShouldBe(SKColors.Red);
    }

    [Fact]
    public void Another_angle_grows_the_picture_and_fills_the_corners_white()
    {
        using SKBitmap turned = SKBitmap.Decode(TurnedPicture.Turn(Marked(), 17));
        turned.Width.ShouldBeGreaterThan(40);
        turned.GetPixel(turned.Width - 1, 0).ShouldBe(SKColors.White);
    }

    [Fact]
    public void No_turn_leaves_the_file_alone()
    {
        byte[] file = Marked();
        TurnedPicture.Turn(file, 0).ShouldBeSameAs(file);
    }

    /// <summary>Grey, 40 x 30, the first pixel red.</summary>
    private static byte[] Marked()
    {
        using var picture = new SKBitmap(40, 30);
        picture.Erase(SKColors.Gray);
        picture.SetPixel(0, 0, SKColors.Red);
        using SKData data = picture.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
