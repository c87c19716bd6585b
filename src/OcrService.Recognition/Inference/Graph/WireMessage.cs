using System.Buffers.Binary;
using System.Text;

namespace OcrService.Recognition.Inference.Graph;

/// <summary>
/// A message in the wire format of Protocol Buffers (<see href="https://protobuf.dev/programming-guides/encoding/"/>), read without a
/// schema: fields keep their order, and those nobody asks for come out again as they went in.
/// </summary>
internal sealed class WireMessage
{
    private const int Varint = 0, Fixed64 = 1, Delimited = 2, Fixed32 = 5;

    private readonly List<Field> _fields = [];

    /// <summary>Reads a message. Its content is not copied.</summary>
    /// <exception cref="InvalidDataException">The bytes are no message.</exception>
    public static WireMessage Parse(ReadOnlyMemory<byte> bytes)
    {
        WireMessage message = new();
        int at = 0;
        while (at < bytes.Length)
        {
            ulong tag = ReadVarint(bytes.Span, ref at);
            int number = (int)(tag >> 3), kind = (int)(tag & 7);
            switch (kind)
            {
                case Varint:
                    message._fields.Add(new Field(number, kind, ReadVarint(bytes.Span, ref at), default));
                    break;
                case Delimited:
                    ulong length = ReadVarint(bytes.Span, ref at);
                    message._fields.Add(new Field(number, kind, 0, Take(length)));
                    break;
                case Fixed64 or Fixed32:
                    message._fields.Add(new Field(number, kind, 0, Take(kind == Fixed64 ? 8u : 4u)));
                    break;
                default:
                    throw new InvalidDataException($"Wire type {kind} is none.");
            }
        }

        return message;

        ReadOnlyMemory<byte> Take(ulong length)
        {
            if (length > (ulong)(bytes.Length - at))
                throw new InvalidDataException("A field is longer than its message.");
            at += (int)length;
            return bytes.Slice(at - (int)length, (int)length);
        }
    }

    /// <summary>Every value of a field of bytes, texts or messages.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> All(int number) => _fields.Where(f => f.Number == number && f.Kind == Delimited).Select(f => f.Bytes);

    /// <summary>Every value of a text field.</summary>
    public IEnumerable<string> Texts(int number) => All(number).Select(b => Encoding.UTF8.GetString(b.Span));

    /// <summary>A text field, or the empty text.</summary>
    public string Text(int number) => Texts(number).LastOrDefault() ?? "";

    /// <summary>Every value of a repeated integer, packed or not.</summary>
    public IEnumerable<long> Integers(int number)
    {
        foreach (Field field in _fields.Where(f => f.Number == number))
        {
            if (field.Kind == Varint)
                yield return (long)field.Value;
            int at = 0;
            while (field.Kind == Delimited && at < field.Bytes.Length)
                yield return (long)ReadVarint(field.Bytes.Span, ref at);
        }
    }

    /// <summary>Every value of a repeated 32-bit float, packed or not.</summary>
    public IEnumerable<float> Floats(int number)
    {
        foreach (Field field in _fields.Where(f => f.Number == number && f.Kind is Delimited or Fixed32))
        {
            for (int at = 0; at + sizeof(float) <= field.Bytes.Length; at += sizeof(float))
                yield return BinaryPrimitives.ReadSingleLittleEndian(field.Bytes.Span[at..]);
        }
    }

    public void Remove(int number) => _fields.RemoveAll(f => f.Number == number);

    public void Add(int number, long value) => _fields.Add(new Field(number, Varint, (ulong)value, default));

    public void Add(int number, ReadOnlyMemory<byte> bytes) => _fields.Add(new Field(number, Delimited, 0, bytes));

    public void Add(int number, string text) => Add(number, Encoding.UTF8.GetBytes(text));

    public void Add(int number, WireMessage message) => Add(number, message.ToBytes());

    public void Add(int number, float value)
    {
        byte[] bytes = new byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        _fields.Add(new Field(number, Fixed32, 0, bytes));
    }

    public byte[] ToBytes()
    {
        using MemoryStream stream = new();
        foreach (Field field in _fields)
        {
            WriteVarint(stream, ((ulong)field.Number << 3) | (uint)field.Kind);
            if (field.Kind == Varint)
                WriteVarint(stream, field.Value);
            if (field.Kind == Delimited)
                WriteVarint(stream, (ulong)field.Bytes.Length);
            stream.Write(field.Bytes.Span);
        }

        return stream.ToArray();
    }

    private static ulong ReadVarint(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong value = 0;
        for (int shift = 0; shift < 64 && at < bytes.Length; shift += 7)
        {
            byte next = bytes[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }

        throw new InvalidDataException("A number has no end.");
    }

    private static void WriteVarint(Stream stream, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            stream.WriteByte((byte)(value | 0x80));
        stream.WriteByte((byte)value);
    }

    /// <summary>One field as it lies in the message.</summary>
    /// <param name="Number">Its number in the schema.</param>
    /// <param name="Kind">Its wire type.</param>
    /// <param name="Value">Value of a varint.</param>
    /// <param name="Bytes">Content of every other wire type.</param>
    private readonly record struct Field(int Number, int Kind, ulong Value, ReadOnlyMemory<byte> Bytes);
}
