namespace OcrService.Native;

/// <summary>
/// A picture in memory outside the managed heap: 32 bits per pixel, rows from top to bottom. A pixel is
/// <c>0xRRGGBBAA</c> as a number; its lowest byte carries nothing, since transparency is gone after decoding.
/// Spans taken from it are valid until <see cref="Dispose"/>. Reading from several threads is fine.
/// </summary>
public sealed unsafe class PixelImage : IDisposable
{
    /// <summary>Most pixels a decoded picture may have, whatever the caller expects: half a gigabyte.</summary>
    public const int MaxPixels = 1 << 27;

    private const uint White = 0xFFFFFF00;

    /// <summary>By default the library refuses a JPEG for any warning, such as stray bytes before a marker, which cameras do write.</summary>
    private const int ContinueWithBadData = 2;

    private const int RemoveColormapToFullColor = 2;
    private const int RemoveColormapWithAlpha = 3;

    private readonly PixHandle _pix;
    private uint* _pixels;

    private PixelImage(PixHandle pix)
    {
        _pix = pix;
        _ = LeptonicaNative.pixGetDimensions(pix, out int width, out int height, out int depth);
        Width = width;
        Height = height;
        Stride = LeptonicaNative.pixGetWpl(pix);
        uint* pixels = LeptonicaNative.pixGetData(pix);
        if (depth != 32 || pixels == null || Stride < width)
        {
            pix.Dispose();
            throw new NativeOcrException("pixGetData", 0, $"picture has {depth} bits per pixel, expected 32");
        }

        pix.Weigh((long)Stride * height * sizeof(uint));
        _pixels = pixels;
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Pixels from the start of one row to the start of the next.</summary>
    public int Stride { get; }

    /// <summary>All rows, <see cref="Stride"/> pixels each.</summary>
    public ReadOnlySpan<uint> Pixels => new(Start(0), Stride * Height);

    /// <summary>An empty picture, all zero: black.</summary>
    public static PixelImage Create(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        if (!Fits(width, height)) throw new ArgumentOutOfRangeException(nameof(height), $"{width} x {height} is more than {MaxPixels} pixels.");
        return new PixelImage(new PixHandle(LeptonicaNative.pixCreate(width, height, 32), nameof(LeptonicaNative.pixCreate)));
    }

    /// <summary>Size as the file's header tells it, without decoding; null when it is no PNG, JPEG, BMP, TIFF, GIF or WEBP with a readable header.</summary>
    public static (int Width, int Height)? ReadHeader(ReadOnlySpan<byte> file) => FormatOf(file) is { } format ? Header(file, format) : null;

    /// <summary>
    /// Decodes PNG, JPEG, BMP, TIFF (first page, turned by its orientation tag), GIF (first frame) or WEBP. Palettes are resolved, 16
    /// bits become 8, grey becomes RGB, CMYK is converted, transparency is blended over white. An EXIF orientation is not applied.
    /// </summary>
    /// <param name="file">The complete file.</param>
    /// <param name="expectedWidth">Width that the picture must have; 0 takes any. Sides may come out swapped, as a TIFF's tag turns it.</param>
    /// <param name="expectedHeight">Height that the picture must have; 0 takes any.</param>
    /// <exception cref="NativeOcrException">The file cannot be decoded, ends early, is larger than <see cref="MaxPixels"/> or is not of the expected size.</exception>
    public static PixelImage Decode(ReadOnlySpan<byte> file, int expectedWidth = 0, int expectedHeight = 0)
    {
        PixelFileFormat format = FormatOf(file) ?? throw Refused("findFileFormatBuffer", "not a picture of a known format");
        (int width, int height) = Header(file, format) ?? throw Refused("pixReadHeaderMem", "the header is not readable");

        // Before anything is allocated for it: what the header says is what the decoder will make.
        if (!Fits(width, height)) throw Refused("pixReadHeaderMem", $"{width} x {height} is more than {MaxPixels} pixels");
        RequireSize(width, height, expectedWidth, expectedHeight);

        PixHandle raw = format switch
        {
            PixelFileFormat.Jpeg => ReadJpeg(file),
            PixelFileFormat.Png => Read(PngEssence.Of(file) ?? throw Refused("pixReadMemPng", "the file ends early")),
            PixelFileFormat.Gif => Read(GifFirstFrame.Cut(file, GifFirstFrame.Find(file)!.Value.End)),
            _ => Read(file),
        };
        var image = new PixelImage(ToRgb(raw));
        try
        {
            RequireSize(image.Width, image.Height, expectedWidth == 0 ? width : expectedWidth, expectedHeight == 0 ? height : expectedHeight);
            return image;
        }
        catch
        {
            image.Dispose();
            throw;
        }
    }

    /// <summary>One row, <see cref="Width"/> pixels.</summary>
    public ReadOnlySpan<uint> Row(int y) => new(Start(y), Width);

    /// <summary>One row to be written.</summary>
    public Span<uint> WritableRow(int y) => new(Start(y), Width);

    /// <summary>
    /// The picture turned as an EXIF orientation (1 to 8) asks. For 1 it is this very object, else a new one that the caller
    /// disposes as well as this: <c>if (!ReferenceEquals(turned, image)) image.Dispose();</c>
    /// </summary>
    public PixelImage Oriented(int exifOrientation)
    {
        ObjectDisposedException.ThrowIf(_pixels == null, this);
        return exifOrientation switch
        {
            1 => this,
            2 => new PixelImage(FlipLeftRight(_pix)),
            3 => new PixelImage(Turn(_pix, 2)),
            4 => new PixelImage(FlipTopBottom(_pix)),
            5 => TurnThenFlip(1),
            6 => new PixelImage(Turn(_pix, 1)),
            7 => TurnThenFlip(3),
            8 => new PixelImage(Turn(_pix, 3)),
            _ => throw new ArgumentOutOfRangeException(nameof(exifOrientation), exifOrientation, "EXIF orientations are 1 to 8."),
        };
    }

    /// <summary>The picture as PNG file.</summary>
    public byte[] EncodePng() => Encode(PixelFileFormat.Png);

    /// <summary>The picture as baseline JPEG file.</summary>
    /// <param name="quality">1 to 100.</param>
    public byte[] EncodeJpeg(int quality) => EncodeJpeg(quality, progressive: false);

    internal byte[] EncodeJpeg(int quality, bool progressive)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quality, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quality, 100);
        ObjectDisposedException.ThrowIf(_pixels == null, this);
        int failed = LeptonicaNative.pixWriteMemJpeg(out nint data, out nuint size, _pix, quality, progressive ? 1 : 0);
        return Take(failed, data, size, nameof(LeptonicaNative.pixWriteMemJpeg));
    }

    internal byte[] Encode(PixelFileFormat format)
    {
        ObjectDisposedException.ThrowIf(_pixels == null, this);
        int failed = LeptonicaNative.pixWriteMem(out nint data, out nuint size, _pix, (int)format);
        return Take(failed, data, size, nameof(LeptonicaNative.pixWriteMem));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pixels = null;
        _pix.Dispose();
    }

    private static bool Fits(int width, int height) => width > 0 && height > 0 && (long)width * height <= MaxPixels;

    private static PixelFileFormat? FormatOf(ReadOnlySpan<byte> file)
    {
        const int magicLength = 12;
        if (file.Length < magicLength) return null;
        fixed (byte* data = file)
        {
            return LeptonicaNative.findFileFormatBuffer(data, out int format) == 0 && Enum.IsDefined((PixelFileFormat)format)
                ? (PixelFileFormat)format
                : null;
        }
    }

    private static (int Width, int Height)? Header(ReadOnlySpan<byte> file, PixelFileFormat format)
    {
        if (format == PixelFileFormat.Gif)
        {
            // The library would decode the whole file to find this out.
            return GifFirstFrame.Find(file) is { } frame ? (frame.Width, frame.Height) : null;
        }

        fixed (byte* data = file)
        {
            return LeptonicaNative.pixReadHeaderMem(data, (nuint)file.Length, out _, out int width, out int height, out _, out _, out _) == 0
                ? (width, height)
                : null;
        }
    }

    private static void RequireSize(int width, int height, int expectedWidth, int expectedHeight)
    {
        bool straight = (expectedWidth == 0 || expectedWidth == width) && (expectedHeight == 0 || expectedHeight == height);
        bool swapped = (expectedWidth == 0 || expectedWidth == height) && (expectedHeight == 0 || expectedHeight == width);
        if (!straight && !swapped)
        {
            throw Refused("pixReadMem", $"the picture is {width} x {height}, expected {expectedWidth} x {expectedHeight}");
        }
    }

    private static PixHandle Read(ReadOnlySpan<byte> file)
    {
        fixed (byte* data = file)
        {
            return new PixHandle(LeptonicaNative.pixReadMem(data, (nuint)file.Length), nameof(LeptonicaNative.pixReadMem));
        }
    }

    private static PixHandle ReadJpeg(ReadOnlySpan<byte> file)
    {
        JpegStructure structure = JpegStructure.Of(file);
        if (structure.Scans > JpegStructure.MaxScans) throw Refused("pixReadMemJpeg", $"more than {JpegStructure.MaxScans} scans");
        fixed (byte* data = file)
        {
            var pix = new PixHandle(
                LeptonicaNative.pixReadMemJpeg(data, (nuint)file.Length, cmflag: 0, reduction: 1, out int warnings, ContinueWithBadData),
                nameof(LeptonicaNative.pixReadMemJpeg));

            // A missing end marker alone is harmless and earns one warning; when pixels are missing as well there is a second.
            if (warnings <= 1 || structure.IsComplete) return pix;
            pix.Dispose();
            throw Refused("pixReadMemJpeg", "the file ends early");
        }
    }

    /// <summary>The picture in 32 bits without transparency: the one given, or a new one and the one given is gone.</summary>
    private static PixHandle ToRgb(PixHandle raw)
    {
        const int full = 32, opaque = 3;
        if (LeptonicaNative.pixGetDepth(raw) == full && LeptonicaNative.pixGetSpp(raw) == opaque) return raw;
        using (raw) return Converted(raw);
    }

    private static PixHandle Converted(PixHandle raw)
    {
        nint palette = LeptonicaNative.pixGetColormap(raw);
        if (palette != 0)
        {
            _ = LeptonicaNative.pixcmapIsOpaque(palette, out int opaque);
            int type = opaque != 0 ? RemoveColormapToFullColor : RemoveColormapWithAlpha;
            using var colored = new PixHandle(LeptonicaNative.pixRemoveColormap(raw, type), nameof(LeptonicaNative.pixRemoveColormap));
            return Opaque(colored);
        }

        return Opaque(raw);
    }

    private static PixHandle Opaque(PixHandle pix)
    {
        if (LeptonicaNative.pixGetSpp(pix) == 4)
        {
            return new PixHandle(LeptonicaNative.pixAlphaBlendUniform(pix, White), nameof(LeptonicaNative.pixAlphaBlendUniform));
        }

        return new PixHandle(LeptonicaNative.pixConvertTo32(pix), nameof(LeptonicaNative.pixConvertTo32));
    }

    private static PixHandle Turn(PixHandle pix, int clockwiseQuarters) =>
        new(LeptonicaNative.pixRotateOrth(pix, clockwiseQuarters), nameof(LeptonicaNative.pixRotateOrth));

    private static PixHandle FlipLeftRight(PixHandle pix) => new(LeptonicaNative.pixFlipLR(0, pix), nameof(LeptonicaNative.pixFlipLR));

    private static PixHandle FlipTopBottom(PixHandle pix) => new(LeptonicaNative.pixFlipTB(0, pix), nameof(LeptonicaNative.pixFlipTB));

    private static byte[] Take(int failed, nint data, nuint size, string function)
    {
        try
        {
            if (failed != 0 || data == 0) throw Refused(function, "the picture could not be encoded");
            return new ReadOnlySpan<byte>((void*)data, checked((int)size)).ToArray();
        }
        finally
        {
            if (data != 0) LeptonicaNative.lept_free(data);
        }
    }

    private static NativeOcrException Refused(string function, string text) => new(function, 0, text);

    private PixelImage TurnThenFlip(int clockwiseQuarters)
    {
        using PixHandle turned = Turn(_pix, clockwiseQuarters);
        return new PixelImage(FlipLeftRight(turned));
    }

    private uint* Start(int y)
    {
        ObjectDisposedException.ThrowIf(_pixels == null, this);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)Height, nameof(y));
        return _pixels + ((nint)y * Stride);
    }
}
