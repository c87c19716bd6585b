using System.Numerics;

namespace OcrService.Recognition.Inspection;

/// <summary>Fourier transform of a square of values, in place; the side is a power of two.</summary>
internal sealed class Fourier
{
    private readonly int _side;
    private readonly Complex32[] _roots;
    private readonly int[] _reversed;

    public Fourier(int side)
    {
        _side = side;
        int bits = BitOperations.Log2((uint)side);
        _roots = [.. Enumerable.Range(0, side / 2).Select(i => Complex32.Turn(-MathF.Tau * i / side))];
        _reversed = new int[side];
        for (int i = 1; i < side; i++)
            _reversed[i] = (_reversed[i >> 1] >> 1) | ((i & 1) << (bits - 1));
    }

    /// <summary>Transforms rows, then columns.</summary>
    public void Transform(Complex32[] square)
    {
        Complex32[] line = new Complex32[_side];
        for (int y = 0; y < _side; y++)
            Line(square.AsSpan(y * _side, _side));
        for (int x = 0; x < _side; x++)
        {
            for (int y = 0; y < _side; y++)
                line[y] = square[(y * _side) + x];
            Line(line);
            for (int y = 0; y < _side; y++)
                square[(y * _side) + x] = line[y];
        }
    }

    private void Line(Span<Complex32> line)
    {
        for (int i = 0; i < line.Length; i++)
        {
            int j = _reversed[i];
            if (j > i)
                (line[i], line[j]) = (line[j], line[i]);
        }

        for (int half = 1; half < line.Length; half *= 2)
        {
            int stride = line.Length / (2 * half);
            for (int start = 0; start < line.Length; start += 2 * half)
            {
                for (int i = 0; i < half; i++)
                {
                    Complex32 a = line[start + i], b = line[start + i + half] * _roots[i * stride];
                    line[start + i] = a + b;
                    line[start + i + half] = a - b;
                }
            }
        }
    }
}

/// <summary>A complex number in single precision.</summary>
internal readonly record struct Complex32(float Real, float Imaginary)
{
    public float Power => (Real * Real) + (Imaginary * Imaginary);

    public static Complex32 Turn(float angle)
    {
        (float sin, float cos) = MathF.SinCos(angle);
        return new Complex32(cos, sin);
    }

    public static Complex32 operator +(Complex32 a, Complex32 b) => new(a.Real + b.Real, a.Imaginary + b.Imaginary);

    public static Complex32 operator -(Complex32 a, Complex32 b) => new(a.Real - b.Real, a.Imaginary - b.Imaginary);

    public static Complex32 operator *(Complex32 a, Complex32 b) =>
        new((a.Real * b.Real) - (a.Imaginary * b.Imaginary), (a.Real * b.Imaginary) + (a.Imaginary * b.Real));
}
