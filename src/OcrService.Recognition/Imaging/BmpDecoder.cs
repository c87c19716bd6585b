using System.Buffers.Binary;
using OcrService.Documents;
using OcrService.Native;

namespace OcrService.Recognition.Imaging;

/// <summary>
/// Decodes BMP files. Leptonica reads only the plainest kind; scanners and old Windows programs write the others.
/// </summary>
internal static class BmpDecoder
{
    private const uint Opaque = 0xFF;

    /// <summary>The picture, or <see cref="ImageFaults.Corrupt"/> when the file ends early.</summary>
    public static Outcome<PixelImage> Decode(ReadOnlySpan<byte> file)
    {
        if (!BmpHeader.Read(file).Succeeded(out BmpHeader? header, out Fault? fault)) return fault;
        ReadOnlySpan<byte> pixels = file[header.PixelOffset..];
        bool isRunLength = header.Packing is BmpPacking.RunLength8 or BmpPacking.RunLength4;
        long rowBytes = ((header.Size.Width * (long)header.Bits) + 7) / 8;
        long stride = (rowBytes + 3) & ~3L;

        // Judged before memory is taken. Some writers save the padding of the last row.
        if (!isRunLength && (stride * (header.Size.Height - 1)) + rowBytes > pixels.Length) return ImageFaults.Corrupt;

        if (header.Size.Pixels > PixelImage.MaxPixels) return ImageFaults.Corrupt;

        uint[] palette = Palette(file, header);
        PixelImage image = PixelImage.Create(header.Size.Width, header.Size.Height);
        if (isRunLength)
        {
            if (DecodeRuns(pixels, header, palette, image)) return image;
            image.Dispose();
            return ImageFaults.Corrupt;
        }

        bool blend = header.Masks.Alpha != 0 && HasAlpha(pixels, header, (int)stride);
        for (int row = 0; row < header.Size.Height; row++)
        {
            ReadOnlySpan<byte> source = pixels.Slice((int)(row * stride), (int)rowBytes);
            Span<uint> target = image.WritableRow(header.IsTopDown ? row : header.Size.Height - 1 - row);
            if (header.Bits <= 8) DecodeIndexed(source, header.Bits, palette, target);
            else DecodeColors(source, header, blend, target);
        }

        return image;
    }

    /// <summary>256 entries, black where the file has none: an index beyond the palette then needs no test.</summary>
    private static uint[] Palette(ReadOnlySpan<byte> file, BmpHeader header)
    {
        uint[] palette = new uint[256];
        Array.Fill(palette, Opaque);
        for (int i = 0; i < header.PaletteCount; i++)
        {
            ReadOnlySpan<byte> entry = file[(header.PaletteOffset + (i * header.PaletteEntry))..];
            palette[i] = Rgb(entry[2], entry[1], entry[0]);
        }

        return palette;
    }

    private static void DecodeIndexed(ReadOnlySpan<byte> source, int bits, uint[] palette, Span<uint> target)
    {
        int perByte = 8 / bits;
        int mask = (1 << bits) - 1;
        for (int x = 0; x < target.Length; x++)
        {
            int shift = 8 - bits - (x % perByte * bits);
            target[x] = palette[(source[x / perByte] >> shift) & mask];
        }
    }

    private static void DecodeColors(ReadOnlySpan<byte> source, BmpHeader header, bool blend, Span<uint> target)
    {
        if (header.Bits == 24)
        {
            for (int x = 0; x < target.Length; x++) target[x] = Rgb(source[(3 * x) + 2], source[(3 * x) + 1], source[3 * x]);
            return;
        }

        BmpMasks masks = header.Masks;
        for (int x = 0; x < target.Length; x++)
        {
            uint pixel = Packed(source, x, header.Bits);
            uint alpha = blend ? BmpMasks.Channel(pixel, masks.Alpha) : 255;
            target[x] = Rgb(
                OverWhite(BmpMasks.Channel(pixel, masks.Red), alpha),
                OverWhite(BmpMasks.Channel(pixel, masks.Green), alpha),
                OverWhite(BmpMasks.Channel(pixel, masks.Blue), alpha));
        }
    }

