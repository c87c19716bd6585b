using System.Buffers.Binary;
using CsCheck;
using OcrService.Documents;
using OcrService.Native;
using OcrService.Native.Tests.Support;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Tests.Imaging;

public sealed class PictureDecoderTests
{
    public static TheoryData<string> Names => Corpus.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_kind_of_file_shows_the_picture_that_was_drawn(string name)
    {
        using PixelImage image = Decode(Corpus.Good[name].File).Value;

        (image.Width, image.Height).ShouldBe((Corpus.Width, Corpus.Height));
        Quarters(image).ShouldBe("RGBW");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_that_ends_early_is_corrupt(string name)
    {
        byte[] file = Corpus.Good[name].File;
        foreach (int percent in (int[])[30, 60, 90])
        {
            Decode(file.AsMemory(0, file.Length * percent / 100)).Fault.ShouldBe(ImageFaults.Corrupt, $"{percent} % of the file");
        }
    }

    [Theory]
    [InlineData(1, "RGBW")]
    [InlineData(2, "GRWB")]
    [InlineData(3, "WBGR")]
    [InlineData(4, "BWRG")]
    [InlineData(5, "RBGW")]
    [InlineData(6, "BRWG")]
    [InlineData(7, "WGBR")]
    [InlineData(8, "GWRB")]
    public void Exif_turns_the_picture(int orientation, string quarters)
    {
        byte[][] files =
        [
            Corpus.WithExif("jpeg", Corpus.Exif((ushort)orientation, bigEndian: true)),
            Corpus.WithExif("progressive jpeg", Corpus.Exif((ushort)orientation, bigEndian: false)),
            Corpus.WithExif("png", Corpus.Exif((ushort)orientation, bigEndian: true)),
            Corpus.ExtendedWebp(Corpus.Exif((ushort)orientation, bigEndian: false)),
            Corpus.ExtendedWebp([.. "Exif\0\0"u8, .. Corpus.Exif((ushort)orientation, bigEndian: true)]),
        ];
        foreach (byte[] file in files)
        {
            using PixelImage image = Decode(file).Value;

            Quarters(image).ShouldBe(quarters);
            image.Width.ShouldBe(orientation < 5 ? Corpus.Width : Corpus.Height);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(700)]
    public void A_wrong_orientation_is_none(int orientation)
    {
        byte[] file = Corpus.WithExif("jpeg", Corpus.Exif((ushort)orientation, bigEndian: true));

        ExifOrientation.Read(file, ImageFormat.Jpeg).ShouldBe(1);
    }

    [Fact]
    public void Broken_exif_is_none()
    {
        byte[] exif = Corpus.Exif(6, bigEndian: true);
        for (int length = 0; length < exif.Length - 4; length++)
        {
            ExifOrientation.Read(Corpus.WithExif("jpeg", exif[..length]), ImageFormat.Jpeg).ShouldBe(1, $"{length} bytes");
        }

        byte[] loop = (byte[])exif.Clone();
        BinaryPrimitives.WriteUInt32BigEndian(loop.AsSpan(4), uint.MaxValue);
        ExifOrientation.Read(Corpus.WithExif("png", loop), ImageFormat.Png).ShouldBe(1);
    }

    [Theory]
    [InlineData(1, 40, 24)]
    [InlineData(3, 40, 24)]
    [InlineData(6, 24, 40)]
    public void A_tiff_is_turned_once(ushort orientation, int width, int height)
    {
        byte[] gray = new byte[40 * 24];
        gray[0] = 200; // stored top left
        byte[] file = TiffFile.Gray(40, 24, gray, orientation);

        using PixelImage image = Decode(file).Value;

        ExifOrientation.Read(file, ImageFormat.Tiff).ShouldBe(1);
        (image.Width, image.Height).ShouldBe((width, height));
        (int x, int y) = orientation switch { 1 => (0, 0), 3 => (39, 23), _ => (23, 0) };
        (image.Row(y)[x] >> 24).ShouldBe(200u);
    }

    [Fact]
    public void Another_size_than_admitted_is_corrupt()
    {
        foreach (string name in Corpus.Good.Keys)
        {
            (ImageFormat format, byte[] file) = Corpus.Good[name];

            PictureDecoder.Decode(new AdmittedImage(format, 100, 100, file)).Fault.ShouldBe(ImageFaults.Corrupt, name);
        }
    }

    [Fact]
    public void Sides_the_other_way_round_are_corrupt_except_in_a_tiff() =>
        PictureDecoder.Decode(new AdmittedImage(ImageFormat.Png, Corpus.Height, Corpus.Width, Corpus.Good["png"].File)).Fault.ShouldBe(ImageFaults.Corrupt);

    [Fact]
    public void Transparency_of_a_bmp_is_blended_over_white_unless_it_is_nowhere_set()
    {
        byte[] file = (byte[])Corpus.Good["bmp v5 masks"].File.Clone();
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(14 + 52), 0xFF000000);
        int pixels = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(10));

        using (PixelImage opaque = Decode(file).Value) Quarters(opaque).ShouldBe("RGBW");

        file[pixels + 3] = 255; // the pixel at the bottom left alone
        using PixelImage blended = Decode(file).Value;
        blended.Row(Corpus.Height - 1)[0].ShouldBe(0x0000FFFFu);
        blended.Row(0)[0].ShouldBe(0xFFFFFFFFu);
    }

