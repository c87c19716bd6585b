using System.Buffers.Binary;
using OcrService.Native;

namespace OcrService.Recognition.Tests.Imaging;

/// <summary>Writes BMP files of every kind out of a picture of red, green, blue and white.</summary>
/// <param name="Name">For the test's name.</param>
/// <param name="Header">Length of the header: 12, 16, 40, 52, 56, 64, 108 or 124.</param>
/// <param name="Bits">Bits per pixel.</param>
/// <param name="Compression">0 plain, 1 and 2 run lengths, 3 masks.</param>
/// <param name="TopDown">First row on top.</param>
internal sealed record BmpFile(string Name, int Header, int Bits, int Compression = 0, bool TopDown = false)
{
    private const int FileHeader = 14;

    private static readonly uint[] s_colors = [0xFF0000FF, 0x00FF00FF, 0x0000FFFF, 0xFFFFFFFF];

    public static IReadOnlyList<BmpFile> Kinds { get; } =
    [
        new("bmp os/2 24", 12, 24), new("bmp os/2 8", 12, 8), new("bmp os/2 4", 12, 4), new("bmp os/2 2 short", 16, 24), new("bmp os/2 2", 64, 24),
        new("bmp info 32", 40, 32), new("bmp info 24", 40, 24), new("bmp info 16", 40, 16), new("bmp info 8", 40, 8), new("bmp info 4", 40, 4),
        new("bmp info 2", 40, 2), new("bmp top down", 40, 24, TopDown: true), new("bmp masks 16", 40, 16, 3), new("bmp masks 32", 40, 32, 3),
        new("bmp header 52", 52, 32, 3), new("bmp header 56", 56, 32, 3), new("bmp v4 24", 108, 24), new("bmp v4 masks", 108, 32, 3),
        new("bmp v5 24", 124, 24), new("bmp v5 masks", 124, 32, 3), new("bmp rle8", 40, 8, 1), new("bmp rle4", 40, 4, 2),
    ];

    public byte[] Write(PixelImage image)
    {
        byte[] palette = Bits <= 8 ? [.. s_colors.SelectMany(Entry)] : [];
        int masks = Compression == 3 && Header == 40 ? 12 : 0;
        byte[] pixels = Compression is 1 or 2 ? RunLengths(image) : Rows(image);
        int start = FileHeader + Header + masks + palette.Length;
        byte[] file = new byte[start + pixels.Length];

        "BM"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(2), file.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(10), start);
        Span<byte> info = file.AsSpan(FileHeader);
        BinaryPrimitives.WriteInt32LittleEndian(info, Header);
        if (Header == 12)
        {
            BinaryPrimitives.WriteInt16LittleEndian(info[4..], (short)image.Width);
            BinaryPrimitives.WriteInt16LittleEndian(info[6..], (short)image.Height);
            info[8] = 1;
            info[10] = (byte)Bits;
        }
        else
        {
            BinaryPrimitives.WriteInt32LittleEndian(info[4..], image.Width);
            BinaryPrimitives.WriteInt32LittleEndian(info[8..], TopDown ? -image.Height : image.Height);
            info[12] = 1;
            info[14] = (byte)Bits;
            if (Header >= 40)
            {
                info[16] = (byte)Compression;
                info[32] = (byte)(palette.Length / 4);
            }
        }

        if (Compression == 3) WriteMasks(info[40..]);
        palette.CopyTo(file, start - palette.Length);
        pixels.CopyTo(file, start);
        return file;
    }

    private static int Index(uint pixel) => Array.IndexOf(s_colors, pixel | 0xFF);

    private byte[] Entry(uint color)
    {
        byte[] entry = [(byte)(color >> 8), (byte)(color >> 16), (byte)(color >> 24), 0];
        return Header == 12 ? entry[..3] : entry;
    }

    /// <summary>5-6-5 for 16 bits; red first, so another order than the usual one, for 32.</summary>
    private void WriteMasks(Span<byte> target)
    {
        uint[] masks = Bits == 16 ? [0xF800, 0x07E0, 0x001F] : [0x000000FF, 0x0000FF00, 0x00FF0000];
        for (int i = 0; i < masks.Length; i++) BinaryPrimitives.WriteUInt32LittleEndian(target[(4 * i)..], masks[i]);
    }

    private byte[] Rows(PixelImage image)
    {
        int stride = ((image.Width * Bits) + 31) / 32 * 4;
        byte[] rows = new byte[stride * image.Height];
        for (int y = 0; y < image.Height; y++)
        {
            ReadOnlySpan<uint> source = image.Row(TopDown ? y : image.Height - 1 - y);
            Span<byte> row = rows.AsSpan(y * stride, stride);
            for (int x = 0; x < image.Width; x++) Put(row, x, source[x]);
        }

        return rows;
    }

    private void Put(Span<byte> row, int x, uint color)
    {
        (uint red, uint green, uint blue) = (color >> 24, (color >> 16) & 0xFF, (color >> 8) & 0xFF);
        switch (Bits)
        {
            case 32 when Compression == 3:
                BinaryPrimitives.WriteUInt32LittleEndian(row[(4 * x)..], (blue << 16) | (green << 8) | red);
                break;
            case 32:
                BinaryPrimitives.WriteUInt32LittleEndian(row[(4 * x)..], (red << 16) | (green << 8) | blue);
                break;
            case 24:
                (row[3 * x], row[(3 * x) + 1], row[(3 * x) + 2]) = ((byte)blue, (byte)green, (byte)red);
                break;
            case 16 when Compression == 3:
                BinaryPrimitives.WriteUInt16LittleEndian(row[(2 * x)..], (ushort)((red >> 3 << 11) | (green >> 2 << 5) | (blue >> 3)));
                break;
            case 16:
                BinaryPrimitives.WriteUInt16LittleEndian(row[(2 * x)..], (ushort)((red >> 3 << 10) | (green >> 3 << 5) | (blue >> 3)));
                break;
            default:
                int bit = x * Bits;
                row[bit / 8] |= (byte)(Index(color) << (8 - Bits - (bit % 8)));
                break;
        }
    }

    /// <summary>The left half as a run, the right half as plain indices.</summary>
    private byte[] RunLengths(PixelImage image)
    {
        var codes = new List<byte>();
        int half = image.Width / 2;
        for (int y = image.Height - 1; y >= 0; y--)
        {
            byte left = (byte)Index(image.Row(y)[0]);
            byte right = (byte)Index(image.Row(y)[image.Width - 1]);
            int rest = image.Width - half;
            if (Bits == 8)
            {
                codes.AddRange([(byte)half, left, 0, (byte)rest, .. Enumerable.Repeat(right, rest)]);
                if (rest % 2 == 1) codes.Add(0);
            }
            else
            {
                int bytes = (rest + 1) / 2;
                codes.AddRange([(byte)half, (byte)((left << 4) | left), 0, (byte)rest, .. Enumerable.Repeat((byte)((right << 4) | right), bytes)]);
                if (bytes % 2 == 1) codes.Add(0);
            }

            codes.AddRange(y == 0 ? [0, 1] : [0, 0]);
        }

        return [.. codes];
    }
}
