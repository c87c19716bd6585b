using System.Buffers.Binary;
using OcrService.Native.Tests.Support;

namespace OcrService.Native.Tests;

public sealed class PixelImageBrokenTests : NativeTest
{
    [Theory]
    [InlineData("Png")]
    [InlineData("Jpeg")]
    [InlineData("Bmp")]
    [InlineData("Tiff")]
    [InlineData("Gif")]
    [InlineData("Webp")]
    public void A_truncated_file_throws(string format)
    {
        using PixelImage drawn = Pictures.Noise(64, 48);
        byte[] file = drawn.Encode(Enum.Parse<PixelFileFormat>(format));
        foreach (int percent in (int[])[0, 5, 20, 50, 80, 95])
        {
            int length = file.Length * percent / 100;
            Should.Throw<NativeOcrException>(() => PixelImage.Decode(file.AsSpan(0, length)), $"{length} of {file.Length} bytes");
        }
    }

    [Fact]
    public void A_progressive_jpeg_that_lost_its_last_scans_throws()
    {
        using PixelImage drawn = Pictures.Noise(64, 48);
        byte[] file = drawn.EncodeJpeg(90, progressive: true);

        Should.Throw<NativeOcrException>(() => PixelImage.Decode(file.AsSpan(0, file.Length * 6 / 10)));
    }

    [Fact]
    public void A_jpeg_without_its_end_marker_alone_is_read()
    {
        byte[] file = JpegFile.Flat(16, 16, 77);

        using PixelImage read = PixelImage.Decode(file.AsSpan(0, file.Length - 2), 16, 16);

        read.Row(15)[15].ShouldBeNear(0x4D4D4D00, 1);
    }

    [Fact]
    public void Bytes_after_the_end_of_a_jpeg_do_no_harm()
    {
        using PixelImage read = PixelImage.Decode([.. JpegFile.Flat(16, 16, 77), .. new byte[300]], 16, 16);

        read.Width.ShouldBe(16);
    }

    [Fact]
    public void A_jpeg_with_hundreds_of_scans_is_refused_before_decoding()
    {
        byte[] file = JpegFile.Flat(16, 16, 77);
        int scan = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        byte[] bomb = [.. file.AsSpan(0, scan), .. Enumerable.Repeat(file[scan..^2], 300).SelectMany(s => s), 0xFF, 0xD9];

        Should.Throw<NativeOcrException>(() => PixelImage.Decode(bomb)).Message.ShouldContain("scans");
    }

    [Theory]
    [InlineData(41, 24)]
    [InlineData(40, 25)]
    [InlineData(100, 100)]
    public void A_picture_of_another_size_throws(int width, int height)
    {
        using PixelImage drawn = Pictures.Quarters(40, 24);
        byte[] file = drawn.EncodePng();

        Should.Throw<NativeOcrException>(() => PixelImage.Decode(file, width, height)).Message.ShouldContain("40 x 24");
    }

    [Fact]
    public void A_huge_canvas_in_a_small_file_is_refused_before_memory_is_taken()
    {
        byte[] png = new PngFile(60_000, 60_000, depth: 8, colorType: 2).WithPixels([0]);
        byte[] jpeg = JpegFile.Flat(8, 8, 1);
        int frame = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), 60_000);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), 60_000);

        Should.Throw<NativeOcrException>(() => PixelImage.Decode(png));
        Should.Throw<NativeOcrException>(() => PixelImage.Decode(jpeg));
    }

    /// <summary>Of 300 bytes libpng made half a gigabyte, since it took memory for the note before it read it.</summary>
    [Theory]
    [InlineData("tEXt", 0x1FFF0000)]
    [InlineData("iCCP", 0x3F000000)]
    [InlineData("IDAT", 0x3F000000)]
    [InlineData("tEXt", -1)]
    public void A_png_chunk_longer_than_the_file_is_refused_before_memory_is_taken(string type, int length)
    {
        byte[] whole = new PngFile(16, 16, depth: 8, colorType: 0).Chunk("tEXt"u8, "a note"u8).WithPixels([.. Enumerable.Repeat(new byte[17], 16)]);
        PixelImage.Decode(whole, 16, 16).Dispose();
        byte[] file = new PngFile(16, 16, depth: 8, colorType: 0).Chunk(System.Text.Encoding.ASCII.GetBytes(type), new byte[6]).WithPixels([.. Enumerable.Repeat(new byte[17], 16)]);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(33), length);

        Should.Throw<NativeOcrException>(() => PixelImage.Decode(file)).Message.ShouldContain("ends early");
    }

    [Fact]
    public void Only_the_first_frame_of_a_gif_is_looked_at()
    {
        using PixelImage drawn = Pictures.Quarters(40, 24);
        byte[] gif = drawn.Encode(PixelFileFormat.Gif);
        int end = GifFirstFrame.Find(gif)!.Value.End;

        // A second frame of 65535 x 65535 whose data never come.
        byte[] bomb = [.. gif.AsSpan(0, end), 0x2C, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 8, 255];

        using PixelImage read = PixelImage.Decode(bomb, 40, 24);

        read.Width.ShouldBe(40);
    }

    [Fact]
    public void Noise_behind_every_magic_throws_and_never_crashes()
    {
        byte[][] magics =
        [
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [0xFF, 0xD8, 0xFF], [.. "BM"u8], [.. "II*\0"u8], [.. "MM\0*"u8],
            [.. "GIF89a"u8], [.. "RIFF"u8, 100, 0, 0, 0, .. "WEBPVP8 "u8], [.. "P6\n10 10\n255\n"u8], [.. "%PDF-1.4"u8], [],
        ];
        var random = new Random(20);
        foreach (byte[] magic in magics)
        {
            for (int i = 0; i < 50; i++)
            {
                byte[] noise = new byte[random.Next(300)];
                random.NextBytes(noise);
                Should.Throw<NativeOcrException>(() => PixelImage.Decode([.. magic, .. noise]));
            }
        }
    }

    [Fact]
    public void Files_with_flipped_bytes_are_decoded_or_refused()
    {
        using PixelImage drawn = Pictures.Quarters(40, 24);
        var random = new Random(21);
        foreach (PixelFileFormat format in Enum.GetValues<PixelFileFormat>())
        {
            byte[] file = drawn.Encode(format);
            for (int i = 0; i < 100; i++)
            {
                byte[] changed = (byte[])file.Clone();
                for (int n = 0; n < 3; n++) changed[random.Next(changed.Length)] = (byte)random.Next(256);
                try
                {
                    PixelImage.Decode(changed, 40, 24).Dispose();
                }
                catch (NativeOcrException e)
                {
                    e.Function.ShouldNotBeNullOrEmpty();
                }
            }
        }
    }
}
