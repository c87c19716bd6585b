namespace OcrService.Native;

/// <summary>A result of a model: numbers in memory of ONNX Runtime. Spans taken from it are valid until <see cref="Dispose"/>.</summary>
public sealed unsafe class OnnxTensor : IDisposable
{
    private readonly OnnxValueHandle _value;
    private readonly nint _data;
    private readonly int _length;

    internal OnnxTensor(OnnxValueHandle value)
    {
        _value = value;
        nint pointer = value.DangerousGetHandle();
        OnnxNative.Check(OnnxNative.GetTensorTypeAndShape(pointer, out nint created), nameof(OnnxNative.GetTensorTypeAndShape));
        using (var info = new OnnxTensorInfoHandle(created))
        {
            OnnxNative.Check(OnnxNative.GetTensorElementType(created, out int type), nameof(OnnxNative.GetTensorElementType));
            if (type != OnnxNative.TensorElementFloat)
            {
                throw new NativeOcrException(nameof(OnnxNative.GetTensorElementType), type, "the output is not a tensor of 32-bit floats");
            }

            OnnxNative.Check(OnnxNative.GetDimensionsCount(created, out nuint rank), nameof(OnnxNative.GetDimensionsCount));
            Span<long> sizes = stackalloc long[checked((int)rank)];
            fixed (long* values = sizes)
            {
                OnnxNative.Check(OnnxNative.GetDimensions(created, values, rank), nameof(OnnxNative.GetDimensions));
            }

            int[] shape = new int[sizes.Length];
            long length = 1;
            for (int i = 0; i < shape.Length; i++)
            {
                shape[i] = checked((int)sizes[i]);
                length *= sizes[i];
            }

            Shape = shape;
            _length = checked((int)length);
        }

        OnnxNative.Check(OnnxNative.GetTensorMutableData(pointer, out _data), nameof(OnnxNative.GetTensorMutableData));
    }

    /// <summary>Sizes of the dimensions, the outermost first.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>All numbers, the last dimension running fastest.</summary>
    public ReadOnlySpan<float> Data
    {
        get
        {
            ObjectDisposedException.ThrowIf(_value.IsClosed, this);
            return new ReadOnlySpan<float>((void*)_data, _length);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _value.Dispose();
}
