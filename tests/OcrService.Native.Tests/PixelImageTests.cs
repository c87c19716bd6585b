using OcrService.Native.Tests.Support;

namespace OcrService.Native.Tests;

public sealed class PixelImageTests : NativeTest
{
    private const uint Red = 0xFF000000;
    private const uint Green = 0x00FF0000;
    private const uint Blue = 0x0000FF00;
    private const uint White = 0xFFFFFF00;

    [Theory]
    [InlineData("Png", 0)]
    [InlineData("Bmp", 0)]
    [InlineData("Tiff", 0)]
    [InlineData("TiffLzw", 0)]
    [InlineData("TiffZip", 0)]
    [InlineData("Gif", 40)]
    [InlineData("Webp", 40)]
    [InlineData("Jpeg", 40)]
    public void Every_format_comes_back_as_it_was_written(string format, int tolerance)
    {
        using PixelImage drawn = Pictures.Quarters(40, 24);
        byte[] file = drawn.Encode(Enum.Parse<PixelFileFormat>(format));

        using PixelImage read = PixelImage.Decode(file, 40, 24);

        ShouldBeQuarters(read, 40, 24, tolerance);
        PixelImage.ReadHeader(file).ShouldBe((40, 24));
    }

    [Fact]
    public void A_progressive_jpeg_is_read()
    {
        using PixelImage drawn = Pictures.Quarters(40, 24);

        using PixelImage read = PixelImage.Decode(drawn.EncodeJpeg(95, progressive: true), 40, 24);

        ShouldBeQuarters(read, 40, 24, 30);
    }

    [Fact]
    public void A_grey_jpeg_becomes_rgb()
    {
        using PixelImage read = PixelImage.Decode(JpegFile.Flat(16, 8, 100), 16, 8);

        read.Row(3)[5].ShouldBeNear(0x64646400, 1);
    }

    [Fact]
    public void A_cmyk_jpeg_is_converted()
    {
        // Adobe stores CMYK inverted: cyan 0 %, magenta and yellow 100 %, black 0 %.
        using PixelImage read = PixelImage.Decode(JpegFile.Flat(16, 8, 255, 0, 0, 255), 16, 8);

        read.Row(3)[5].ShouldBeNear(Red, 4);
    }

    [Fact]
    public void Sixteen_bits_become_eight()
    {
        byte[] file = new PngFile(2, 1, depth: 16, colorType: 2).WithPixels([0, 0x80, 0x12, 0x40, 0x34, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0]);

        using PixelImage read = PixelImage.Decode(file, 2, 1);

        read.Row(0)[0].ShouldBeNear(0x8040FF00, 1);
        read.Row(0)[1].ShouldBeNear(0, 1);
    }

    [Fact]
    public void Sixteen_bit_grey_becomes_rgb()
    {
        byte[] file = new PngFile(1, 1, depth: 16, colorType: 0).WithPixels([0, 0x80, 0x12]);

        using PixelImage read = PixelImage.Decode(file, 1, 1);

        read.Row(0)[0].ShouldBeNear(0x80808000, 1);
    }

    [Fact]
    public void Transparency_is_blended_over_white()
    {
        byte[] file = new PngFile(3, 1, depth: 8, colorType: 6).WithPixels([0, 255, 0, 0, 0, 0, 0, 0, 128, 255, 0, 0, 255]);

        using PixelImage read = PixelImage.Decode(file, 3, 1);

        read.Row(0)[0].ShouldBeNear(White, 0);
        read.Row(0)[1].ShouldBeNear(0x7F7F7F00, 2);
        read.Row(0)[2].ShouldBeNear(Red, 0);
    }

    [Fact]
    public void Grey_with_transparency_is_blended_over_white()
    {
        byte[] file = new PngFile(2, 1, depth: 8, colorType: 4).WithPixels([0, 50, 0, 50, 255]);

        using PixelImage read = PixelImage.Decode(file, 2, 1);

        read.Row(0)[0].ShouldBeNear(White, 0);
        read.Row(0)[1].ShouldBeNear(0x32323200, 0);
    }

    [Theory]
    [InlineData(1, 0b01000000)]
    [InlineData(2, 0b00010000)]
    [InlineData(4, 0b00000001)]
    public void A_palette_is_resolved(byte depth, byte packed)
    {
        byte[] file = new PngFile(2, 1, depth, colorType: 3).Chunk("PLTE"u8, [255, 0, 0, 0, 0, 255]).WithPixels([0, packed]);

        using PixelImage read = PixelImage.Decode(file, 2, 1);

        read.Row(0)[0].ShouldBeNear(Red, 0);
        read.Row(0)[1].ShouldBeNear(Blue, 0);
    }

    [Fact]
    public void A_transparent_palette_entry_becomes_white()
    {
        byte[] file = new PngFile(2, 1, depth: 8, colorType: 3)
            .Chunk("PLTE"u8, [255, 0, 0, 0, 0, 255])
            .Chunk("tRNS"u8, [0])
            .WithPixels([0, 0, 1]);

        using PixelImage read = PixelImage.Decode(file, 2, 1);

        read.Row(0)[0].ShouldBeNear(White, 0);
        read.Row(0)[1].ShouldBeNear(Blue, 0);
    }