    /// <summary>Programs that announce transparency and then leave it all zero mean an opaque picture.</summary>
    private static bool HasAlpha(ReadOnlySpan<byte> pixels, BmpHeader header, int stride)
    {
        for (int row = 0; row < header.Size.Height; row++)
        {
            ReadOnlySpan<byte> source = pixels[(row * stride)..];
            for (int x = 0; x < header.Size.Width; x++)
            {
                if ((Packed(source, x, header.Bits) & header.Masks.Alpha) != 0) return true;
            }
        }

        return false;
    }

    private static uint Packed(ReadOnlySpan<byte> source, int x, int bits) => bits == 16
        ? BinaryPrimitives.ReadUInt16LittleEndian(source[(2 * x)..])
        : BinaryPrimitives.ReadUInt32LittleEndian(source[(4 * x)..]);

    /// <summary>
    /// Run lengths: pairs of count and index, and after a zero an escape: end of row, end of picture, a jump, or a stretch of plain
    /// indices padded to two bytes. False when the codes end before the picture does.
    /// </summary>
    private static bool DecodeRuns(ReadOnlySpan<byte> codes, BmpHeader header, uint[] palette, PixelImage image)
    {
        var pen = new Pen(image, header.IsTopDown, palette);
        bool isNibbles = header.Packing == BmpPacking.RunLength4;
        int at = 0;
        while (!pen.IsDone && at + 2 <= codes.Length)
        {
            int count = codes[at++];
            int value = codes[at++];
            if (count > 0)
            {
                for (int i = 0; i < count; i++) pen.Put(isNibbles ? Nibble(value, i) : value);
                continue;
            }

            switch (value)
            {
                case 0:
                    pen.NextRow();
                    break;
                case 1:
                    return true;
                case 2:
                    if (at + 2 > codes.Length) return false;
                    pen.Jump(codes[at++], codes[at++]);
                    break;
                default:
                    int bytes = isNibbles ? (value + 1) / 2 : value;
                    if (at + bytes > codes.Length) return false;
                    for (int i = 0; i < value; i++) pen.Put(isNibbles ? Nibble(codes[at + (i / 2)], i) : codes[at + i]);
                    at += (bytes + 1) & ~1;
                    break;
            }
        }

        return pen.IsDone;
    }

    private static int Nibble(int pair, int index) => index % 2 == 0 ? pair >> 4 : pair & 0xF;

    private static uint OverWhite(uint value, uint alpha) => ((value * alpha) + (255 * (255 - alpha)) + 127) / 255;

    private static uint Rgb(uint red, uint green, uint blue) => (red << 24) | (green << 16) | (blue << 8) | Opaque;

    /// <summary>Where the next pixel of a run goes. What is drawn beside the picture is lost, what is never drawn has the first colour.</summary>
    private sealed class Pen
    {
        private readonly PixelImage _image;
        private readonly bool _topDown;
        private readonly uint[] _palette;
        private int _x;
        private int _row;

        public Pen(PixelImage image, bool topDown, uint[] palette)
        {
            _image = image;
            _topDown = topDown;
            _palette = palette;
            for (int y = 0; y < image.Height; y++) image.WritableRow(y).Fill(palette[0]);
        }

        /// <summary>Whether all rows were drawn; a file may leave out the end mark then.</summary>
        public bool IsDone => _row >= _image.Height || (_row == _image.Height - 1 && _x >= _image.Width);

        public void Put(int index)
        {
            if (_row < _image.Height && _x < _image.Width)
            {
                _image.WritableRow(_topDown ? _row : _image.Height - 1 - _row)[_x] = _palette[index];
            }

            _x++;
        }

        public void NextRow()
        {
            _x = 0;
            _row++;
        }

        public void Jump(int right, int rows)
        {
            _x += right;
            _row += rows;
        }
    }
}
