using System.Runtime.CompilerServices;
using OcrService.Native;

namespace OcrService.Recognition.Imaging;

/// <summary>
/// Pixels of a picture between its pixels. A value comes as four lanes of 16 bits (red, green, blue, unused), so that up to 256 of them
/// can be summed in one number. Outside of the picture the nearest border pixel is taken or a constant colour.
/// </summary>
internal readonly ref struct PixelSource(PixelImage image, uint? outside = null)
{
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
        uint fx = (uint)((x - x0) * 256), fy = (uint)((y - y0) * 256);
        int x1 = x0 + 1 < _width ? 1 : 0;
        int row0 = (y0 * _stride) + x0;
        int row1 = y0 + 1 < _height ? row0 + _stride : row0;
        ulong top = Mix(Lanes(_pixels[row0]), Lanes(_pixels[row0 + x1]), fx);
        ulong bottom = Mix(Lanes(_pixels[row1]), Lanes(_pixels[row1 + x1]), fx);
        return Mix(top, bottom, fy);
    }

    /// <summary>How many samples a side of an area of <paramref name="scale"/> pixels needs: one covers about two, so n suit a reduction up to 2n.</summary>
    public static int SamplesFor(float scale) => Math.Clamp((int)MathF.Ceiling((scale - 0.15f) / 1.5f), 1, 15);

    private static ulong Mix(ulong a, ulong b, uint f) => (((a * (256 - f)) + (b * f)) >> 8) & 0x00FF00FF00FF00FF;

    private static ulong Lanes(uint rgba) =>
        ((ulong)(rgba >> 24) << 48) | ((ulong)((rgba >> 16) & 0xFF) << 32) | ((ulong)((rgba >> 8) & 0xFF) << 16);
}
