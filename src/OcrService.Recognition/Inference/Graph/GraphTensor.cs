using System.Runtime.InteropServices;

namespace OcrService.Recognition.Inference.Graph;

/// <summary>A constant of 32-bit floats in a network (TensorProto).</summary>
/// <param name="Shape">Sizes of the dimensions; none for a single number.</param>
/// <param name="Values">The numbers, the last dimension running fastest.</param>
internal sealed record GraphTensor(long[] Shape, float[] Values)
{
    private const int DimensionField = 1, TypeField = 2, FloatField = 4, NameField = 8, RawField = 9, FloatType = 1;

    /// <summary>The only number, when there is one.</summary>
    public float? Scalar => Values.Length == 1 ? Values[0] : null;

    /// <summary>Reads a tensor; null when it is not of 32-bit floats, or keeps them in another file.</summary>
    public static GraphTensor? Parse(WireMessage message)
    {
        if (message.Integers(TypeField).LastOrDefault() != FloatType)
            return null;
        long[] shape = [.. message.Integers(DimensionField)];
        ReadOnlyMemory<byte> raw = message.All(RawField).LastOrDefault();
        float[] values = raw.IsEmpty ? [.. message.Floats(FloatField)] : MemoryMarshal.Cast<byte, float>(raw.Span).ToArray();
        return shape.Aggregate(1L, (product, size) => product * size) == values.Length ? new GraphTensor(shape, values) : null;
    }

    public WireMessage ToMessage(string name)
    {
        WireMessage message = new();
        foreach (long size in Shape)
            message.Add(DimensionField, size);
        message.Add(TypeField, FloatType);
        message.Add(NameField, name);
        message.Add(RawField, MemoryMarshal.AsBytes(Values.AsSpan()).ToArray());
        return message;
    }
}
