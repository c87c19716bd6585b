using System.Buffers;
using OcrService.Native;

namespace OcrService.Recognition.Imaging;

/// <summary>
/// A picture seen through a map, row by row: of every target pixel the sum of the samples that cover its area, in the four lanes of
/// <see cref="PixelSource"/>. Shrinking takes a grid of samples a pixel, so that thin strokes survive.
/// </summary>
internal sealed class AreaSums : IDisposable
{
    private readonly PixelImage _image;
    private readonly Affine _toImage;
    private readonly uint? _outside;
    private readonly int _width, _across, _down;
    private readonly ulong[] _sums;
    private readonly RowResampler? _rows;
    private readonly ulong[] _samples = [];

    /// <summary>Prepares the rows.</summary>
    /// <param name="image">Source picture.</param>
    /// <param name="toImage">Map from target pixel centres (x + 0.5, y + 0.5) to picture coordinates.</param>
    /// <param name="width">Pixels of a target row.</param>
    /// <param name="outside">Colour as 0xRRGGBBAA for points outside the picture; null repeats the border.</param>
    public AreaSums(PixelImage image, in Affine toImage, int width, uint? outside)
    {
        (_image, _toImage, _width, _outside) = (image, toImage, width, outside);
        _across = PixelSource.SamplesFor(MathF.Sqrt((toImage.Xx * toImage.Xx) + (toImage.Yx * toImage.Yx)));
        _down = PixelSource.SamplesFor(MathF.Sqrt((toImage.Xy * toImage.Xy) + (toImage.Yy * toImage.Yy)));
        _sums = ArrayPool<ulong>.Shared.Rent(width);
        if (outside is not null || toImage is not { Xy: 0, Yx: 0 } || image.Width == 1)
            return;
        Affine map = toImage;
        _rows = new RowResampler(image, width * _across, i => (map.Xx * (i / _across + (((i % _across) + 0.5f) / _across))) + map.X0 - 0.5f);
        _samples = ArrayPool<ulong>.Shared.Rent(width * _across);
    }

    /// <summary>Samples that are summed for a pixel.</summary>
    public int Count => _across * _down;

    /// <summary>The sums of one target row; valid until the next call.</summary>
    public ReadOnlySpan<ulong> Row(int y)
    {
        Span<ulong> sums = _sums.AsSpan(0, _width);
        if (_rows is null)
            SumPoints(sums, y);
        else if (Count == 1)
            _rows.Sample(Height(y, 0), sums);
        else
            SumRows(_rows, sums, y);
        return sums;
    }

    public void Dispose()
    {
        ArrayPool<ulong>.Shared.Return(_sums);
        if (_rows is null)
            return;
        _rows.Dispose();
        ArrayPool<ulong>.Shared.Return(_samples);
    }

    private float Height(int y, int j) => (_toImage.Yy * (y + ((j + 0.5f) / _down))) + _toImage.Y0 - 0.5f;

    private void SumRows(RowResampler rows, Span<ulong> sums, int y)
    {
        sums.Clear();
        for (int j = 0; j < _down; j++)
        {
            rows.Sample(Height(y, j), _samples);
            int at = 0;
            for (int x = 0; x < sums.Length; x++)
            {
                for (int i = 0; i < _across; i++)
                    sums[x] += _samples[at++];
            }
        }
    }

    private void SumPoints(Span<ulong> sums, int y)
    {
        PixelSource source = new(_image, _outside);
        Affine map = _toImage;
        for (int x = 0; x < sums.Length; x++)
        {
            ulong sum = 0;
            for (int j = 0; j < _down; j++)
            {
                float v = y + ((j + 0.5f) / _down);
                for (int i = 0; i < _across; i++)
                {
                    float u = x + ((i + 0.5f) / _across);
                    sum += source.Bilinear((map.Xx * u) + (map.Xy * v) + map.X0 - 0.5f, (map.Yx * u) + (map.Yy * v) + map.Y0 - 0.5f);
                }
            }

            sums[x] = sum;
        }
    }
}
