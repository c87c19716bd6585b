using System.Buffers.Binary;
using CsCheck;
using OcrService.Documents;
using OcrService.Native.Tests.Support;
using OcrService.Recognition.Imaging;

namespace OcrService.Recognition.Tests.Imaging;

public sealed class ImageGateTests
{
    public static TheoryData<string> Names => Corpus.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_good_file_is_admitted_with_its_size(string name)
    {
        (ImageFormat format, byte[] file) = Corpus.Good[name];

        AdmittedImage admitted = ImageGate.Admit(file, Corpus.Limits).Value;

        admitted.ShouldBe(new AdmittedImage(format, Corpus.Width, Corpus.Height, file));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_format_that_the_endpoint_does_not_take_is_unknown(string name)
    {
        (ImageFormat format, byte[] file) = Corpus.Good[name];
        ImageLimits limits = Corpus.Limits with { Formats = Enum.GetValues<ImageFormat>().Where(f => f != format).ToHashSet() };

        ImageGate.Admit(file, limits).Fault.ShouldBe(ImageFaults.UnknownFormat);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_cut_anywhere_is_admitted_or_a_fault_and_takes_no_memory(string name)
    {
        (_, byte[] file) = Corpus.Good[name];
        long before = GC.GetAllocatedBytesForCurrentThread();
        int admitted = 0;
        for (int length = 0; length < file.Length; length++)
        {
            Outcome<AdmittedImage> outcome = ImageGate.Admit(file.AsMemory(0, length), Corpus.Limits);
            if (outcome.Fault is null) admitted++;
            else outcome.Fault.ShouldBeOneOf(ImageFaults.UnknownFormat, ImageFaults.Corrupt);
        }

        long perFile = (GC.GetAllocatedBytesForCurrentThread() - before) / file.Length;
        perFile.ShouldBeLessThan(2000);
        ImageGate.Admit(file.AsMemory(0, 16), Corpus.Limits).Fault.ShouldBe(ImageFaults.Corrupt);
        admitted.ShouldBeLessThan(file.Length);
    }

    [Fact]
    public void Nothing_and_text_are_unknown()
    {
        ImageGate.Admit(Array.Empty<byte>(), Corpus.Limits).Fault.ShouldBe(ImageFaults.UnknownFormat);
        ImageGate.Admit("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), Corpus.Limits).Fault.ShouldBe(ImageFaults.UnknownFormat);
        ImageGate.Admit("%PDF-1.7"u8.ToArray(), Corpus.Limits).Fault.ShouldBe(ImageFaults.UnknownFormat);
    }

    [Fact]
    public void A_picture_behind_other_bytes_is_unknown() =>
        ImageGate.Admit((byte[])[.. "#!/bin/sh\n"u8, .. Corpus.Good["png"].File], Corpus.Limits).Fault.ShouldBe(ImageFaults.UnknownFormat);

    [Theory]
    [InlineData(14, 100, false)]
    [InlineData(15, 100, true)]
    [InlineData(100, 14, false)]
    [InlineData(100, 15, true)]
    [InlineData(8192, 15, true)]
    [InlineData(8193, 15, false)]
    [InlineData(15, 8192, true)]
    [InlineData(15, 8193, false)]
    public void Sides_are_judged_inclusively(int width, int height, bool fits)
    {
        foreach (byte[] file in Sized(width, height))
        {
            ImageGate.Admit(file, Corpus.Limits).Fault.ShouldBe(fits ? null : ImageFaults.SizeOutOfRange);
        }
    }

    [Fact]
    public void A_broken_header_is_named_before_a_wrong_size()
    {
        byte[] file = new PngFile(0, 5, 8, 0).WithPixels([0]);

        ImageGate.Admit(file, Corpus.Limits).Fault.ShouldBe(ImageFaults.Corrupt);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_small_file_with_a_huge_canvas_is_refused(string name)
    {
        (ImageFormat format, byte[] file) = Corpus.Good[name];
        byte[] bomb = Resized(file, format, 8192, 8192);

        Outcome<AdmittedImage> outcome = ImageGate.Admit(bomb, Corpus.Limits);

        // A blank WebP costs nothing, so it passes the gate; the decoder refuses it.
        if (format == ImageFormat.Webp) PictureDecoder.Decode(outcome.Value).Fault.ShouldBe(ImageFaults.Corrupt);
        else outcome.Fault.ShouldBe(ImageFaults.Corrupt);
    }

    [Fact]
    public void A_tiff_whose_strips_are_missing_is_corrupt()
    {
        byte[] file = TiffFile.Gray(40, 24, new byte[40 * 24]);
        byte[] elsewhere = (byte[])file.Clone();
        SetTag(elsewhere, 8, 273, file.Length);

        ImageGate.Admit(file.AsMemory(0, file.Length - 1), Corpus.Limits).Fault.ShouldBe(ImageFaults.Corrupt);
        ImageGate.Admit(elsewhere, Corpus.Limits).Fault.ShouldBe(ImageFaults.Corrupt);
    }

    [Fact]
    public void Kinds_that_cannot_be_decoded_are_unknown()
    {
        byte[] animation = Corpus.ExtendedWebp(Corpus.Exif(1, bigEndian: false));
        animation[20] |= 0x02;
        byte[] tiled = TiffFile.Gray(40, 24, new byte[40 * 24]);
        BinaryPrimitives.WriteUInt16LittleEndian(tiled.AsSpan(10 + (12 * 9)), 322);
        byte[] jpegInside = (byte[])Corpus.Good["bmp info 24"].File.Clone();
        jpegInside[14 + 16] = 4;

        ImageGate.Admit(animation, Corpus.Limits).Fault.ShouldBe(ImageFaults.UnknownFormat);
        ImageGate.Admit(tiled, Corpus.Limits).Fault.ShouldBe(ImageFaults.UnknownFormat);
        ImageGate.Admit(jpegInside, Corpus.Limits).Fault.ShouldBe(ImageFaults.UnknownFormat);
    }

    [Fact]
    public void An_extended_webp_is_measured_by_its_canvas() =>
        ImageGate.Admit(Corpus.ExtendedWebp(Corpus.Exif(1, bigEndian: false)), Corpus.Limits).Value.Height.ShouldBe(Corpus.Height);

    [Fact]
    public void A_lossless_webp_is_measured()
    {
        byte[] file = [.. "RIFF"u8, 30, 0, 0, 0, .. "WEBPVP8L"u8, 18, 0, 0, 0, 0x2F, 0, 0, 0, 0, .. new byte[13]];
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(21), (100 - 1) | ((50 - 1) << 14));

        AdmittedImage admitted = ImageGate.Admit(file, Corpus.Limits).Value;

        (admitted.Width, admitted.Height).ShouldBe((100, 50));
    }

    [Fact]
    public void Stray_and_fill_bytes_between_jpeg_segments_are_skipped()
    {
        byte[] jpeg = Corpus.Good["jpeg"].File;
        byte[] file = [.. jpeg.AsSpan(0, 2), 0xFF, 0xFF, 0xFF, 0xFE, 0, 4, 1, 2, 7, 7, .. jpeg.AsSpan(2)];

        ImageGate.Admit(file, Corpus.Limits).Value.Width.ShouldBe(Corpus.Width);
    }

    [Fact]
    public void A_jpeg_of_endless_segments_without_a_frame_is_corrupt()
    {
        byte[] file = [0xFF, 0xD8, .. Enumerable.Repeat((byte[])[0xFF, 0xFE, 0, 2], 50_000).SelectMany(s => s)];

        ImageGate.Admit(file, Corpus.Limits).Fault.ShouldBe(ImageFaults.Corrupt);
    }

    [Fact]
    public void Changed_files_are_admitted_or_a_fault_and_never_throw()
    {
        string[] names = [.. Corpus.Good.Keys];
        Gen.Select(Gen.Int[0, names.Length - 1], Gen.Select(Gen.Int[0, 200], Gen.Byte).Array[1, 6], Gen.Int[0, 100]).Sample(
            (which, changes, keep) =>
            {
                Outcome<AdmittedImage> outcome = ImageGate.Admit(Mutated(Corpus.Good[names[which]].File, changes, keep), Corpus.Limits);
                return outcome.Fault is null
                    ? outcome.Value.Width is >= 15 and <= 8192 && outcome.Value.Height is >= 15 and <= 8192
                    : outcome.Fault == ImageFaults.UnknownFormat || outcome.Fault == ImageFaults.Corrupt || outcome.Fault == ImageFaults.SizeOutOfRange;
            },
            iter: 20_000);
    }

    /// <summary>Bytes overwritten near the start, and in every second case the end cut off.</summary>
    internal static byte[] Mutated(byte[] file, (int At, byte Value)[] changes, int keep)
    {
        byte[] changed = (byte[])file.Clone();
        foreach ((int at, byte value) in changes) changed[at % changed.Length] = value;
        return keep % 2 == 0 ? changed : changed[..(changed.Length * keep / 100)];
    }

    private static IEnumerable<byte[]> Sized(int width, int height)
    {
        // Long enough that the size is plausible; the pixels are not looked at.
        byte[] padding = new byte[1000];
        yield return [.. new PngFile(width, height, 8, 2).WithPixels([0]), .. padding];
        yield return [.. Resized(JpegFile.Flat(16, 16, 7), ImageFormat.Jpeg, width, height), .. padding];
        yield return [.. Resized(Corpus.Good["bmp info 24"].File, ImageFormat.Bmp, width, height), .. padding];
        yield return TiffFile.Gray(width, height, new byte[width * height]);
        yield return [.. Resized(Corpus.Good["gif"].File, ImageFormat.Gif, width, height), .. padding];
        yield return Resized(Corpus.Good["webp"].File, ImageFormat.Webp, width, height);
    }

    /// <summary>The file with another size in its header, checksums included.</summary>
    private static byte[] Resized(byte[] file, ImageFormat format, int width, int height)
    {
        byte[] changed = (byte[])file.Clone();
        switch (format)
        {
            case ImageFormat.Png:
                byte[] header = new PngFile(width, height, changed[24], changed[25]).ToArray();
                header.CopyTo(changed, 0);
                break;
            case ImageFormat.Jpeg:
                int frame = changed.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
                if (frame < 0) frame = changed.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC2]);
                BinaryPrimitives.WriteUInt16BigEndian(changed.AsSpan(frame + 5), (ushort)height);
                BinaryPrimitives.WriteUInt16BigEndian(changed.AsSpan(frame + 7), (ushort)width);
                break;
            case ImageFormat.Bmp when changed[14] == 12:
                BinaryPrimitives.WriteInt16LittleEndian(changed.AsSpan(18), (short)width);
                BinaryPrimitives.WriteInt16LittleEndian(changed.AsSpan(20), (short)height);
                break;
            case ImageFormat.Bmp:
                BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(18), width);
                BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(22), height);
                break;
            case ImageFormat.Tiff:
                int directory = BinaryPrimitives.ReadInt32LittleEndian(changed.AsSpan(4));
                SetTag(changed, directory, 256, width);
                SetTag(changed, directory, 257, height);
                SetTag(changed, directory, 278, height);
                break;
            case ImageFormat.Gif:
                int descriptor = OcrService.Native.GifFirstFrame.Find(changed)!.Value.Descriptor;
                BinaryPrimitives.WriteUInt16LittleEndian(changed.AsSpan(descriptor + 5), (ushort)width);
                BinaryPrimitives.WriteUInt16LittleEndian(changed.AsSpan(descriptor + 7), (ushort)height);
                break;
            default:
                BinaryPrimitives.WriteUInt16LittleEndian(changed.AsSpan(26), (ushort)width);
                BinaryPrimitives.WriteUInt16LittleEndian(changed.AsSpan(28), (ushort)height);
                break;
        }

        return changed;
    }

    private static void SetTag(byte[] file, int directory, ushort tag, int value)
    {
        int count = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(directory));
        for (int i = 0; i < count; i++)
        {
            Span<byte> entry = file.AsSpan(directory + 2 + (12 * i), 12);
            if (BinaryPrimitives.ReadUInt16LittleEndian(entry) != tag) continue;
            if (entry[2] == 3) BinaryPrimitives.WriteUInt16LittleEndian(entry[8..], (ushort)value);
            else BinaryPrimitives.WriteInt32LittleEndian(entry[8..], value);
        }
    }
}