    [Fact]
    public void Bits_of_a_fax_page_are_black_and_white()
    {
        byte[] file = new PngFile(2, 1, depth: 1, colorType: 0).WithPixels([0, 0b01000000]);

        using PixelImage read = PixelImage.Decode(file, 2, 1);

        read.Row(0)[0].ShouldBeNear(0, 0);
        read.Row(0)[1].ShouldBeNear(White, 0);
    }

    [Theory]
    [InlineData(1, "RGBW", 40, 24)]
    [InlineData(2, "GRWB", 40, 24)]
    [InlineData(3, "WBGR", 40, 24)]
    [InlineData(4, "BWRG", 40, 24)]
    [InlineData(5, "RBGW", 24, 40)]
    [InlineData(6, "BRWG", 24, 40)]
    [InlineData(7, "WGBR", 24, 40)]
    [InlineData(8, "GWRB", 24, 40)]
    public void Exif_orientations_turn_the_picture(int orientation, string quarters, int width, int height)
    {
        using PixelImage stored = Pictures.Quarters(40, 24);

        PixelImage shown = stored.Oriented(orientation);

        try
        {
            (shown.Width, shown.Height).ShouldBe((width, height));
            Quarters(shown).ShouldBe(quarters);
            ReferenceEquals(shown, stored).ShouldBe(orientation == 1);
        }
        finally
        {
            if (!ReferenceEquals(shown, stored)) shown.Dispose();
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void Other_orientations_are_refused(int orientation)
    {
        using PixelImage image = PixelImage.Create(2, 2);

        Should.Throw<ArgumentOutOfRangeException>(() => image.Oriented(orientation));
    }

    [Theory]
    [InlineData(1, 3, 2)]
    [InlineData(3, 3, 2)]
    [InlineData(6, 2, 3)]
    [InlineData(8, 2, 3)]
    public void The_orientation_tag_of_a_tiff_is_applied_by_the_decoder(ushort orientation, int width, int height)
    {
        byte[] file = TiffFile.Gray(3, 2, [10, 20, 30, 40, 50, 60], orientation);

        using PixelImage shown = PixelImage.Decode(file, 3, 2);
        using PixelImage plain = PixelImage.Decode(TiffFile.Gray(3, 2, [10, 20, 30, 40, 50, 60]), 3, 2);

        (shown.Width, shown.Height).ShouldBe((width, height));
        PixelImage expected = plain.Oriented(orientation);
        for (int y = 0; y < height; y++) shown.Row(y).ToArray().ShouldBe(expected.Row(y).ToArray());
        if (!ReferenceEquals(expected, plain)) expected.Dispose();
    }

    [Fact]
    public void Rows_and_the_whole_buffer_are_the_same_memory()
    {
        using PixelImage image = PixelImage.Create(5, 3);
        image.WritableRow(2)[4] = 0x12345678;

        image.Row(2)[4].ShouldBe(0x12345678u);
        image.Pixels[(2 * image.Stride) + 4].ShouldBe(0x12345678u);
        image.Pixels.Length.ShouldBe(3 * image.Stride);
    }

    [Fact]
    public void Rows_outside_the_picture_and_pixels_after_disposal_are_refused()
    {
        PixelImage image = PixelImage.Create(5, 3);
        Should.Throw<ArgumentOutOfRangeException>(() => image.Row(3).Length);
        Should.Throw<ArgumentOutOfRangeException>(() => image.Row(-1).Length);

        image.Dispose();
        image.Dispose();

        Should.Throw<ObjectDisposedException>(() => image.Row(0).Length);
        Should.Throw<ObjectDisposedException>(() => image.Pixels.Length);
        Should.Throw<ObjectDisposedException>(() => image.EncodePng());
        Should.Throw<ObjectDisposedException>(() => image.Oriented(3));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, -1)]
    [InlineData(20_000, 20_000)]
    public void Impossible_sizes_are_refused(int width, int height) =>
        Should.Throw<ArgumentOutOfRangeException>(() => PixelImage.Create(width, height));

    private static void ShouldBeQuarters(PixelImage image, int width, int height, int tolerance)
    {
        (image.Width, image.Height).ShouldBe((width, height));
        image.Row(4)[4].ShouldBeNear(Red, tolerance);
        image.Row(4)[width - 5].ShouldBeNear(Green, tolerance);
        image.Row(height - 5)[4].ShouldBeNear(Blue, tolerance);
        image.Row(height - 5)[width - 5].ShouldBeNear(White, tolerance);
    }

    private static string Quarters(PixelImage image) => new(
    [
        Letter(image.Row(1)[1]), Letter(image.Row(1)[image.Width - 2]),
        Letter(image.Row(image.Height - 2)[1]), Letter(image.Row(image.Height - 2)[image.Width - 2]),
    ]);

    private static char Letter(uint pixel) => (pixel & 0xFFFFFF00) switch { Red => 'R', Green => 'G', Blue => 'B', White => 'W', _ => '?' };
}
