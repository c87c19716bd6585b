using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using OcrService.Native;

namespace OcrService.Recognition.Imaging;

/// <summary>
/// Samples a picture at the points of a grid whose lines run along its rows and columns: the same values as <see cref="PixelSource"/>
/// gives point by point, to the bit, at a tenth of the time. A row of the picture is stretched to the grid's width once, and two
/// neighbouring ones are blended.
/// </summary>
internal sealed class RowResampler : IDisposable
{
    private const int Shift = PixelSource.FractionBits, One = 1 << Shift;

    /// <summary>A 16-bit number in each of the four lanes of a pixel.</summary>
    private const ulong EachLane = 0x0001_0001_0001_0001, LowBytes = 0x00FF_00FF_00FF_00FF;

    private readonly PixelImage _image;
    private readonly int _columns;
    private readonly int[] _left;
    private readonly ulong[] _leftWeights, _rightWeights;
    private Stretched _upper, _lower;

    /// <summary>Prepares the columns.</summary>
    /// <param name="image">The picture; at least two pixels wide.</param>
    /// <param name="columns">How many points a row of the grid has.</param>
    /// <param name="x">Where the points lie: whole-pixel coordinates of the picture by column.</param>
    public RowResampler(PixelImage image, int columns, Func<int, float> x)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(image.Width, 2, nameof(image));
        _image = image;
        _columns = columns;
        _left = ArrayPool<int>.Shared.Rent(columns);
        _leftWeights = ArrayPool<ulong>.Shared.Rent(columns);
        _rightWeights = ArrayPool<ulong>.Shared.Rent(columns);
        _upper = new Stretched(ArrayPool<ulong>.Shared.Rent(columns));
        _lower = new Stretched(ArrayPool<ulong>.Shared.Rent(columns));
        for (int i = 0; i < columns; i++)
        {
            (int left, int fraction) = Split(x(i), image.Width);
            // The last pixel is the right one of its pair, with all the weight.
            bool isLast = left == image.Width - 1;
            _left[i] = isLast ? left - 1 : left;
            fraction = isLast ? One : fraction;
            _leftWeights[i] = (ulong)(One - fraction) * EachLane;
            _rightWeights[i] = (ulong)fraction * EachLane;
        }
    }

    /// <summary>One row of the grid, at a height in whole-pixel coordinates: four lanes of 16 bits a point, as <see cref="PixelSource.Bilinear"/> gives them.</summary>
    public void Sample(float y, Span<ulong> values)
    {
        (int top, int fraction) = Split(y, _image.Height);
        int bottom = Math.Min(top + 1, _image.Height - 1);
        // On the way down the lower row becomes the upper one.
        if (_upper.Row != top && _lower.Row == top)
            (_upper, _lower) = (_lower, _upper);
        Stretch(ref _upper, top);
        Stretch(ref _lower, bottom);

        Span<ushort> target = MemoryMarshal.Cast<ulong, ushort>(values[.._columns]);
        ReadOnlySpan<ushort> upper = MemoryMarshal.Cast<ulong, ushort>(_upper.Values.AsSpan(0, _columns));
        ReadOnlySpan<ushort> lower = MemoryMarshal.Cast<ulong, ushort>(_lower.Values.AsSpan(0, _columns));
        ushort upperWeight = (ushort)(One - fraction), lowerWeight = (ushort)fraction;
        int i = 0;
        for (; i + Vector<ushort>.Count <= target.Length; i += Vector<ushort>.Count)
            (((new Vector<ushort>(upper[i..]) * upperWeight) + (new Vector<ushort>(lower[i..]) * lowerWeight)) >>> Shift).CopyTo(target[i..]);
        for (; i < target.Length; i++)
            target[i] = (ushort)(((upper[i] * upperWeight) + (lower[i] * lowerWeight)) >> Shift);
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_left);
        foreach (ulong[] array in (ulong[][])[_leftWeights, _rightWeights, _upper.Values, _lower.Values])
            ArrayPool<ulong>.Shared.Return(array);
    }

    private static (int Pixel, int Fraction) Split(float position, int size)
    {
        position = Math.Clamp(position, 0, size - 1);
        int pixel = (int)position;
        return (pixel, (int)((position - pixel) * One));
    }

    private void Stretch(ref Stretched stretched, int row)
    {
        if (stretched.Row == row)
            return;
        ref uint pixels = ref MemoryMarshal.GetReference(_image.Row(row));
        Span<ulong> values = stretched.Values.AsSpan(0, _columns);
        ReadOnlySpan<int> left = _left.AsSpan(0, values.Length);
        ReadOnlySpan<ulong> leftWeights = _leftWeights.AsSpan(0, values.Length), rightWeights = _rightWeights.AsSpan(0, values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            ulong pair = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<uint, byte>(ref Unsafe.Add(ref pixels, left[i])));
            Vector128<ushort> lanes = Vector128.WidenLower(Vector128.CreateScalar(pair).AsByte());
            Vector128<ulong> weighted = (lanes * Vector128.Create(leftWeights[i], rightWeights[i]).AsUInt16()).AsUInt64();
            values[i] = ((weighted.ToScalar() + weighted.GetElement(1)) >> Shift) & LowBytes;
        }

        stretched.Row = row;
    }

    /// <summary>A row of the picture at the grid's columns.</summary>
    private struct Stretched(ulong[] values)
    {
        public readonly ulong[] Values = values;

        public int Row = -1;
    }
}