    [Fact]
    public void Run_lengths_may_jump_and_draw_outside()
    {
        byte[] drawn = Corpus.Good["bmp rle8"].File;
        int start = BinaryPrimitives.ReadInt32LittleEndian(drawn.AsSpan(10));

        // Ten rows up and five to the right, three pixels of colour 1; then a run far beyond the row's end, and beyond the picture's.
        byte[] file = [.. drawn.AsSpan(0, start), 0, 2, 5, 10, 3, 1, 255, 2, 0, 2, 0, 255, 9, 3];

        using PixelImage image = Decode(file).Value;

        int row = Corpus.Height - 1 - 10;
        image.Row(row)[4].ShouldBe(0xFF0000FFu);
        image.Row(row)[5].ShouldBe(0x00FF00FFu);
        image.Row(row)[8].ShouldBe(0x0000FFFFu);
        image.Row(row - 1)[20].ShouldBe(0xFF0000FFu);
    }

    [Fact]
    public void Changed_files_are_decoded_or_a_fault_and_never_throw()
    {
        string[] names = [.. Corpus.Good.Keys];
        ImageLimits limits = Corpus.Limits with { MaxSide = 512 };
        Gen.Select(Gen.Int[0, names.Length - 1], Gen.Select(Gen.Int[0, 3000], Gen.Byte).Array[1, 6], Gen.Int[0, 100]).Sample(
            (which, changes, keep) =>
            {
                byte[] file = ImageGateTests.Mutated(Corpus.Good[names[which]].File, changes, keep);
                if (!ImageGate.Admit(file, limits).Succeeded(out AdmittedImage? admitted, out _)) return true;
                if (!PictureDecoder.Decode(admitted).Succeeded(out PixelImage? image, out Fault? fault)) return fault == ImageFaults.Corrupt;
                using (image) return image.Width is > 0 and <= 512 && image.Height is > 0 and <= 512;
            },
            iter: 5_000);
    }

    private static Outcome<PixelImage> Decode(ReadOnlyMemory<byte> file) =>
        ImageGate.Admit(file, Corpus.Limits).Succeeded(out AdmittedImage? admitted, out Fault? fault) ? PictureDecoder.Decode(admitted) : fault;

    private static string Quarters(PixelImage image) => new(
    [
        Letter(image.Row(4)[4]), Letter(image.Row(4)[image.Width - 5]),
        Letter(image.Row(image.Height - 5)[4]), Letter(image.Row(image.Height - 5)[image.Width - 5]),
    ]);

    private static char Letter(uint pixel)
    {
        (bool red, bool green, bool blue) = ((pixel >> 24) > 128, ((pixel >> 16) & 0xFF) > 128, ((pixel >> 8) & 0xFF) > 128);
        return (red, green, blue) switch
        {
            (true, false, false) => 'R',
            (false, true, false) => 'G',
            (false, false, true) => 'B',
            (true, true, true) => 'W',
            _ => '?',
        };
    }
}
