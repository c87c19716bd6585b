using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using OcrService.Native;

namespace OcrService.Recognition.Imaging;

/// <summary>
/// Pixels of a picture between its pixels. A value comes as four lanes of 16 bits (red, green, blue, unused), so that up to 256 of them
/// can be summed in one number. Outside of the picture the nearest border pixel is taken or a constant colour.
/// </summary>
internal readonly ref struct PixelSource(PixelImage image, uint? outside = null)
{
    /// <summary>Fractions of a pixel are counted in 256ths.</summary>
    public const int FractionBits = 8;

    private const int Shift = FractionBits, One = 1 << Shift;

    private const ulong EachLane = 0x0001_0001_0001_0001, LowBytes = 0x00FF_00FF_00FF_00FF;

    private readonly ReadOnlySpan<uint> _pixels = image.Pixels;
    private readonly int _width = image.Width, _height = image.Height, _stride = image.Stride;
    private readonly bool _constant = outside is not null;
    private readonly ulong _outside = Lanes(outside ?? 0);

    /// <summary>The value at a position in whole-pixel coordinates: (0, 0) is the middle of the first pixel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Bilinear(float x, float y)
    {
        if (_constant && (x < -0.5f || y < -0.5f || x > _width - 0.5f || y > _height - 0.5f))
            return _outside;
        x = Math.Clamp(x, 0, _width - 1);
        y = Math.Clamp(y, 0, _height - 1);
        int x0 = (int)x, y0 = (int)y;
        ulong fx = (ulong)((x - x0) * One), fy = (ulong)((y - y0) * One);
        int row0 = (y0 * _stride) + x0;
        int row1 = y0 + 1 < _height ? row0 + _stride : row0;
        int x1 = x0 + 1 < _width ? 1 : 0;

        // Eight lanes of 16 bits: the upper row's pixel and the lower one's.
        Vector128<ushort> left = Vector128.WidenLower(Vector128.Create(_pixels[row0], _pixels[row1], 0, 0).AsByte());
        Vector128<ushort> right = Vector128.WidenLower(Vector128.Create(_pixels[row0 + x1], _pixels[row1 + x1], 0, 0).AsByte());
        Vector128<ushort> rows = ((left * Vector128.Create((ushort)(One - fx))) + (right * Vector128.Create((ushort)fx))) >>> Shift;
        Vector128<ulong> weighted = (rows * Vector128.Create((One - fy) * EachLane, fy * EachLane).AsUInt16()).AsUInt64();
        return ((weighted.ToScalar() + weighted.GetElement(1)) >> Shift) & LowBytes;
    }

    /// <summary>How many samples a side of an area of <paramref name="scale"/> pixels needs: one covers about two, so n suit a reduction up to 2n.</summary>
    public static int SamplesFor(float scale) => Math.Clamp((int)MathF.Ceiling((scale - 0.15f) / 1.5f), 1, 15);

    private static ulong Lanes(uint rgba) =>
        ((ulong)(rgba >> 24) << 48) | ((ulong)((rgba >> 16) & 0xFF) << 32) | ((ulong)((rgba >> 8) & 0xFF) << 16);
}
