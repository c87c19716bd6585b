using System.Text;

namespace OcrService.Native.Tests.Support;

/// <summary>
/// Writes an ONNX model (protocol buffers, field numbers of onnx.proto) with an input <c>x</c> of n by n floats that is multiplied with
/// itself again and again. Output <c>first</c> is x times x, output <c>last</c> the end of the chain.
/// </summary>
internal static class OnnxModelFile
{
    public static byte[] MatrixPower(int multiplications)
    {
        var graph = new Message().Text(2, "power");
        for (int i = 0; i < multiplications; i++)
        {
            string from = i == 0 ? "x" : Name(i - 1, multiplications);
            graph.Nested(1, new Message().Text(1, from).Text(1, "x").Text(2, Name(i, multiplications)).Text(4, "MatMul"));
        }

        graph.Nested(11, Tensor("x")).Nested(12, Tensor("first"));
        if (multiplications > 1) graph.Nested(12, Tensor("last"));
        return new Message()
            .Number(1, 8)
            .Nested(7, graph)
            .Nested(8, new Message().Text(1, "").Number(2, 13))
            .Nested(14, new Message().Text(1, "character").Text(2, "零\n一"))
            .ToArray();
    }

    private static string Name(int index, int count) => index == 0 ? "first" : index == count - 1 ? "last" : $"t{index}";

    private static Message Tensor(string name)
    {
        Message dimension = new Message().Text(2, "n");
        Message shape = new Message().Nested(1, dimension).Nested(1, dimension);
        return new Message().Text(1, name).Nested(2, new Message().Nested(1, new Message().Number(1, 1).Nested(2, shape)));
    }

    private sealed class Message
    {
        private readonly List<byte> _bytes = [];

        public Message Number(int field, int value)
        {
            Varint((uint)field << 3);
            Varint((uint)value);
            return this;
        }

        public Message Text(int field, string text) => Bytes(field, Encoding.UTF8.GetBytes(text));

        public Message Nested(int field, Message message) => Bytes(field, message._bytes);

        public byte[] ToArray() => [.. _bytes];

        private Message Bytes(int field, IReadOnlyCollection<byte> content)
        {
            Varint(((uint)field << 3) | 2);
            Varint((uint)content.Count);
            _bytes.AddRange(content);
            return this;
        }

        private void Varint(uint value)
        {
            for (; value > 0x7F; value >>= 7) _bytes.Add((byte)(value | 0x80));
            _bytes.Add((byte)value);
        }
    }
}
